/**
 * A client that sends at its rate, come what may: an open stream, as many independent users make it. A slow
 * database does not slow it down; what its connections cannot take queues at the client.
 */
import { assign, setup } from 'xstate'
import type { ClientSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** `gapUs`: the pause drawn for the next round; 0 = it writes only when told to. */
type Event = Heard & { gapUs: number } & ({ type: 'WRITE_NOW' } | { type: 'REVIEW' })

export const stream = setup({
  types: {
    /** `at`: when it was put to work. */
    context: {} as { s: ClientSettings; sent: number; at: number },
    events: {} as Event,
    input: {} as { s: ClientSettings; at: number; sent: number },
  },
  actions: {
    ...shared,
    issue: () => {},
    count: assign({ sent: ({ context }) => context.sent + 1 }),
  },
  guards: {
    /** Has it sent all it may, or does it write only when told to? */
    isFinished: ({ context: { s, sent }, event }) => event.gapUs === 0 || (s.writes > 0 && sent >= s.writes),
  },
  delays: {
    start: ({ context }) => Math.max(1, context.s.startUs - context.at),
    gap: ({ event }) => event.gapUs,
  },
}).createMachine({
  id: 'stream',
  context: ({ input }) => ({ s: input.s, sent: input.sent, at: input.at }),
  initial: 'off',
  on: { WRITE_NOW: { actions: 'issue' } },
  states: {
    off: { after: { start: [{ guard: 'isFinished', target: 'stopped' }, { target: 'flowing' }] } },
    flowing: {
      entry: ['count', 'issue'],
      after: {
        gap: [
          { guard: 'isFinished', target: 'stopped' },
          { target: 'flowing', reenter: true },
        ],
      },
    },
    // A rate set above 0 makes it flow; a changed one counts from the next write on.
    stopped: { on: { REVIEW: [{ guard: 'isFinished' }, { target: 'flowing' }] } },
  },
})
