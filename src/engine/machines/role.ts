/**
 * What a node is for. A slave becomes master step by step: the master is confirmed down (it stops copying and says
 * how far it has come), it is chosen, it empties its relay log, it is promoted. A master that hears of a newer
 * epoch is fenced: it refuses writes from then on (DOMAIN 3.3, epoch as fencing token). Simplified: a fenced
 * node stays fenced; taking it back into service is another story.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  (
    | { type: 'APPOINT' }
    | { type: 'REPORT' }
    | { type: 'CONFIRM_DOWN' }
    | { type: 'CHOSEN'; epoch: number }
    | { type: 'RELAY_EMPTY' }
    | { type: 'STAND_DOWN' }
    | { type: 'REPOINT'; upstream: number; epoch: number }
    | { type: 'SEE_EPOCH'; epoch: number; own: number }
    | { type: 'DIED' }
  )

interface Context {
  s: NodeSettings
  /** The epoch that it was chosen to begin. */
  chosenFor: number
}

export const role = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    /** Take writes in the first epoch: how a scenario starts. */
    appoint: () => {},
    /** Answer the monitor: is the receiver connected, how far is the relay log? */
    report: (_, _answer: { word: 'report' | 'candidate' | 'drained' | 'promoted' | 'repointed' }) => {},
    stopReceiver: () => {},
    resumeReceiver: () => {},
    /** Copy from there from now on; `resume`: also if it is where it copied from before it stopped. */
    repoint: (_, _to: { upstream: number; epoch: number; resume: boolean }) => {},
    beginDrain: () => {},
    endDrain: () => {},
    /** Begin an epoch of one's own and take writes. */
    takeOver: (_, _as: { epoch: number }) => {},
    fence: (_, _by: { epoch: number }) => {},
    remember: assign({ chosenFor: (_, epoch: number) => epoch }),
  },
  guards: { isNewer: ({ event }) => event.type === 'SEE_EPOCH' && event.epoch > event.own },
  delays: { promote: ({ context }) => context.s.promoteUs },
}).createMachine({
  id: 'role',
  context: ({ input }) => ({ s: input.s, chosenFor: 0 }),
  initial: 'slave',
  on: { REPORT: { actions: { type: 'report', params: { word: 'report' } } } },
  states: {
    slave: {
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
      },
    },
    candidate: {
      on: {
        CONFIRM_DOWN: { actions: { type: 'report', params: { word: 'candidate' } } },
        CHOSEN: { target: 'drain', actions: { type: 'remember', params: ({ event }) => event.epoch } },
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
        promote: {
          target: 'master',
          actions: [
            { type: 'takeOver', params: ({ context }) => ({ epoch: context.chosenFor }) },
            { type: 'report', params: { word: 'promoted' } },
          ],
        },
      },
    },
    master: {
      on: {
        SEE_EPOCH: {
          guard: 'isNewer',
          target: 'fenced',
          actions: { type: 'fence', params: ({ event }) => ({ epoch: event.epoch }) },
        },
      },
    },
    fenced: {},
  },
})
