/**
 * One client connection at a node: what the server does with one write after another (DOMAIN 2.1): execute, write
 * to the binlog, have it flushed, wait at the commit gate, commit, reply. With the wait point AFTER_SYNC others do not
 * see yet what waits; with AFTER_COMMIT it commits first, and what waits is there for all to read (DOMAIN 2.3).
 * Only a master takes writes. A read runs as long as a statement and shows what is committed here, on a slave what it
 * has applied; one that asks for a position waits until that is applied, but not for ever (as MySQL's
 * WAIT_FOR_EXECUTED_GTID_SET). Simplified: one statement is one transaction, and rows never block one another.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Committing, commitGuards, commits, commitsAfterWait, flushed, type Placed } from './commits.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  (
    | { type: 'WRITE'; write: number; takes: string }
    /** `token`: the entry that must be applied here before it is answered; 0 = none. `there`: it is. */
    | { type: 'READ'; key: number; takes: string; token: number; patienceUs: number; there: boolean }
    /** Something was applied here. */
    | { type: 'APPLIED'; there: boolean }
    | Committing
    | { type: 'DIED' }
  )

interface Context extends Placed {
  s: NodeSettings
  write: number
  /** Of the read under way. */
  key: number
  token: number
  patienceUs: number
}

export const session = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    ...commits,
    take: assign({ write: (_, write: number) => write, from: 0, to: 0, first: false }),
    place: assign({
      from: (_, p: Placed) => p.from,
      to: (_, p) => p.to,
      first: (_, p) => p.first,
    }),
    reject: (_, _why: { write: number; reason: string }) => {},
    executed: (_, _what: { write: number }) => {},
    reply: (_, _what: { write: number }) => {},
    look: assign(({ event }) =>
      event.type === 'READ' ? { key: event.key, token: event.token, patienceUs: event.patienceUs } : {},
    ),
    holdRead: (_, _what: { key: number; to: number; us: number }) => {},
    /** With what is committed here by now. */
    answerRead: (_, _what: { key: number }) => {},
    refuseRead: (_, _why: { reason: string }) => {},
  },
  guards: {
    takesWrites: ({ event }) => event.type === 'WRITE' && event.takes === 'yes',
    takesReads: ({ event }) => event.type === 'READ' && event.takes === 'yes' && event.there,
    mustWait: ({ event }) => event.type === 'READ' && event.takes === 'yes' && !event.there,
    isThere: ({ event }) => event.type === 'APPLIED' && event.there,
    ...commitGuards,
  },
  delays: {
    execute: ({ context }) => context.s.executeUs,
    patience: ({ context }) => context.patienceUs,
    binlogWrite: ({ context }) => context.s.binlogWriteUs,
    commit: ({ context, event }) =>
      event.type === 'PASSED' || event.type === 'FLUSHED' ? event.commitUs : context.s.commitUs,
  },
}).createMachine({
  id: 'session',
  context: ({ input }) => ({ s: input.s, write: 0, from: 0, to: 0, first: false, key: 0, token: 0, patienceUs: 0 }),
  initial: 'idle',
  on: { DIED: '.idle' },
  states: {
    idle: {
      on: {
        WRITE: [
          { guard: 'takesWrites', target: 'executing', actions: { type: 'take', params: ({ event }) => event.write } },
          { actions: { type: 'reject', params: ({ event }) => ({ write: event.write, reason: event.takes }) } },
        ],
        READ: [
          { guard: 'takesReads', target: 'reading', actions: 'look' },
          { guard: 'mustWait', target: 'awaiting', actions: 'look' },
          { actions: { type: 'refuseRead', params: ({ event }) => ({ reason: event.takes }) } },
        ],
      },
    },
    awaiting: {
      entry: {
        type: 'holdRead',
        params: ({ context }) => ({ key: context.key, to: context.token, us: context.patienceUs }),
      },
      on: { APPLIED: { guard: 'isThere', target: 'reading' } },
      after: { patience: { target: 'idle', actions: { type: 'refuseRead', params: { reason: 'behind' } } } },
    },
    reading: {
      after: {
        execute: {
          target: 'idle',
          actions: { type: 'answerRead', params: ({ context }) => ({ key: context.key }) },
        },
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
      on: { FLUSHED: flushed },
    },
    waiting: {
      entry: { type: 'enterGate', params: ({ context: { write, from, to } }) => ({ write, from, to }) },
      on: {
        PASSED: [
          {
            guard: 'committedFirst',
            target: 'idle',
            actions: { type: 'reply', params: ({ context }) => ({ write: context.write }) },
          },
          commitsAfterWait,
        ],
      },
    },
    committing: {
      after: {
        commit: [
          {
            guard: 'committedFirst',
            target: 'waiting',
            actions: { type: 'commit', params: ({ context: { write, from, to } }) => ({ write, from, to }) },
          },
          {
            target: 'idle',
            actions: [
              { type: 'commit', params: ({ context: { write, from, to } }) => ({ write, from, to }) },
              { type: 'reply', params: ({ context }) => ({ write: context.write }) },
            ],
          },
        ],
      },
    },
  },
})
