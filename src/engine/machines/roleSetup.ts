/** What a node hears about what it is for, and what it does about it; its states stand in `role.ts`. */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** What it sees of itself whenever it hears something. */
interface Sight {
  /** Its epoch. */
  own: number
  /** Up to where it has applied, and whether its relay log holds more. */
  applied: number
  undrained: boolean
  /** Transactions that have begun and not ended. */
  busy: number
  /** The newest epoch that has begun anywhere: epochs are claimed in a register that everybody reaches. */
  newest: number
  /** Does it copy from nobody? */
  led: boolean
  /** REWIND: how many of its entries the newest master lacks; -1 = its log no longer holds all of them. */
  back: number
}

type Event = Heard &
  Sight &
  (
    | { type: 'APPOINT' }
    | { type: 'REPORT' }
    | { type: 'CONFIRM_DOWN' }
    /** `until`: a lease that comes with it; 0 = none. */
    | { type: 'CHOSEN'; epoch: number; until: number }
    | { type: 'RELAY_EMPTY' }
    | { type: 'STAND_DOWN' }
    | { type: 'REPOINT'; upstream: number; epoch: number }
    | { type: 'SEE_EPOCH'; epoch: number }
    /** A former master is a slave from now on. */
    | { type: 'DEMOTE' }
    /** It follows the newest master, as it is. */
    | { type: 'REJOIN'; upstream: number; epoch: number }
    /** It first takes back what that one lacks. */
    | { type: 'REWIND'; upstream: number; epoch: number }
    /** It first throws everything away and copies the data of that one. */
    | { type: 'REBUILD'; upstream: number; epoch: number }
    | { type: 'DIED' }
    /** Take no more writes: somebody else is to be master. */
    | { type: 'READ_ONLY' }
    | { type: 'WRITABLE'; until: number }
    /** Say so when everything up to a position is applied. */
    | { type: 'AWAIT'; to: number }
    | { type: 'APPLIED' }
    /** A transaction has ended. */
    | { type: 'SETTLED' }
    | { type: 'LEASE_LOST' }
    | { type: 'LEASE_HELD' }
  )

interface Context {
  s: NodeSettings
  /** The epoch that it was chosen to begin. */
  chosenFor: number
  /** The position that it is waited for. */
  awaited: number
  /** Is its lease over? */
  lapsed: boolean
  /** Does it make room for another, of its own accord? Then it follows that one. */
  yields: boolean
}

/** What it tells the monitor. */
export type Word = 'report' | 'candidate' | 'drained' | 'undrained' | 'promoted' | 'repointed' | 'quiet' | 'caught-up'

export const roleSetup = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    /** Take writes in the first epoch: how a scenario starts. */
    appoint: () => {},
    /** Answer the monitor: is the receiver connected, how far is the relay log? */
    report: (_, _answer: { word: Word }) => {},
    stopReceiver: () => {},
    resumeReceiver: () => {},
    /** Copy from there from now on; `resume`: also if it is where it copied from before it stopped. */
    repoint: (_, _to: { upstream: number; epoch: number; resume: boolean }) => {},
    beginDrain: () => {},
    endDrain: () => {},
    /** Throw away what is received and not applied. */
    skipRelay: () => {},
    /** Begin an epoch of one's own and take writes. */
    takeOver: (_, _as: { epoch: number }) => {},
    fence: (_, _by: { epoch: number }) => {},
    stopWrites: (_, _why: { reason: string }) => {},
    takeWrites: () => {},
    /** No master any more, but a slave of the new one. */
    follow: (_, _to: { upstream: number; epoch: number }) => {},
    rejoin: (_, _to: { upstream: number; epoch: number }) => {},
    beginRewind: (_, _what: { upstream: number; us: number }) => {},
    failRewind: (_, _to: { upstream: number; epoch: number }) => {},
    /** Taken back: it goes on from there as a slave. */
    finishRewind: () => {},
    /** Died on the way: it is as it was. */
    breakRewind: () => {},
    startOver: (_, _to: { upstream: number; epoch: number }) => {},
    /** A lease that is over when the word arrives is none. */
    remember: assign({
      chosenFor: (_, p: { epoch: number; until: number; now: number }) => p.epoch,
      lapsed: ({ context }, p) => context.s.leases && p.until <= p.now,
    }),
    await: assign({ awaited: (_, to: number) => to }),
    lapse: assign({ lapsed: true }),
    unlapse: assign({ lapsed: false }),
    yield: assign({ yields: true }),
    insist: assign({ yields: false }),
  },
  guards: {
    isNewer: ({ event }) => event.type === 'SEE_EPOCH' && event.epoch > event.own,
    isDeposed: ({ context, event }) => event.type === 'SEE_EPOCH' && event.epoch > event.own && !context.yields,
    makesRoom: ({ context }) => context.yields,
    mustNotDrain: ({ context, event }) => context.s.drain === 'fail' && event.undrained,
    skipsDrain: ({ context }) => context.s.drain === 'skip',
    hasItAll: ({ event }) => event.type === 'AWAIT' && event.applied >= event.to,
    hasCaughtUp: ({ context, event }) => event.applied >= context.awaited,
    hasLapsed: ({ context }) => context.lapsed,
    comesBackReadOnly: ({ context }) => context.s.comesBackReadOnly,
    /** A word counts for nothing that was given for a lease which is over by now, or before a newer epoch began. */
    isInTime: ({ event }) =>
      event.type === 'WRITABLE' && event.newest <= event.own && (event.until === 0 || event.until > event.now),
    isQuiet: ({ event }) => event.busy === 0,
    isOutdated: ({ context, event }) => event.newest >= context.chosenFor,
    /** To take something back takes its log. */
    cannotRewind: ({ event }) => event.back < 0,
    isLed: ({ event }) => event.led,
    ledAndIsOutdated: ({ context, event }) => event.led && event.newest >= context.chosenFor,
  },
  delays: {
    promote: ({ context }) => context.s.promoteUs,
    // Undoing an entry takes what applying it took.
    rewind: ({ context, event }) => rewindUs(context.s, event.back),
  },
})

/** How long it takes a node to take entries back, in microseconds; at least 1. */
export const rewindUs = ({ applyUs }: NodeSettings, entries: number): number => Math.max(1, entries * applyUs)
