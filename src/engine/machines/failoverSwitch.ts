/**
 * A graceful change of masters (DOMAIN 3.3): the old one takes no more writes and finishes what is under way, the named
 * one applies everything, and only then is it promoted. Until it is chosen, the monitor can give the writes back; after
 * that the old master begins a newer epoch of its own, so that the other one, if it took over unheard, is fenced.
 */
import { failoverSetup } from './failoverSetup.ts'
import { promoted, takenOver, takenOverUnheard } from './failoverTurns.ts'
import { giveBack, giveUpSwitch } from './failoverWhy.ts'

export const switchingOver = failoverSetup.createStateConfig({
  initial: 'settling',
  on: {
    MISSED: [
      {
        guard: 'masterIsSilent',
        target: 'suspecting',
        actions: [giveUpSwitch('master-silent'), 'forgetName'],
      },
      {
        guard: 'namedIsSilent',
        target: 'watching',
        actions: [giveBack('target-gone'), 'forgetName'],
      },
    ],
    LEFT: {
      guard: 'namedHasLeft',
      target: 'watching',
      actions: [giveBack('target-gone'), 'forgetName'],
    },
    ANSWERED: takenOver,
  },
  // The time that a failed attempt may cost.
  after: {
    catchUp: { target: 'watching', actions: [giveBack('too-slow'), 'forgetName'] },
  },
  states: {
    settling: {
      entry: { type: 'askReadOnly', params: ({ context }) => ({ node: context.master }) },
      on: {
        QUIET: {
          guard: 'isMaster',
          target: 'catchingUp',
          actions: { type: 'markEnd', params: ({ event }) => event.end },
        },
        // The word was lost on the way.
        ANSWERED: {
          guard: 'masterAnswers',
          actions: { type: 'askReadOnly', params: ({ context }) => ({ node: context.master }) },
        },
      },
    },
    catchingUp: {
      entry: { type: 'awaitTarget', params: ({ context: { named, end } }) => ({ node: named, to: end }) },
      on: {
        CAUGHT_UP: { guard: 'isNamed', target: '#failoverManager.choosing' },
        ANSWERED: {
          guard: 'namedAnswers',
          actions: { type: 'awaitTarget', params: ({ context: { named, end } }) => ({ node: named, to: end }) },
        },
      },
    },
  },
})

/** Nobody has written anywhere else meanwhile: clients still know only the old master. */
export const reinstating = failoverSetup.createStateConfig({
  entry: [
    giveUpSwitch('target-gone'),
    'settleOnMaster',
    { type: 'choose', params: ({ context: { chosen, promised } }) => ({ node: chosen, epoch: promised }) },
  ],
  on: {
    PROMOTED: promoted,
    MISSED: { guard: 'masterIsSilent', target: 'suspecting' },
    ANSWERED: [
      takenOverUnheard,
      {
        guard: 'masterIsReadOnly',
        actions: { type: 'choose', params: ({ context: { chosen, promised } }) => ({ node: chosen, epoch: promised }) },
      },
    ],
  },
})
