/**
 * The job that throws tombstones away: it looks through the deleted rows of its master every now and then, as compaction
 * does, and forgets those that are old enough. It rests where nothing is deleted, or where tombstones are kept.
 */
import { setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** `everyUs`: until it looks again; 0 = there is nothing to look for. */
type Event = Heard & { everyUs: number } & ({ type: 'TEND' } | { type: 'DIED' })

export const collector = setup({
  types: { context: {} as { s: NodeSettings }, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    /** Forget what may be forgotten. */
    collect: () => {},
  },
  guards: { hasWork: ({ event }) => event.everyUs > 0 },
  delays: { every: ({ event }) => event.everyUs },
}).createMachine({
  id: 'collector',
  context: ({ input }) => ({ s: input.s }),
  initial: 'resting',
  on: { DIED: '.resting' },
  states: {
    resting: { on: { TEND: { guard: 'hasWork', target: 'waiting' } } },
    waiting: {
      after: {
        every: [{ guard: 'hasWork', target: 'waiting', reenter: true, actions: 'collect' }, { target: 'resting' }],
      },
    },
  },
})
