/**
 * What a node is for. A slave becomes master step by step: the master is confirmed down (it stops copying and says
 * how far it has come), it is chosen, it empties its relay log or throws it away, it is promoted. A master that hears
 * of a newer epoch is fenced: it refuses writes from then on (DOMAIN 3.3, epoch as fencing token). One that lost its
 * lease, that makes room for another, or that returns where masters are fenced, is read-only until it is told more.
 * A fenced node stays fenced until somebody takes it back into service as a slave: as it is, after taking back what the
 * newest master lacks (which takes its time), or with a copy of somebody else's data (DOMAIN 3.5).
 */

import type { NodeSettings } from '../settings/index.ts'
import { rewindUs, roleSetup } from './roleSetup.ts'

interface Asked {
  context: { s: NodeSettings }
  event: { upstream: number; epoch: number; back: number }
}

/** What its log no longer holds it cannot take back. */
const REWIND = [
  {
    guard: 'cannotRewind',
    actions: {
      type: 'failRewind',
      params: ({ event: { upstream, epoch } }: Asked) => ({ upstream, epoch }),
    },
  },
  {
    target: 'rewinding',
    actions: {
      type: 'beginRewind',
      params: ({ context, event: { upstream, back } }: Asked) => ({ upstream, us: rewindUs(context.s, back) }),
    },
  },
] as const

