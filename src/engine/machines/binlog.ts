/**
 * Group commit. One flush runs at a time; transactions that are ready while it runs share the next one, and the
 * order of the binlog is the order in which they joined. What has been flushed survives a crash (sync_binlog=1).
 */
import { setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** `ready`: transactions that wait for the next flush. */
type Event = Heard & { ready: number } & ({ type: 'JOIN' } | { type: 'DIED' })

export const binlog = setup({
  types: { context: {} as { s: NodeSettings }, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    /** All that are ready are in this flush. */
    beginFlush: () => {},
    /** They are in the log: give them positions, wake their sessions and the senders. */
    finishFlush: () => {},
  },
  guards: { anyReady: ({ event }) => event.ready > 0 },
  delays: { flush: ({ context }) => context.s.flushUs },
}).createMachine({
  id: 'binlog',
  context: ({ input }) => ({ s: input.s }),
  initial: 'quiet',
  states: {
    quiet: { on: { JOIN: { guard: 'anyReady', target: 'flushing' } } },
    flushing: {
      entry: 'beginFlush',
      on: { DIED: 'quiet' },
      after: {
        flush: [
          { guard: 'anyReady', target: 'flushing', reenter: true, actions: 'finishFlush' },
          { target: 'quiet', actions: 'finishFlush' },
        ],
      },
    },
  },
})
