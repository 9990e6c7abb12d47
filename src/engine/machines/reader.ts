/**
 * A client that reads in a circle: ask a node for a row, wait for the answer, think, ask again. It never has two
 * reads under way. It takes no part in replication: it sees what the node that it asks has applied, whoever else has
 * it. Whom it asks is its route's to say. A read has no outcome to doubt; one that is refused, cut off or not answered
 * in time is given up, and the next one comes `retryMs` later.
 */
import { assign, setup } from 'xstate'
import type { ClientSettings } from '../settings/index.ts'
import { type Answer, answerGuards, asks, waitingForAnswer } from './asks.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  /** By hand. */
  (
    | { type: 'WRITE_NOW' }
    | Answer
    /** Nobody listens there, or no way leads there. */
    | { type: 'FAILED' }
    | { type: 'RESET' }
  )

interface Context {
  s: ClientSettings
  sent: number
  /** Reads by hand that wait for the one under way. */
  byHand: number
  gapUs: number
  sentAt: number
  givesUpAt: number
  /** When it was put to work. */
  at: number
}

export const reader = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as { s: ClientSettings; at: number; sent: number },
  },
  actions: {
    ...shared,
    ...asks,
    begin: assign(({ context }, p: { now: number }) => ({
      sent: context.sent + 1,
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
    isFinished: ({ context }) => context.s.writes > 0 && context.sent >= context.s.writes,
  },
  delays: {
    start: ({ context }) => Math.max(1, context.s.startUs - context.at),
    think: ({ context }) => Math.max(1, context.gapUs),
    timeout: ({ context }) => context.s.timeoutUs,
    retry: ({ context }) => context.s.retryUs,
  },
}).createMachine({
  id: 'reader',
  context: ({ input }) => ({
    s: input.s,
    sent: input.sent,
    byHand: 0,
    gapUs: 0,
    sentAt: 0,
    givesUpAt: 0,
    at: input.at,
  }),
  initial: 'off',
  states: {
    off: { after: { start: 'waiting' }, on: { WRITE_NOW: 'waiting' } },
    waiting: waitingForAnswer,
    // Left again at once.
    answered: {
      always: [
        { guard: 'isQueued', target: 'waiting', actions: 'unqueue' },
        { guard: 'isFinished', target: 'stopped' },
        { target: 'thinking' },
      ],
    },
    thinking: { after: { think: 'waiting' }, on: { WRITE_NOW: 'waiting' } },
    backingOff: { after: { retry: 'waiting' } },
    stopped: { on: { WRITE_NOW: 'waiting' } },
  },
})