export const role = roleSetup.createMachine({
  id: 'role',
  context: ({ input }) => ({ s: input.s, chosenFor: 0, awaited: 0, lapsed: false, yields: false }),
  initial: 'slave',
  on: {
    REPORT: { actions: { type: 'report', params: { word: 'report' } } },
    LEASE_LOST: { actions: 'lapse' },
    LEASE_HELD: { actions: 'unlapse' },
  },
  states: {
    slave: {
      initial: 'following',
      on: {
        APPOINT: { target: 'master', actions: 'appoint' },
        CONFIRM_DOWN: {
          target: 'candidate',
          actions: ['stopReceiver', { type: 'report', params: { word: 'candidate' } }],
        },
        REPOINT: {
          actions: [
            {
              type: 'repoint',
              params: ({ event }) => ({ upstream: event.upstream, epoch: event.epoch, resume: false }),
            },
            { type: 'report', params: { word: 'repointed' } },
          ],
        },
        AWAIT: [
          { guard: 'hasItAll', actions: { type: 'report', params: { word: 'caught-up' } } },
          { target: '.catchingUp', actions: { type: 'await', params: ({ event }) => event.to } },
        ],
        // One that has diverged.
        REWIND,
      },
      states: {
        following: {},
        // Named to take over from a master that has stopped taking writes.
        catchingUp: {
          on: {
            APPLIED: {
              guard: 'hasCaughtUp',
              target: 'following',
              actions: { type: 'report', params: { word: 'caught-up' } },
            },
            STAND_DOWN: 'following',
            DIED: 'following',
          },
        },
      },
    },
    candidate: {
      on: {
        CONFIRM_DOWN: { actions: { type: 'report', params: { word: 'candidate' } } },
        CHOSEN: [
          { guard: 'mustNotDrain', actions: { type: 'report', params: { word: 'undrained' } } },
          {
            guard: 'skipsDrain',
            target: 'promote',
            actions: [
              { type: 'remember', params: ({ event: { epoch, until, now } }) => ({ epoch, until, now }) },
              { type: 'tell', params: ({ event }) => ({ to: 'lease', event: { type: 'GRANT', until: event.until } }) },
              'skipRelay',
              { type: 'report', params: { word: 'drained' } },
            ],
          },
          {
            target: 'drain',
            actions: [
              { type: 'remember', params: ({ event: { epoch, until, now } }) => ({ epoch, until, now }) },
              { type: 'tell', params: ({ event }) => ({ to: 'lease', event: { type: 'GRANT', until: event.until } }) },
            ],
          },
        ],
        STAND_DOWN: { target: 'slave', actions: 'resumeReceiver' },
        REPOINT: {
          target: 'slave',
          actions: [
            {
              type: 'repoint',
              params: ({ event }) => ({ upstream: event.upstream, epoch: event.epoch, resume: true }),
            },
            { type: 'report', params: { word: 'repointed' } },
          ],
        },
        DIED: 'slave',
      },
    },
    drain: {
      entry: 'beginDrain',
      exit: 'endDrain',
      on: {
        RELAY_EMPTY: { target: 'promote', actions: { type: 'report', params: { word: 'drained' } } },
        DIED: 'slave',
      },
    },
    promote: {
      on: { DIED: 'slave' },
      after: {
        promote: [
          // Somebody else was chosen meanwhile, and was faster: that epoch counts.
          { guard: 'ledAndIsOutdated', target: 'readOnly.closed' },
          { guard: 'isOutdated', target: 'candidate' },
          {
            target: 'master',
            actions: [
              { type: 'takeOver', params: ({ context }) => ({ epoch: context.chosenFor }) },
              { type: 'report', params: { word: 'promoted' } },
            ],
          },
        ],
      },
    },
    master: {
      always: {
        guard: 'hasLapsed',
        target: 'readOnly.closed',
        actions: { type: 'stopWrites', params: { reason: 'lease' } },
      },
      on: {
        SEE_EPOCH: {
          guard: 'isNewer',
          target: 'fenced',
          actions: { type: 'fence', params: ({ event }) => ({ epoch: event.epoch }) },
        },
        READ_ONLY: {
          target: 'readOnly',
          actions: ['yield', { type: 'stopWrites', params: { reason: 'switchover' } }],
        },
        DIED: { guard: 'comesBackReadOnly', target: 'readOnly.closed' },
      },
    },
    readOnly: {
      initial: 'closing',
      on: {
        SEE_EPOCH: {
          guard: 'isDeposed',
          target: 'fenced',
          actions: { type: 'fence', params: ({ event }) => ({ epoch: event.epoch }) },
        },
        WRITABLE: {
          guard: 'isInTime',
          target: 'master',
          actions: [
            'insist',
            'unlapse',
            {
              type: 'tell',
              params: ({ event }) => ({ to: 'lease', event: { type: 'GRANT', until: event.until } }),
            },
            'takeWrites',
          ],
        },
        // Nobody else could take over: it begins an epoch of its own, so that whoever was chosen instead is fenced.
        CHOSEN: {
          guard: 'makesRoom',
          target: 'promote',
          actions: [
            'insist',
            { type: 'remember', params: ({ event: { epoch, until, now } }) => ({ epoch, until, now }) },
            { type: 'tell', params: ({ event }) => ({ to: 'lease', event: { type: 'GRANT', until: event.until } }) },
          ],
        },
        REPOINT: {
          guard: 'makesRoom',
          target: 'slave',
          actions: [
            'insist',
            { type: 'follow', params: ({ event }) => ({ upstream: event.upstream, epoch: event.epoch }) },
            { type: 'report', params: { word: 'repointed' } },
          ],
        },
        DIED: { target: '.closed', actions: 'insist' },
      },
      states: {
        // What is under way is finished; nothing new is taken.
        closing: {
          always: { guard: 'isQuiet', target: 'closed', actions: { type: 'report', params: { word: 'quiet' } } },
          on: {
            SETTLED: { guard: 'isQuiet', target: 'closed', actions: { type: 'report', params: { word: 'quiet' } } },
          },
        },
        closed: {
          on: { READ_ONLY: { actions: ['yield', { type: 'report', params: { word: 'quiet' } }] } },
        },
      },
    },
    // Its history is over; whoever gives it another one says so.
    fenced: {
      on: {
        DEMOTE: 'slave',
        REJOIN: {
          target: 'slave',
          actions: { type: 'rejoin', params: ({ event }) => ({ upstream: event.upstream, epoch: event.epoch }) },
        },
        REWIND,
        REBUILD: {
          target: 'slave',
          actions: { type: 'startOver', params: ({ event }) => ({ upstream: event.upstream, epoch: event.epoch }) },
        },
      },
    },
    rewinding: {
      after: { rewind: { target: 'slave', actions: 'finishRewind' } },
      on: {
        DIED: [
          { guard: 'isLed', target: 'fenced', actions: 'breakRewind' },
          { target: 'slave', actions: 'breakRewind' },
        ],
      },
    },
  },
})
