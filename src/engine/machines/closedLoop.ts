/**
 * A client that works in a circle: write, wait for the answer, think, write again. It never has two writes under
 * way, so that a slow database slows it down. A write by hand is sent at once, or right after the one in flight.
 */
import { assign, setup } from 'xstate'
import type { ClientSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard & ({ type: 'WRITE_NOW' } | { type: 'FREE'; ok: boolean; gapUs: number })

interface Context {
  s: ClientSettings
  sent: number
  /** Writes by hand that wait for the one in flight. */
  byHand: number
  /** The pause drawn for this round. */
  gapUs: number
  /** When it last stood still, to know how long until it starts. */
  at: number
}

export const closedLoop = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: ClientSettings; at: number; sent: number } },
  actions: {
    ...shared,
    issue: () => {},
    count: assign({ sent: ({ context }) => context.sent + 1 }),
    queue: assign({ byHand: ({ context }) => context.byHand + 1 }),
    unqueue: assign({ byHand: ({ context }) => context.byHand - 1 }),
    rest: assign({ gapUs: (_, p: { gapUs: number; now: number }) => p.gapUs, at: (_, p) => p.now }),
  },
  guards: {
    isQueued: ({ context }) => context.byHand > 0,
    hasFailed: ({ event }) => event.type === 'FREE' && !event.ok,
    isFinished: ({ context }) => context.s.writes > 0 && context.sent >= context.s.writes,
    isEarly: ({ context, event }) => event.now < context.s.startUs,
  },
  delays: {
    start: ({ context }) => Math.max(1, context.s.startUs - context.at),
    think: ({ context }) => Math.max(1, context.gapUs),
  },
}).createMachine({
  id: 'closedLoop',
  context: ({ input }) => ({ s: input.s, sent: input.sent, byHand: 0, gapUs: 0, at: input.at }),
  initial: 'off',
  states: {
    off: { after: { start: 'writing' }, on: { WRITE_NOW: 'writing' } },
    writing: {
      entry: ['count', 'issue'],
      on: {
        WRITE_NOW: { actions: 'queue' },
        FREE: [
          { guard: 'isQueued', target: 'writing', reenter: true, actions: 'unqueue' },
          { guard: 'isFinished', target: 'stopped' },
          {
            guard: 'isEarly',
            target: 'off',
            actions: { type: 'rest', params: ({ event }) => ({ gapUs: event.gapUs, now: event.now }) },
          },
          { guard: 'hasFailed', target: 'writing', reenter: true },
          {
            target: 'thinking',
            actions: { type: 'rest', params: ({ event }) => ({ gapUs: event.gapUs, now: event.now }) },
          },
        ],
      },
    },
    thinking: { after: { think: 'writing' }, on: { WRITE_NOW: 'writing' } },
    stopped: { on: { WRITE_NOW: 'writing' } },
  },
})
