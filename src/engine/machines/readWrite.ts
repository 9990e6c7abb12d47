/**
 * A user: writes a row, waits for the OK, thinks, reads the row back (once or more, thinking before each read), and
 * writes the next one. It never has two requests under way. What it wrote and cannot see is what people call a bug;
 * whether that can happen is its route's to say. A write that failed is followed by the next write, a read that failed
 * counts as done; the pause after both is `retryMs`.
 */
import { assign, setup } from 'xstate'
import type { ClientSettings } from '../settings/index.ts'
import { type Answer, answerGuards, asks, waitingForAnswer } from './asks.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  (
    | { type: 'WRITE_NOW' }
    /** Its write has an outcome, and its connection is at rest. */
    | { type: 'FREE'; ok: boolean; gapUs: number }
    | Answer
    | { type: 'FAILED' }
    | { type: 'RESET' }
  )

interface Context {
  s: ClientSettings
  /** Writes. */
  sent: number
  /** Reads that the last write still has coming. */
  left: number
  /** Writes by hand that wait for what is under way. */
  byHand: number
  gapUs: number
  sentAt: number
  givesUpAt: number
  /** When it was put to work. */
  at: number
}

export const readWrite = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as { s: ClientSettings; at: number; sent: number },
  },
  actions: {
    ...shared,
    ...asks,
    issue: () => {},
    count: assign({ sent: ({ context }) => context.sent + 1, left: 0 }),
    plan: assign({ left: ({ context }) => context.s.readsPerWrite }),
    begin: assign(({ context }, p: { now: number }) => ({
      left: context.left - 1,
      sentAt: p.now,
      givesUpAt: p.now + context.s.timeoutUs,
    })),
    queue: assign({ byHand: ({ context }) => context.byHand + 1 }),
    unqueue: assign({ byHand: ({ context }) => context.byHand - 1 }),
    rest: assign({ gapUs: (_, gapUs: number) => gapUs }),
  },
  guards: {
    ...answerGuards,
    isQueued: ({ context }) => context.byHand > 0,
    hasFailed: ({ event }) => event.type === 'FREE' && !event.ok,
    hasReads: ({ context }) => context.left > 0,
    isFinished: ({ context }) => context.s.writes > 0 && context.sent >= context.s.writes,
  },
  delays: {
    start: ({ context }) => Math.max(1, context.s.startUs - context.at),
    think: ({ context }) => Math.max(1, context.gapUs),
    timeout: ({ context }) => context.s.timeoutUs,
    retry: ({ context }) => context.s.retryUs,
  },
}).createMachine({
  id: 'readWrite',
  context: ({ input }) => ({
    s: input.s,
    sent: input.sent,
    left: 0,
    byHand: 0,
    gapUs: 0,
    sentAt: 0,
    givesUpAt: 0,
    at: input.at,
  }),
  initial: 'off',
  states: {
    off: { after: { start: 'writing' }, on: { WRITE_NOW: 'writing' } },
    writing: {
      entry: ['count', 'issue'],
      on: {
        WRITE_NOW: { actions: 'queue' },
        FREE: [
          { guard: 'isQueued', target: 'writing', reenter: true, actions: 'unqueue' },
          { guard: 'hasFailed', target: 'deciding' },
          { target: 'thinking', actions: ['plan', { type: 'rest', params: ({ event }) => event.gapUs }] },
        ],
      },
    },
    thinking: { after: { think: 'deciding' }, on: { WRITE_NOW: 'writing' } },
    // Left again at once.
    deciding: {
      always: [
        { guard: 'isQueued', target: 'writing', actions: 'unqueue' },
        { guard: 'hasReads', target: 'waiting' },
        { guard: 'isFinished', target: 'stopped' },
        { target: 'writing' },
      ],
    },
    waiting: waitingForAnswer,
    // Left again at once: somebody's write by hand comes before the pause.
    answered: {
      always: [{ guard: 'isQueued', target: 'writing', actions: 'unqueue' }, { target: 'thinking' }],
    },
    backingOff: { after: { retry: 'deciding' } },
    stopped: { on: { WRITE_NOW: 'writing' } },
  },
})
