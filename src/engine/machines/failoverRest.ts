/**
 * The monitor at rest: nothing is wrong yet, all is done, or it has failed and tries again when there is somebody to try with.
 */
import { failoverSetup } from './failoverSetup.ts'
import {
  aimAtMaster,
  doneElsewhere,
  promotedByHand,
  promotedByHandAfterAll,
  switchedByHand,
  takenOver,
  tellUp,
} from './failoverTurns.ts'

export const watching = failoverSetup.createStateConfig({
  on: {
    MISSED: [
      { guard: 'masterIsStillSilent', target: 'confirming' },
      { guard: 'masterIsSilent', target: 'suspecting' },
      {
        guard: 'leavesOrphans',
        actions: {
          type: 'adopt',
          params: ({ context: { master, epoch }, event }) => ({ node: event.node, master, epoch }),
        },
      },
    ],
    ANSWERED: [
      {
        guard: 'masterIsReadOnly',
        actions: ['trust', { type: 'giveWrites', params: ({ context }) => ({ node: context.master }) }],
      },
      { guard: 'masterIsBack', actions: 'trust' },
      doneElsewhere,
      takenOver,
      {
        guard: 'isAstray',
        actions: {
          type: 'repointOne',
          params: ({ context: { epoch }, event: { node, proper } }) => ({ node, upstream: proper, epoch }),
        },
      },
      {
        guard: 'mayComeBack',
        actions: {
          type: 'takeBack',
          params: ({ context: { master, epoch }, event: { node } }) => ({ node, master, epoch }),
        },
      },
    ],
    PROMOTE: promotedByHand,
    SWITCHOVER: switchedByHand,
  },
})

export const done = failoverSetup.createStateConfig({
  on: {
    ANSWERED: { guard: 'masterAnswers', target: 'watching' },
    MISSED: { guard: 'masterIsSilent', target: 'suspecting' },
    PROMOTE: promotedByHand,
    SWITCHOVER: switchedByHand,
  },
})

export const failed = failoverSetup.createStateConfig({
  entry: 'forgetName',
  on: {
    // It tries again when there is somebody to try with.
    ANSWERED: [
      {
        guard: 'masterAnswers',
        target: 'watching',
        actions: ['standDown', 'forgive', tellUp],
      },
      doneElsewhere,
      takenOver,
      { guard: 'candidateAnswers', target: 'suspecting' },
    ],
    // A relay log that was not empty is not tried again before somebody has done something about it.
    REVIEW: { guard: 'wasUndrained', target: 'suspecting', actions: 'forgive' },
    ELECTED: {
      target: 'fencing',
      actions: [{ type: 'rise', params: ({ event }) => event.epoch }, aimAtMaster],
    },
    PROMOTE: promotedByHandAfterAll,
  },
})
