/**
 * From the chosen one to the end: it empties its relay log and takes over, its siblings and the clients follow. One
 * that is given up on the way may have taken over unheard: it is fenced before another is chosen. In a switchover
 * the old master is still there, and outranks it.
 */
import { failoverSetup } from './failoverSetup.ts'
import { promoted, takenOver } from './failoverTurns.ts'

export const draining = failoverSetup.createStateConfig({
  entry: {
    type: 'choose',
    params: ({ context: { chosen, promised } }) => ({ node: chosen, epoch: promised }),
  },
  on: {
    DRAINED: { guard: 'isChosen', target: 'promoting' },
    UNDRAINED: {
      guard: 'isChosen',
      target: 'failed',
      actions: ['blame', { type: 'fail', params: { reason: 'not-drained' } }],
    },
    MISSED: [
      { guard: 'chosenIsSilentInSwitch', target: 'reinstating' },
      { guard: 'chosenIsSilent', target: 'fencing', actions: ['mourn', 'forgetName'] },
    ],
    ANSWERED: [
      takenOver,
      { guard: 'chosenWasRebornInSwitch', target: 'reinstating' },
      { guard: 'chosenWasReborn', target: 'fencing', actions: ['mourn', 'forgetName'] },
      {
        guard: 'chosenHasNotHeard',
        actions: {
          type: 'choose',
          params: ({ context: { chosen, promised } }) => ({ node: chosen, epoch: promised }),
        },
      },
    ],
    LEFT: [
      { guard: 'chosenHasLeftInSwitch', target: 'reinstating' },
      { guard: 'chosenHasLeft', target: 'fencing', actions: ['mourn', 'forgetName'] },
    ],
  },
})

export const promoting = failoverSetup.createStateConfig({
  on: {
    PROMOTED: promoted,
    MISSED: [
      { guard: 'chosenIsSilentInSwitch', target: 'reinstating' },
      { guard: 'chosenIsSilent', target: 'fencing', actions: ['mourn', 'forgetName'] },
    ],
    ANSWERED: [
      takenOver,
      { guard: 'chosenWasRebornInSwitch', target: 'reinstating' },
      { guard: 'chosenWasReborn', target: 'fencing', actions: ['mourn', 'forgetName'] },
    ],
    LEFT: [
      { guard: 'chosenHasLeftInSwitch', target: 'reinstating' },
      { guard: 'chosenHasLeft', target: 'fencing', actions: ['mourn', 'forgetName'] },
    ],
  },
})

export const repointing = failoverSetup.createStateConfig({
  entry: [
    'newRound',
    {
      type: 'repointOthers',
      params: ({ context: { master, former, switching, epoch } }) => ({
        master,
        former: switching ? former : -1,
        epoch,
      }),
    },
  ],
  always: { guard: 'noneIsLeft', target: 'rerouting' },
  on: {
    REPOINTED: [{ guard: 'isLastCandidate', target: 'rerouting' }, { actions: 'countAnswer' }],
  },
  after: { patience: 'rerouting' },
})

export const rerouting = failoverSetup.createStateConfig({
  entry: { type: 'reroute', params: ({ context }) => ({ master: context.master }) },
  on: {
    REROUTED: {
      target: 'done',
      actions: [{ type: 'conclude', params: ({ context }) => ({ switching: context.switching }) }, 'rest'],
    },
  },
})
