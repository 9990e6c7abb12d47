/**
 * When may a flushed transaction go on to its OK? Async: at once. Semi-sync (DOMAIN 2.3, state `on`): once `waitFor`
 * slaves have acknowledged it; one timer runs for the oldest that waits, and when it ends all that wait are let go and
 * the gate falls back to async, until the slaves have acknowledged everything up to the end of the log. Quorum and all
 * (DOMAIN 2.4, state `patient`) have no timer: they wait however long, and are `blocked` while fewer slaves are
 * connected than it would take. A lost connection does not shorten a wait (wait_no_replica ON). A changed rule counts
 * at once: whoever waits is let go or held by the new one. Where a transaction waits, before its commit or after it,
 * is for its session to know.
 */
import { assign, setup } from 'xstate'
import { RULES } from '../policies/acknowledge.ts'
import type { Mode, NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** What the gate sees of its node whenever it hears something. */
export interface GateSight {
  mode: Mode
  /** Acknowledged by as many slaves as it takes up to here, this event included. */
  enough: number
  logEnd: number
  /** The oldest that waits: its positions (0 = nobody waits), and since when the oldest beyond `enough` waits (-1 = nobody). */
  oldestFrom: number
  oldestTo: number
  nextSince: number
  /** Could those who are connected not let it go, whatever they acknowledge? How many are, and one of those who are not. */
  hopeless: boolean
  connected: number
  missing: number
}

type Event = Heard &
  GateSight &
  (
    | { type: 'OPEN' }
    | { type: 'CLOSE' }
    | { type: 'DIED' }
    | { type: 'COMMIT'; from: number; to: number }
    /** `means`: 'received', 'applied', or 'joined': what a slave said to have when it subscribed. */
    | { type: 'ACK'; slave: number; to: number; means: string }
    /** A slave's connection is gone. */
    | { type: 'LEFT' }
    /** A setting changed, or the topology. */
    | { type: 'REVIEW' }
  )

interface Context {
  s: NodeSettings
  /** Since when the oldest waits, and when the timer was set. */
  oldest: number
  armedAt: number
  /** Since when it is blocked. */
  blockedAt: number
}

interface At {
  context: Context
  event: Event
}

const passEnough = { type: 'pass', params: ({ event }: At) => ({ to: event.enough }) } as const
const passAll = { type: 'pass', params: ({ event }: At) => ({ to: event.logEnd }) } as const
const record = {
  type: 'recordAck',
  params: ({ event }: At) => {
    const { slave, to, means } = event as Event & { type: 'ACK' }
    return { slave, to, means }
  },
} as const
/** Nobody waits: the next commit is weighed when it comes. The same for a gate with a timeout and for one without. */
const clear = {
  on: {
    COMMIT: { target: 'weighing', actions: passEnough },
    ACK: { actions: record },
  },
} as const
/** Somebody waits: an acknowledgement that covers the oldest lets on whom it can, and the rest is weighed anew. */
const ackOfOldest = [
  { guard: 'coversOldest', target: 'weighing', actions: [record, passEnough] },
  { actions: record },
] as const
const freedBySlave = {
  type: 'freed',
  params: ({ context, event }: At) => ({
    slave: (event as Event & { type: 'ACK' }).slave,
    us: event.now - context.blockedAt,
  }),
} as const
const freedByRule = {
  type: 'freed',
  params: ({ context, event }: At) => ({ slave: -1, us: event.now - context.blockedAt }),
} as const

export const commitGate = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    /** Let everything up to `to` go on. */
    pass: (_, _how: { to: number }) => {},
    /** Remember how far this slave is. */
    recordAck: (_, _ack: { slave: number; to: number; means: string }) => {},
    recovered: (_, _by: { slave: number }) => {},
    blocked: (_, _by: { connected: number; missing: number }) => {},
    /** No longer blocked, thanks to a slave, or (-1) because less is asked for. */
    freed: (_, _by: { slave: number; us: number }) => {},
    watchOldest: assign({ oldest: (_, p: { since: number; now: number }) => p.since, armedAt: (_, p) => p.now }),
    standStill: assign({ blockedAt: (_, now: number) => now }),
  },
  guards: {
    isAsync: ({ event }) => event.mode === 'async',
    timesOut: ({ event }) => RULES[event.mode].timesOut,
    isPatient: ({ event }) => event.mode !== 'async' && !RULES[event.mode].timesOut,
    coversAll: ({ event }) => event.nextSince < 0,
    coversOldest: ({ event }) => event.enough >= event.oldestTo,
    caughtUp: ({ event }) => event.enough >= event.logEnd,
    isHopeless: ({ event }) => event.hopeless,
  },
  delays: {
    gateTimeout: ({ context }) => Math.max(1, context.oldest + context.s.gateTimeoutUs - context.armedAt),
  },
}).createMachine({
  id: 'commitGate',
  context: ({ input }) => ({ s: input.s, oldest: 0, armedAt: 0, blockedAt: 0 }),
  initial: 'off',
  on: { DIED: '.off', CLOSE: '.off' },
  states: {
    off: {
      on: {
        OPEN: [{ guard: 'isAsync', target: 'async' }, { guard: 'timesOut', target: 'on' }, { target: 'patient' }],
      },
    },
    async: {
      on: {
        COMMIT: { actions: { type: 'pass', params: ({ event }) => ({ to: event.to }) } },
        REVIEW: [
          { guard: 'timesOut', target: 'on' },
          { guard: 'isPatient', target: 'patient' },
        ],
      },
    },
    on: {
      initial: 'weighing',
      on: {
        REVIEW: [
          { guard: 'isAsync', target: 'async', actions: passAll },
          { guard: 'isPatient', target: 'patient', actions: passEnough },
          { target: '.weighing', actions: passEnough },
        ],
      },
      states: {
        // Is there anybody left who waits? Left again at once.
        weighing: {
          always: [
            { guard: 'coversAll', target: 'clear' },
            {
              target: 'waiting',
              actions: {
                type: 'watchOldest',
                params: ({ event }) => ({ since: event.nextSince, now: event.now }),
              },
            },
          ],
        },
        clear,
        waiting: {
          on: {
            ACK: ackOfOldest,
          },
          after: {
            gateTimeout: {
              target: '#commitGate.fallenBack',
              actions: [
                {
                  type: 'note',
                  params: ({ context, event }) => ({
                    kind: 'gate-timed-out',
                    args: { us: event.now - context.oldest, from: event.oldestFrom, to: event.logEnd },
                  }),
                },
                passAll,
              ],
            },
          },
        },
      },
    },
    patient: {
      initial: 'weighing',
      on: {
        REVIEW: [
          { guard: 'isAsync', target: 'async', actions: passAll },
          { guard: 'timesOut', target: 'on', actions: passEnough },
          { target: '.weighing', actions: passEnough },
        ],
      },
      states: {
        weighing: {
          always: [
            { guard: 'coversAll', target: 'clear' },
            { guard: 'isHopeless', target: '#commitGate.blocked' },
            { target: 'waiting' },
          ],
        },
        clear,
        waiting: {
          on: {
            ACK: ackOfOldest,
            LEFT: { guard: 'isHopeless', target: '#commitGate.blocked' },
          },
        },
      },
    },
    blocked: {
      entry: [
        {
          type: 'blocked',
          params: ({ event }) => ({ connected: event.connected, missing: event.missing }),
        },
        { type: 'standStill', params: ({ event }) => event.now },
      ],
      on: {
        ACK: [
          { guard: 'isHopeless', actions: [record, passEnough] },
          { target: 'patient', actions: [record, freedBySlave, passEnough] },
        ],
        REVIEW: [
          { guard: 'isAsync', target: 'async', actions: [freedByRule, passAll] },
          { guard: 'timesOut', target: 'on', actions: [freedByRule, passEnough] },
          { guard: 'isHopeless', actions: passEnough },
          { target: 'patient', actions: [freedByRule, passEnough] },
        ],
      },
    },
    fallenBack: {
      on: {
        COMMIT: { actions: { type: 'pass', params: ({ event }) => ({ to: event.to }) } },
        ACK: [
          {
            guard: 'caughtUp',
            target: 'on',
            actions: [record, { type: 'recovered', params: ({ event }) => ({ slave: event.slave }) }],
          },
          { actions: record },
        ],
        REVIEW: [
          { guard: 'isAsync', target: 'async' },
          { guard: 'isPatient', target: 'patient' },
        ],
      },
    },
  },
})
