/**
 * Anti-entropy between two masters, as a repair in Cassandra or `pt-table-sync` between servers does it: one asks the other for
 * all its rows, settles them with its own, and sends back what came of it, so that both hold the same. Simplified: no
 * checksums narrow down what is sent, and a message that is lost ends it.
 */
import { setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** `rows`: which exchange brings them; `count`: rows that have changed so far. */
interface Rows {
  peer: number
  rows: number
  count: number
}
type Event = Heard &
  (
    | { type: 'REPAIR'; peer: number }
    | { type: 'ASKED'; peer: number }
    | ({ type: 'GIVEN' } & Rows)
    | ({ type: 'SETTLED' } & Rows)
    | { type: 'DONE'; peer: number; count: number }
  )

export const repairer = setup({
  types: { context: {} as { s: NodeSettings }, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    ask: (_, _whom: { peer: number }) => {},
    give: (_, _whom: { peer: number }) => {},
    settle: (_, _what: Rows) => {},
    take: (_, _what: Rows) => {},
    finish: (_, _what: { peer: number; count: number }) => {},
  },
}).createMachine({
  id: 'repairer',
  context: ({ input }) => ({ s: input.s }),
  initial: 'ready',
  states: {
    ready: {
      on: {
        REPAIR: { actions: { type: 'ask', params: ({ event }) => ({ peer: event.peer }) } },
        ASKED: { actions: { type: 'give', params: ({ event }) => ({ peer: event.peer }) } },
        GIVEN: {
          actions: { type: 'settle', params: ({ event: { peer, rows, count } }) => ({ peer, rows, count }) },
        },
        SETTLED: {
          actions: { type: 'take', params: ({ event: { peer, rows, count } }) => ({ peer, rows, count }) },
        },
        DONE: { actions: { type: 'finish', params: ({ event: { peer, count } }) => ({ peer, count }) } },
      },
    },
  },
})
