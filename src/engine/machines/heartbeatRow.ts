/**
 * A job on the master that writes the time into a row of its own, again and again (as pt-heartbeat does). The row is a
 * transaction like a client's: it is flushed to the binlog, waits at the commit gate, commits, and travels. A slave that
 * looks at its copy knows how old its data are, which Seconds_Behind_Source does not say. While one waits no other is
 * written. Simplified: its statement takes no time, and its answer goes nowhere.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Committing, commitGuards, commits, commitsAfterWait, flushed, type Placed } from './commits.ts'
import { type Heard, shared } from './intents.ts'

/** `takes`: does its node take writes? */
type Event = Heard & { takes: boolean } & (
    | { type: 'BEAT' } // Its node takes writes from now on, or the rhythm is another one.
    | Committing
    | { type: 'DIED' }
  )

interface Context extends Placed {
  s: NodeSettings
  writtenAt: number
}

export const heartbeatRow = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    ...commits,
    date: assign({ writtenAt: ({ event }) => event.now }),
    place: assign({
      from: (_, p: Placed) => p.from,
      to: (_, p) => p.to,
      first: (_, p) => p.first,
    }),
  },
  guards: {
    isWanted: ({ context, event }) => context.s.heartbeatRowUs > 0 && event.takes,
    ...commitGuards,
  },
  delays: {
    rest: ({ context, event }) => Math.max(1, context.writtenAt + context.s.heartbeatRowUs - event.now),
    commit: ({ context, event }) =>
      event.type === 'PASSED' || event.type === 'FLUSHED' ? event.commitUs : context.s.commitUs,
  },
}).createMachine({
  id: 'heartbeatRow',
  context: ({ input }) => ({ s: input.s, writtenAt: 0, from: 0, to: 0, first: false }),
  initial: 'off',
  on: { DIED: '.off' },
  states: {
    off: { on: { BEAT: { guard: 'isWanted', target: 'flushing' } } },
    flushing: {
      entry: ['date', { type: 'joinFlush', params: { write: 0 } }],
      on: { FLUSHED: flushed },
    },
    waiting: {
      entry: { type: 'enterGate', params: ({ context: { from, to } }) => ({ write: 0, from, to }) },
      on: { PASSED: [{ guard: 'committedFirst', target: 'resting' }, commitsAfterWait] },
    },
    committing: {
      after: {
        commit: [
          {
            guard: 'committedFirst',
            target: 'waiting',
            actions: { type: 'commit', params: ({ context: { from, to } }) => ({ write: 0, from, to }) },
          },
          {
            target: 'resting',
            actions: { type: 'commit', params: ({ context: { from, to } }) => ({ write: 0, from, to }) },
          },
        ],
      },
    },
    resting: {
      on: { BEAT: [{ guard: 'isWanted', target: 'resting', reenter: true }, { target: 'off' }] },
      after: { rest: [{ guard: 'isWanted', target: 'flushing' }, { target: 'off' }] },
    },
  },
})
