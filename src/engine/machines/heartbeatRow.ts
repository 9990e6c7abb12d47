/**
 * A job on the master that writes the time into a row of its own, again and again (as pt-heartbeat does). The row is a
 * transaction like a client's: it is flushed to the binlog, waits at the commit gate, commits, and travels. A slave that
 * looks at its copy knows how old its data are, which Seconds_Behind_Source does not say. While one waits no other is
 * written. Simplified: its statement takes no time, and its answer goes nowhere.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** `takes`: does its node take writes? */
type Event = Heard & { takes: boolean } /** Its node takes writes from now on, or the rhythm is another one. */ & (
    | { type: 'BEAT' }
    | { type: 'FLUSHED'; from: number; to: number; first: boolean; commitUs: number }
    | { type: 'PASSED'; commitUs: number }
    | { type: 'DIED' }
  )

interface Context {
  s: NodeSettings
  writtenAt: number
  from: number
  to: number
  /** It commits before it waits. */
  first: boolean
}

export const heartbeatRow = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    date: assign({ writtenAt: ({ event }) => event.now }),
    place: assign({
      from: (_, p: { from: number; to: number; first: boolean }) => p.from,
      to: (_, p) => p.to,
      first: (_, p) => p.first,
    }),
    joinFlush: (_, _what: { write: number }) => {},
    enterGate: (_, _what: { write: number; from: number; to: number }) => {},
    beginCommit: (_, _till: { until: number; to: number }) => {},
    commit: (_, _what: { write: number; from: number; to: number }) => {},
  },
  guards: {
    isWanted: ({ context, event }) => context.s.heartbeatRowUs > 0 && event.takes,
    commitsFirst: ({ event }) => event.type === 'FLUSHED' && event.first,
    committedFirst: ({ context }) => context.first,
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
      on: {
        FLUSHED: [
          {
            guard: 'commitsFirst',
            target: 'committing',
            actions: [
              { type: 'place', params: ({ event: { from, to, first } }) => ({ from, to, first }) },
              { type: 'beginCommit', params: ({ event }) => ({ until: event.now + event.commitUs, to: event.to }) },
            ],
          },
          {
            target: 'waiting',
            actions: { type: 'place', params: ({ event: { from, to, first } }) => ({ from, to, first }) },
          },
        ],
      },
    },
    waiting: {
      entry: { type: 'enterGate', params: ({ context: { from, to } }) => ({ write: 0, from, to }) },
      on: {
        PASSED: [
          { guard: 'committedFirst', target: 'resting' },
          {
            target: 'committing',
            actions: {
              type: 'beginCommit',
              params: ({ context, event }) => ({ until: event.now + event.commitUs, to: context.to }),
            },
          },
        ],
      },
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
