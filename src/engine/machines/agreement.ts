/**
 * The part of a region's leader that agrees with the other two regions on every write (mrsc, DOMAIN 6). What is asked,
 * promised and decided about one row follows from the rules in `regions/agreement`; this machine knows whether the
 * region has a leader, whether it hears any other region, and when somebody has waited too long.
 */
import { setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** One message between regions; what its numbers mean stands in `regions/agreement/parcel.ts`. */
export interface Said {
  /** Whose it is, and whom it is for: numbers of regions. */
  from: number
  to: number
  what: string
  key: number
  slot: number
  /** What its sender knows: the slot of the last write, each region's last number, and the entry that it is. */
  height: number
  a: number
  b: number
  c: number
  top: number
  origin: number
  sequence: number
  ballot: number
  /** What it has voted for; origin -1 = nothing. */
  votedIn: number
  votedOrigin: number
  votedSequence: number
  answer: string
}

/** What it sees besides. */
interface Sight {
  /** No other region is heard; or one is, on a channel that was silent. */
  alone: boolean
  heard: boolean
  /** Somebody waits, and has waited long enough in so many microseconds. */
  waits: boolean
  dueUs: number
  giveUpUs: number
}

type Event = Heard &
  Sight &
  (
    | { type: 'LED' }
    | { type: 'UNLED' }
    /** Somebody waits from now on. */
    | { type: 'OPEN' }
    /** A row that others wait for is free. */
    | { type: 'FREE'; key: number }
    /** No way leads to a region any more, or it is silent; or there is one again. */
    | { type: 'MISSED' }
    | { type: 'LINKED' }
    | ({ type: 'HEARD' } & Said)
    /** What it says by this is on the disks of two zones now. */
    | ({ type: 'SAY' } & Said)
    | { type: 'DIED' }
  )

const said = ({ event }: { event: Said }): Said => ({
  from: event.from,
  to: event.to,
  what: event.what,
  key: event.key,
  slot: event.slot,
  height: event.height,
  a: event.a,
  b: event.b,
  c: event.c,
  top: event.top,
  origin: event.origin,
  sequence: event.sequence,
  ballot: event.ballot,
  votedIn: event.votedIn,
  votedOrigin: event.votedOrigin,
  votedSequence: event.votedSequence,
  answer: event.answer,
})

export const agreement = setup({
  types: { context: {} as { s: NodeSettings }, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    hear: (_, _what: Said) => {},
    say: (_, _what: Said) => {},
    next: (_, _which: { key: number }) => {},
    /** Everything that is open is asked for again. */
    resume: () => {},
    isolate: () => {},
    rejoin: () => {},
    /** Whoever has waited too long is pressed for, or told. */
    review: () => {},
  },
  guards: {
    alone: ({ event }) => event.alone,
    heard: ({ event }) => event.heard,
    waits: ({ event }) => event.waits,
  },
  delays: {
    listen: ({ event }) => event.giveUpUs,
    due: ({ event }) => Math.max(1, event.dueUs),
  },
}).createMachine({
  id: 'agreement',
  context: ({ input }) => ({ s: input.s }),
  initial: 'unled',
  on: { DIED: '.unled' },
  states: {
    unled: { on: { LED: { target: 'led', actions: 'resume' } } },
    led: {
      type: 'parallel',
      on: { UNLED: 'unled' },
      states: {
        line: {
          initial: 'joined',
          states: {
            joined: {
              on: {
                MISSED: { guard: 'alone', target: 'isolated', actions: 'isolate' },
                HEARD: { actions: { type: 'hear', params: said } },
              },
            },
            isolated: {
              on: {
                LINKED: { target: 'joined', actions: 'rejoin' },
                HEARD: { target: 'joined', actions: ['rejoin', { type: 'hear', params: said }] },
              },
              after: {
                listen: [
                  { guard: 'heard', target: 'joined', actions: 'rejoin' },
                  { target: 'isolated', reenter: true },
                ],
              },
            },
          },
        },
        voice: {
          initial: 'ready',
          states: {
            ready: {
              on: {
                SAY: { actions: { type: 'say', params: said } },
                FREE: { actions: { type: 'next', params: ({ event }) => ({ key: event.key }) } },
              },
            },
          },
        },
        watch: {
          initial: 'quiet',
          states: {
            quiet: { on: { OPEN: { guard: 'waits', target: 'waiting' } } },
            waiting: {
              after: {
                due: [{ guard: 'waits', target: 'waiting', reenter: true, actions: 'review' }, { target: 'quiet' }],
              },
            },
          },
        },
      },
    },
  },
})
