/**
 * One client connection at a node: what the server does with one write after another (DOMAIN 2.1): execute, write
 * to the binlog, have it flushed, wait at the commit gate (AFTER_SYNC: others don't see it yet), commit, reply.
 * Only a master takes writes. Simplified: one statement is one transaction, and rows never block one another.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  (
    | { type: 'WRITE'; write: number; takes: string }
    | { type: 'FLUSHED'; from: number; to: number }
    | { type: 'PASSED'; commitUs: number }
    | { type: 'DIED' }
  )

interface Context {
  s: NodeSettings
  write: number
  /** Positions of its entries, once they are in the binlog. */
  from: number
  to: number
}

export const session = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    take: assign({ write: (_, write: number) => write, from: 0, to: 0 }),
    place: assign({ from: (_, p: { from: number; to: number }) => p.from, to: (_, p) => p.to }),
    reject: (_, _why: { write: number; reason: string }) => {},
    executed: (_, _what: { write: number }) => {},
    joinFlush: (_, _what: { write: number }) => {},
    enterGate: (_, _what: { write: number; from: number; to: number }) => {},
    /** Keeps commits in log order: nobody later may be visible before `until`. */
    beginCommit: (_, _till: { until: number }) => {},
    /** Visible to others from now on. */
    commit: (_, _what: { write: number; from: number; to: number }) => {},
    reply: (_, _what: { write: number }) => {},
  },
  guards: { takesWrites: ({ event }) => event.type === 'WRITE' && event.takes === 'yes' },
  delays: {
    execute: ({ context }) => context.s.executeUs,
    binlogWrite: ({ context }) => context.s.binlogWriteUs,
    commit: ({ context, event }) => (event.type === 'PASSED' ? event.commitUs : context.s.commitUs),
  },
}).createMachine({
  id: 'session',
  context: ({ input }) => ({ s: input.s, write: 0, from: 0, to: 0 }),
  initial: 'idle',
  on: { DIED: '.idle' },
  states: {
    idle: {
      on: {
        WRITE: [
          { guard: 'takesWrites', target: 'executing', actions: { type: 'take', params: ({ event }) => event.write } },
          { actions: { type: 'reject', params: ({ event }) => ({ write: event.write, reason: event.takes }) } },
        ],
      },
    },
    executing: {
      after: {
        execute: {
          target: 'writing',
          actions: { type: 'executed', params: ({ context }) => ({ write: context.write }) },
        },
      },
    },
    writing: { after: { binlogWrite: 'flushing' } },
    flushing: {
      entry: { type: 'joinFlush', params: ({ context }) => ({ write: context.write }) },
      on: {
        FLUSHED: {
          target: 'waiting',
          actions: { type: 'place', params: ({ event }) => ({ from: event.from, to: event.to }) },
        },
      },
    },
    waiting: {
      entry: { type: 'enterGate', params: ({ context: { write, from, to } }) => ({ write, from, to }) },
      on: {
        PASSED: {
          target: 'committing',
          actions: { type: 'beginCommit', params: ({ event }) => ({ until: event.now + event.commitUs }) },
        },
      },
    },
    committing: {
      after: {
        commit: {
          target: 'idle',
          actions: [
            { type: 'commit', params: ({ context: { write, from, to } }) => ({ write, from, to }) },
            { type: 'reply', params: ({ context }) => ({ write: context.write }) },
          ],
        },
      },
    },
  },
})
