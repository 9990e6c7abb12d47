/**
 * A reader with a timetable: reads are due at its rate, come what may, as those of many independent users are. It has one
 * connection: a read that is due while another is under way waits for its turn, so that what a slow answer does to those behind
 * it is felt. A read has no outcome to doubt; one that is refused, cut off or not answered in time is given up, and the next
 * one that is due goes at once.
 */
import { assign, setup } from 'xstate'
import type { ClientSettings } from '../settings/index.ts'
import { type Answer, answerGuards, asks, waitingForAnswer } from './asks.ts'
import { type Heard, shared } from './intents.ts'

/** `gapUs`: the pause drawn for the next round; 0 = it reads only when told to. */
type Event = Heard & { gapUs: number } & (
    | Answer
    /** One more read is due: it was noted 1 us ago. */
    | { type: 'DUE' }
    /** By hand. */
    | { type: 'WRITE_NOW' }
    | { type: 'REVIEW' }
    | { type: 'FAILED' }
    | { type: 'RESET' }
  )

interface Context {
  s: ClientSettings
  /** Reads that were due so far, and those of them that have been asked. */
  sent: number
  asked: number
  /** Reads that wait for the one under way. */
  queued: number
  gapUs: number
  sentAt: number
  givesUpAt: number
  /** When it was put to work. */
  at: number
}

export const readStream = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as { s: ClientSettings; at: number; sent: number },
  },
  actions: {
    ...shared,
    ...asks,
    /** Writes down that a read is due now, and says so 1 us later. */
    due: () => {},
    count: assign({ sent: ({ context }) => context.sent + 1 }),
    begin: assign(({ context }, p: { now: number }) => ({
      asked: context.asked + 1,
      sentAt: p.now,
      givesUpAt: p.now + context.s.timeoutUs,
    })),
    queue: assign({ queued: ({ context }) => context.queued + 1 }),
    unqueue: assign({ queued: ({ context }) => context.queued - 1 }),
    /** The timetable knows no rest: what others pause after an answer is only kept. */
    rest: assign({ gapUs: (_, gapUs: number) => gapUs }),
  },
  guards: {
    ...answerGuards,
    isQueued: ({ context }) => context.queued > 0,
    /** Has it read all it may, or does it read only when told to? */
    isFinished: ({ context: { s, sent }, event }) => event.gapUs === 0 || (s.writes > 0 && sent >= s.writes),
  },
  delays: {
    start: ({ context }) => Math.max(1, context.s.startUs - context.at),
    gap: ({ event }) => event.gapUs,
    timeout: ({ context }) => context.s.timeoutUs,
  },
}).createMachine({
  id: 'readStream',
  context: ({ input }) => ({
    s: input.s,
    sent: 0,
    asked: 0,
    queued: 0,
    gapUs: 0,
    sentAt: 0,
    givesUpAt: 0,
    at: input.at,
  }),
  type: 'parallel',
  states: {
    timetable: {
      initial: 'off',
      on: { WRITE_NOW: { actions: 'due' } },
      states: {
        off: { after: { start: [{ guard: 'isFinished', target: 'stopped' }, { target: 'flowing' }] } },
        flowing: {
          entry: ['count', 'due'],
          after: {
            gap: [
              { guard: 'isFinished', target: 'stopped' },
              { target: 'flowing', reenter: true },
            ],
          },
        },
        // A rate set above 0 makes it flow; a changed one counts from the next read on.
        stopped: { on: { REVIEW: [{ guard: 'isFinished' }, { target: 'flowing' }] } },
      },
    },
    asking: {
      initial: 'idle',
      states: {
        idle: { on: { DUE: 'waiting' } },
        waiting: { ...waitingForAnswer, on: { ...waitingForAnswer.on, WRITE_NOW: {}, DUE: { actions: 'queue' } } },
        // Both are left again at once.
        answered: { always: [{ guard: 'isQueued', target: 'waiting', actions: 'unqueue' }, { target: 'idle' }] },
        backingOff: { always: [{ guard: 'isQueued', target: 'waiting', actions: 'unqueue' }, { target: 'idle' }] },
      },
    },
  },
})
