/**
 * The SQL thread: one worker that applies the relay log in order, one transaction at a time and each as a whole.
 * A transaction of n entries takes n times `applyMs`. Stopped in the middle, it rolls that transaction back and
 * applies it again from its start. On a delayed slave it holds each transaction until it is old enough (MySQL's
 * SOURCE_DELAY). A lock that a reader holds on the rows stops it before its next transaction takes effect: the thread
 * waits inside that one, and whatever is received piles up behind it.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** The next transaction to apply, after the one in hand; `nextFrom` 0 = none. */
interface Sight {
  nextFrom: number
  nextTo: number
  /** Until it is old enough; 0 = it is. */
  holdUs: number
  /** Somebody's lock keeps the rows from being changed. */
  locked: boolean
}
type Event = Heard &
  Sight &
  (
    | { type: 'START' }
    | { type: 'STOP' }
    | { type: 'RELAY_GREW' }
    /** The delay, or a clock, is another one now. */
    | { type: 'REVIEW' }
    | { type: 'UNLOCK' }
    | { type: 'RETIRE' }
    | { type: 'DIED' }
  )

interface Context {
  s: NodeSettings
  /** The transaction in hand. */
  from: number
  to: number
  startedAt: number
  endsAt: number
  /** When the next one is old enough. */
  heldUntil: number
}

const STOP = { target: 'stopped', actions: { type: 'note', params: { kind: 'applier-stopped', args: {} } } } as const

export const applier = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    begin: assign(({ context, event }) => ({
      from: event.nextFrom,
      to: event.nextTo,
      startedAt: event.now,
      endsAt: event.now + (event.nextTo - event.nextFrom + 1) * context.s.applyUs,
    })),
    hold: assign({ heldUntil: ({ event }) => event.now + event.holdUs }),
    /** Part of the data from now on; `acknowledge`: and the master waits to hear so. */
    finish: (_, _what: { from: number; to: number; acknowledge: boolean }) => {},
  },
  guards: {
    hasNext: ({ event }) => event.nextFrom > 0,
    mustHold: ({ event }) => event.nextFrom > 0 && event.holdUs > 0,
    mustWait: ({ event }) => event.nextFrom > 0 && event.locked,
  },
  delays: {
    apply: ({ context }) => context.endsAt - context.startedAt,
    held: ({ context, event }) => context.heldUntil - event.now,
  },
}).createMachine({
  id: 'applier',
  context: ({ input }) => ({ s: input.s, from: 0, to: 0, startedAt: 0, endsAt: 0, heldUntil: 0 }),
  initial: 'off',
  on: { DIED: '.off', RETIRE: '.off' },
  states: {
    off: { on: { START: 'next' } },
    stopped: {
      on: { START: { target: 'next', actions: { type: 'note', params: { kind: 'applier-started', args: {} } } } },
    },
    // What to do about the next transaction is decided at once.
    next: {
      always: [
        { guard: 'mustHold', target: 'delaying' },
        { guard: 'mustWait', target: 'blocked' },
        { guard: 'hasNext', target: 'applying' },
        { target: 'idle' },
      ],
    },
    idle: { on: { RELAY_GREW: { guard: 'hasNext', target: 'next' }, STOP } },
    delaying: {
      entry: [
        'hold',
        {
          type: 'note',
          params: ({ event: { nextFrom, nextTo, holdUs } }) => ({
            kind: 'apply-held',
            args: { from: nextFrom, to: nextTo, us: holdUs },
          }),
        },
      ],
      // A candidate is started once more, to drain: then nothing is held.
      on: { REVIEW: 'next', START: 'next', STOP },
      after: { held: 'next' },
    },
    // Inside a transaction that wants rows which somebody has locked. The thread runs, so the slave goes on reporting.
    blocked: {
      entry: {
        type: 'note',
        params: ({ event }) => ({ kind: 'applier-blocked', args: { from: event.nextFrom, to: event.nextTo } }),
      },
      on: { UNLOCK: 'applying', STOP },
    },
    applying: {
      entry: [
        'begin',
        {
          type: 'note',
          params: ({ context }) => ({
            kind: 'apply-started',
            args: { from: context.from, to: context.to, us: context.endsAt - context.startedAt },
          }),
        },
      ],
      on: { STOP },
      after: {
        apply: {
          target: 'next',
          actions: {
            type: 'finish',
            params: ({ context: { s, from, to } }) => ({ from, to, acknowledge: s.acknowledges && s.ackApplied }),
          },
        },
      },
    },
  },
})
