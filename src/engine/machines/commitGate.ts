/**
 * When may a flushed transaction commit and its client hear OK? Async: at once. Semi-sync (DOMAIN 2.3): once
 * `waitFor` slaves have acknowledged it. One timer runs for the oldest that waits; when it ends, all that wait
 * are let go and the gate falls back to async. It is on again only when the slaves have acknowledged everything up
 * to the end of the log. A lost connection does not shorten the wait (wait_no_replica ON). The wait point is
 * AFTER_SYNC: what waits here is in the binlog, and nobody else sees it.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings.ts'
import { type Heard, shared } from './intents.ts'

/** What the gate sees of its node whenever it hears something. */
interface Sight {
  /** Acknowledged by `waitFor` slaves up to here, this event included. */
  enough: number
  logEnd: number
  /** The oldest that waits: its last position (0 = nobody waits), and since when the oldest beyond `enough` waits (-1 = nobody). */
  oldestTo: number
  oldestFrom: number
  nextSince: number
}

type Event = Heard &
  Sight &
  (
    | { type: 'OPEN' }
    | { type: 'CLOSE' }
    | { type: 'DIED' }
    | { type: 'COMMIT'; from: number; to: number }
    /** `joined`: not a message but what a slave said to have when it subscribed. */
    | { type: 'ACK'; slave: number; to: number; means: string }
    | { type: 'JOINED'; slave: number; to: number }
    /** A setting changed. */
    | { type: 'REVIEW' }
  )

interface Context {
  s: NodeSettings
  /** Since when the oldest waits, and when the timer was set. */
  oldest: number
  armedAt: number
}

export const commitGate = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    /** Let everything up to `to` commit. */
    pass: (_, _how: { to: number }) => {},
    /** Remember how far this slave is; `means` '' = it said so when it subscribed. */
    recordAck: (_, _ack: { slave: number; to: number; means: string }) => {},
    recovered: (_, _by: { slave: number }) => {},
    watchOldest: assign({ oldest: (_, p: { since: number; now: number }) => p.since, armedAt: (_, p) => p.now }),
  },
  guards: {
    isSemiSync: ({ context }) => context.s.semiSync,
    covered: ({ event }) => event.type === 'COMMIT' && event.enough >= event.to,
    coversAll: ({ event }) => event.nextSince < 0,
    coversOldest: ({ event }) => event.enough >= event.oldestTo,
    caughtUp: ({ event }) => event.enough >= event.logEnd,
  },
  delays: {
    gateTimeout: ({ context }) => Math.max(1, context.oldest + context.s.gateTimeoutUs - context.armedAt),
  },
}).createMachine({
  id: 'commitGate',
  context: ({ input }) => ({ s: input.s, oldest: 0, armedAt: 0 }),
  initial: 'off',
  on: { DIED: '.off', CLOSE: '.off' },
  states: {
    off: { on: { OPEN: [{ guard: 'isSemiSync', target: 'on' }, { target: 'async' }] } },
    async: { on: { COMMIT: { actions: { type: 'pass', params: ({ event }) => ({ to: event.to }) } } } },
    on: {
      initial: 'clear',
      states: {
        clear: {
          on: {
            COMMIT: [
              { guard: 'covered', actions: { type: 'pass', params: ({ event }) => ({ to: event.to }) } },
              {
                target: 'waiting',
                actions: { type: 'watchOldest', params: ({ event }) => ({ since: event.now, now: event.now }) },
              },
            ],
            ACK: {
              actions: { type: 'recordAck', params: ({ event: { slave, to, means } }) => ({ slave, to, means }) },
            },
            JOINED: {
              actions: { type: 'recordAck', params: ({ event: { slave, to } }) => ({ slave, to, means: '' }) },
            },
          },
        },
        waiting: {
          on: {
            ACK: [
              {
                guard: 'coversAll',
                target: 'clear',
                actions: [
                  { type: 'recordAck', params: ({ event: { slave, to, means } }) => ({ slave, to, means }) },
                  { type: 'pass', params: ({ event }) => ({ to: event.enough }) },
                ],
              },
              {
                guard: 'coversOldest',
                target: 'waiting',
                reenter: true,
                actions: [
                  { type: 'recordAck', params: ({ event: { slave, to, means } }) => ({ slave, to, means }) },
                  { type: 'pass', params: ({ event }) => ({ to: event.enough }) },
                  { type: 'watchOldest', params: ({ event }) => ({ since: event.nextSince, now: event.now }) },
                ],
              },
              { actions: { type: 'recordAck', params: ({ event: { slave, to, means } }) => ({ slave, to, means }) } },
            ],
            JOINED: [
              {
                guard: 'coversAll',
                target: 'clear',
                actions: [
                  { type: 'recordAck', params: ({ event: { slave, to } }) => ({ slave, to, means: '' }) },
                  { type: 'pass', params: ({ event }) => ({ to: event.enough }) },
                ],
              },
              {
                guard: 'coversOldest',
                target: 'waiting',
                reenter: true,
                actions: [
                  { type: 'recordAck', params: ({ event: { slave, to } }) => ({ slave, to, means: '' }) },
                  { type: 'pass', params: ({ event }) => ({ to: event.enough }) },
                  { type: 'watchOldest', params: ({ event }) => ({ since: event.nextSince, now: event.now }) },
                ],
              },
              { actions: { type: 'recordAck', params: ({ event: { slave, to } }) => ({ slave, to, means: '' }) } },
            ],
            REVIEW: [
              {
                guard: 'coversAll',
                target: 'clear',
                actions: { type: 'pass', params: ({ event }) => ({ to: event.enough }) },
              },
              {
                target: 'waiting',
                reenter: true,
                actions: [
                  { type: 'pass', params: ({ event }) => ({ to: event.enough }) },
                  { type: 'watchOldest', params: ({ event }) => ({ since: event.nextSince, now: event.now }) },
                ],
              },
            ],
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
                { type: 'pass', params: ({ event }) => ({ to: event.logEnd }) },
              ],
            },
          },
        },
      },
    },
    fallenBack: {
      on: {
        COMMIT: { actions: { type: 'pass', params: ({ event }) => ({ to: event.to }) } },
        ACK: [
          {
            guard: 'caughtUp',
            target: 'on',
            actions: [
              { type: 'recordAck', params: ({ event: { slave, to, means } }) => ({ slave, to, means }) },
              { type: 'recovered', params: ({ event }) => ({ slave: event.slave }) },
            ],
          },
          { actions: { type: 'recordAck', params: ({ event: { slave, to, means } }) => ({ slave, to, means }) } },
        ],
        JOINED: [
          {
            guard: 'caughtUp',
            target: 'on',
            actions: [
              { type: 'recordAck', params: ({ event: { slave, to } }) => ({ slave, to, means: '' }) },
              { type: 'recovered', params: ({ event }) => ({ slave: event.slave }) },
            ],
          },
          { actions: { type: 'recordAck', params: ({ event: { slave, to } }) => ({ slave, to, means: '' }) } },
        ],
      },
    },
  },
})
