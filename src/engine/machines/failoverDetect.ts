/**
 * Is the master dead, or only out of reach? Its slaves know more than a single observer (DOMAIN 3.1), and where several
 * monitors watch, a quorum of them has to agree before one of them asks.
 */
import { failoverSetup } from './failoverSetup.ts'
import {
  aimAtMaster,
  doneElsewhere,
  dropSuspicion,
  nameAnother,
  promotedByHand,
  takenOver,
  tellUp,
} from './failoverTurns.ts'

export const suspecting = failoverSetup.createStateConfig({
  entry: { type: 'noteAbout', params: ({ context }) => ({ kind: 'suspected', node: context.master, reason: '' }) },
  after: { 1: [{ guard: 'votes', target: 'agreeing' }, { target: 'confirming' }] },
})

/** Of several monitors: it waits until it is elected, or somebody else has done the work. */
export const agreeing = failoverSetup.createStateConfig({
  entry: { type: 'tell', params: { to: 'voter', event: { type: 'DOWN' } } },
  on: {
    ELECTED: { target: 'confirming.decided', actions: { type: 'rise', params: ({ event }) => event.epoch } },
    ANSWERED: [
      {
        guard: 'masterAnswers',
        target: 'watching',
        actions: [dropSuspicion, 'trust', tellUp],
      },
      doneElsewhere,
    ],
    PROMOTE: promotedByHand,
  },
})

/**
 * A person has named the next master while several monitors keep the lease of the old one alive. Nobody can wait that out
 * alone: it asks for their votes, and who votes gives no more leases.
 */
export const standing = failoverSetup.createStateConfig({
  entry: { type: 'tell', params: { to: 'voter', event: { type: 'STAND' } } },
  on: {
    ELECTED: {
      target: 'fencing',
      actions: [{ type: 'rise', params: ({ event }) => event.epoch }, aimAtMaster],
    },
    NOT_ELECTED: { target: 'watching', actions: ['forgetName', 'standDown'] },
    ANSWERED: doneElsewhere,
    PROMOTE: nameAnother,
  },
})

export const confirming = failoverSetup.createStateConfig({
  initial: 'asking',
  on: {
    ANSWERED: [
      {
        guard: 'masterAnswers',
        target: 'watching',
        actions: [dropSuspicion, 'trust'],
      },
      takenOver,
    ],
  },
  states: {
    asking: {
      entry: ['newRound', { type: 'askSlaves', params: ({ context }) => ({ master: context.master }) }],
      on: {
        REPORT: [
          { guard: 'isStillReplicating', target: '#failoverManager.watching' },
          {
            guard: 'isReplicating',
            target: '#failoverManager.watching',
            actions: [
              {
                type: 'noteAbout',
                params: ({ context }) => ({
                  kind: 'suspicion-dropped',
                  node: context.master,
                  reason: 'still-replicating',
                }),
              },
              'doubt',
            ],
          },
          { guard: 'isLastSlave', target: 'confirmed' },
          { actions: 'countAnswer' },
        ],
      },
      after: {
        patience: [
          {
            guard: 'nobodyAnswered',
            target: '#failoverManager.failed',
            actions: { type: 'fail', params: { reason: 'no-candidate' } },
          },
          { target: 'confirmed' },
        ],
      },
    },
    // Left again at once: to act, or to wait until it may.
    confirmed: {
      entry: {
        type: 'noteAbout',
        params: ({ context }) => ({ kind: 'confirmed', node: context.master, reason: 'no-slave-sees-it' }),
      },
      always: 'decided',
    },
    decided: {
      always: [
        { guard: 'isTooSoon', target: '#failoverManager.blocked' },
        {
          target: '#failoverManager.fencing',
          actions: aimAtMaster,
        },
      ],
    },
  },
})
