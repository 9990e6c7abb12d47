/**
 * The SQL thread of one channel among several masters: it applies what comes from one of the others, one transaction after
 * another. An entry that cannot be applied, because the row is there already (1062) or is not (1032), stops it; the I/O
 * thread goes on receiving. Somebody starts it again, which tries the same entry once more, or skips that entry.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** The next entry to apply, after the one in hand, by its position in the relay log; 0 = none. */
interface Sight {
  next: number
  /** Until it is old enough; 0 = it is. */
  holdUs: number
  /** Why the entry in hand cannot be applied: 0, 1062, 1032 or 1950. */
  error: number
}
type Event = Heard &
  Sight &
  (
    | { type: 'START' }
    | { type: 'STOP' }
    | { type: 'RELAY_GREW' }
    | { type: 'REVIEW' }
    | { type: 'SKIP' }
    | { type: 'DIED' }
  )

interface Context {
  s: NodeSettings
  /** The entry in hand. */
  at: number
  startedAt: number
  endsAt: number
  heldUntil: number
}

const STOP = { target: 'stopped', actions: { type: 'note', params: { kind: 'applier-stopped', args: {} } } } as const
const STARTED = { type: 'note', params: { kind: 'applier-started', args: {} } } as const

export const channelApplier = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    begin: assign(({ context, event }) => ({
      at: event.next,
      startedAt: event.now,
      endsAt: event.now + context.s.applyUs,
    })),
    hold: assign({ heldUntil: ({ event }) => event.now + event.holdUs }),
    /** The SQL thread takes it in hand. */
    take: (_, _what: { at: number; us: number }) => {},
    /** Part of the data from now on. */
    apply: (_, _what: { at: number }) => {},
    halt: (_, _why: { at: number; error: number }) => {},
    /** It counts as applied. */
    skip: () => {},
  },
  guards: {
    hasNext: ({ event }) => event.next > 0,
    mustHold: ({ event }) => event.next > 0 && event.holdUs > 0,
    cannotApply: ({ event }) => event.error > 0,
  },
  delays: {
    apply: ({ context }) => context.endsAt - context.startedAt,
    held: ({ context, event }) => context.heldUntil - event.now,
  },
}).createMachine({
  id: 'channelApplier',
  context: ({ input }) => ({ s: input.s, at: 0, startedAt: 0, endsAt: 0, heldUntil: 0 }),
  initial: 'off',
  on: { DIED: '.off' },
  states: {
    off: { on: { START: 'next' } },
    stopped: { on: { START: { target: 'next', actions: STARTED } } },
    // What to do about the next entry is decided at once.
    next: {
      always: [{ guard: 'mustHold', target: 'delaying' }, { guard: 'hasNext', target: 'applying' }, { target: 'idle' }],
    },
    idle: { on: { RELAY_GREW: { guard: 'hasNext', target: 'next' }, STOP } },
    delaying: { entry: 'hold', on: { REVIEW: 'next', STOP }, after: { held: 'next' } },
    applying: {
      entry: [
        'begin',
        { type: 'take', params: ({ context }) => ({ at: context.at, us: context.endsAt - context.startedAt }) },
      ],
      on: { STOP },
      after: {
        apply: [
          {
            guard: 'cannotApply',
            target: 'failed',
            actions: { type: 'halt', params: ({ context, event }) => ({ at: context.at, error: event.error }) },
          },
          { target: 'next', actions: { type: 'apply', params: ({ context }) => ({ at: context.at }) } },
        ],
      },
    },
    failed: {
      on: {
        START: { target: 'next', actions: STARTED },
        SKIP: { target: 'next', actions: 'skip' },
        STOP,
      },
    },
  },
})
