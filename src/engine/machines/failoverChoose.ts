/** Whom to promote: all slaves stop copying and say how far they have come, and the policy judges them. */
import { failoverSetup } from './failoverSetup.ts'
import { chosenByHand, dropSuspicion, takenOver } from './failoverTurns.ts'
import { giveBack } from './failoverWhy.ts'

export const choosing = failoverSetup.createStateConfig({
  initial: 'asking',
  on: {
    CANDIDATE: {
      actions: {
        type: 'hearReport',
        params: ({ event: { node, received, life, upstream } }) => ({ node, received, life, upstream }),
      },
    },
  },
  states: {
    // They stop copying, so that how far they have come stands still while it is compared.
    asking: {
      entry: ['newRound', { type: 'confirmDown', params: ({ context }) => ({ master: context.master }) }],
      on: {
        CANDIDATE: [
          {
            guard: 'isLastSlave',
            target: 'weighing',
            actions: {
              type: 'hearReport',
              params: ({ event: { node, received, life, upstream } }) => ({ node, received, life, upstream }),
            },
          },
          {
            actions: [
              {
                type: 'hearReport',
                params: ({ event: { node, received, life, upstream } }) => ({ node, received, life, upstream }),
              },
              'countAnswer',
            ],
          },
        ],
      },
      after: { patience: 'weighing' },
    },
    weighing: {
      entry: { type: 'weigh', params: ({ context: { master, named } }) => ({ master, named }) },
      on: {
        WEIGHED: [
          {
            guard: 'hasChosen',
            target: '#failoverManager.draining',
            actions: [
              {
                type: 'settleOn',
                params: ({ event: { chosen, life, candidates } }) => ({ chosen, life, candidates }),
              },
              { type: 'announce', params: ({ event }) => ({ node: event.chosen }) },
            ],
          },
          {
            guard: 'isSwitching',
            target: '#failoverManager.watching',
            actions: [giveBack('target-gone'), 'forgetName'],
          },
          { guard: 'mustAsk', target: '#failoverManager.waitingForChoice' },
          {
            guard: 'isRuledOut',
            target: '#failoverManager.blocked.byRules',
            actions: { type: 'block', params: ({ event }) => ({ reason: event.ruled, us: 0 }) },
          },
          {
            guard: 'isBereft',
            target: '#failoverManager.failed',
            actions: { type: 'fail', params: { reason: 'candidate-died' } },
          },
          {
            target: '#failoverManager.failed',
            actions: { type: 'fail', params: { reason: 'no-candidate' } },
          },
        ],
      },
    },
  },
})

export const waitingForChoice = failoverSetup.createStateConfig({
  entry: [
    'forgetName',
    {
      type: 'note',
      params: ({ context }) => ({
        kind: 'waiting-for-choice',
        args: { reason: context.s.byHand ? 'by-hand' : 'diverged' },
      }),
    },
  ],
  on: {
    PROMOTE: chosenByHand,
    // The master is back before anybody has decided.
    ANSWERED: [
      {
        guard: 'masterAnswers',
        target: 'watching',
        actions: [dropSuspicion, 'standDown'],
      },
      takenOver,
      { guard: 'newcomerAnswers', target: 'choosing' },
    ],
  },
})
