/**
 * The binlog dump thread: one on a node for every slave that subscribed there. The slave opens the connection and
 * says what it has (GTID auto-position); from then on the sender pushes whatever its node's log gives away, in ranges
 * of whole transactions, and waits while a narrow line is busy. A slave with entries that are not in this log is
 * refused: it has diverged. So is one that needs entries which were purged from this log (MySQL's error 1236 for both).
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** What the sender sees of its node. */
interface Sight {
  logEnd: number
  /** End of the next range to send: whole transactions, at most 4,096 entries, and no more than a narrow line takes. */
  chunkTo: number
  /** The node's own epoch. */
  own: number
  /** When the line has room for another range: 1 = now. */
  turnUs: number
  /** Does the slave hold entries that this log will never have? */
  diverged: boolean
  /** Does it need entries that are no longer in this log? */
  purged: boolean
}
type Event = Heard &
  Sight &
  (
    | { type: 'SUBSCRIBE'; end: number; applied: number; epoch: number }
    | { type: 'LOG_GREW' }
    | { type: 'RESET' }
    | { type: 'DIED' }
  )

interface Context {
  s: NodeSettings
  /** Node number of the slave. */
  slave: number
  /** Next position to send. */
  next: number
  /** When it last sent anything. */
  aliveAt: number
}

export const sender = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings; peer: number } },
  actions: {
    ...shared,
    refuse: (_, _why: { reason: string; epoch: number }) => {},
    accept: (_, _what: { slave: number; end: number; applied: number }) => {},
    sendEntries: (_, _range: { from: number; to: number }) => {},
    sendHeartbeat: () => {},
    startAt: assign({ next: (_, p: { next: number; now: number }) => p.next, aliveAt: (_, p) => p.now }),
    advance: assign({ next: (_, p: { next: number; now: number }) => p.next, aliveAt: (_, p) => p.now }),
    heardFrom: assign({ aliveAt: (_, now: number) => now }),
  },
  guards: {
    /** The slave follows a newer epoch than this node leads. */
    isDeposed: ({ event }) => event.type === 'SUBSCRIBE' && event.epoch > event.own,
    hasDiverged: ({ event }) => event.diverged,
    isPurged: ({ event }) => event.purged,
    hasMore: ({ event, context }) => event.logEnd >= context.next,
    fitsInOne: ({ event, context }) => event.logEnd >= context.next && event.chunkTo === event.logEnd,
    goesAtOnce: ({ event, context }) =>
      event.logEnd >= context.next && event.chunkTo === event.logEnd && event.turnUs === 1,
    isLineBusy: ({ event }) => event.turnUs > 1,
    isBehind: ({ event }) => event.type === 'SUBSCRIBE' && event.end < event.logEnd,
    isSilent: ({ event, context }) => event.now >= context.aliveAt + context.s.heartbeatUs,
  },
  delays: {
    heartbeat: ({ context, event }) => Math.max(1, context.aliveAt + context.s.heartbeatUs - event.now),
    turn: ({ event }) => event.turnUs,
  },
}).createMachine({
  id: 'sender',
  context: ({ input }) => ({ s: input.s, slave: input.peer, next: 1, aliveAt: 0 }),
  initial: 'detached',
  on: {
    SUBSCRIBE: [
      {
        guard: 'isDeposed',
        target: '.detached',
        actions: [
          { type: 'refuse', params: ({ event }) => ({ reason: 'deposed', epoch: event.own }) },
          { type: 'tell', params: ({ event }) => ({ to: 'role', event: { type: 'SEE_EPOCH', epoch: event.epoch } }) },
        ],
      },
      {
        guard: 'hasDiverged',
        target: '.detached',
        actions: { type: 'refuse', params: ({ event }) => ({ reason: 'diverged', epoch: event.own }) },
      },
      {
        guard: 'isPurged',
        target: '.detached',
        actions: { type: 'refuse', params: ({ event }) => ({ reason: 'purged', epoch: event.own }) },
      },
      {
        guard: 'isBehind',
        target: '.streaming.pushing',
        reenter: true,
        actions: [
          {
            type: 'accept',
            params: ({ context, event: { end, applied } }) => ({ slave: context.slave, end, applied }),
          },
          { type: 'startAt', params: ({ event }) => ({ next: event.end + 1, now: event.now }) },
        ],
      },
      {
        target: '.streaming.waiting',
        reenter: true,
        actions: [
          {
            type: 'accept',
            params: ({ context, event: { end, applied } }) => ({ slave: context.slave, end, applied }),
          },
          { type: 'startAt', params: ({ event }) => ({ next: event.end + 1, now: event.now }) },
        ],
      },
    ],
    RESET: '.detached',
    DIED: '.detached',
  },
  states: {
    detached: {},
    streaming: {
      // The commit gate may be waiting for just this slave.
      exit: { type: 'tell', params: { to: 'commitGate', event: { type: 'LEFT' } } },
      initial: 'waiting',
      states: {
        waiting: {
          on: {
            LOG_GREW: [
              {
                guard: 'hasDiverged',
                target: '#sender.detached',
                actions: { type: 'refuse', params: ({ event }) => ({ reason: 'diverged', epoch: event.own }) },
              },
              {
                guard: 'goesAtOnce',
                actions: [
                  { type: 'sendEntries', params: ({ context, event }) => ({ from: context.next, to: event.logEnd }) },
                  { type: 'advance', params: ({ event }) => ({ next: event.logEnd + 1, now: event.now }) },
                ],
              },
              { guard: 'hasMore', target: 'pushing' },
            ],
          },
          after: {
            heartbeat: [
              {
                guard: 'isSilent',
                target: 'waiting',
                reenter: true,
                actions: ['sendHeartbeat', { type: 'heardFrom', params: ({ event }) => event.now }],
              },
              { target: 'waiting', reenter: true },
            ],
          },
        },
        // One range after another until the slave has been sent everything.
        pushing: {
          after: {
            turn: [
              { guard: 'isLineBusy', target: 'pushing', reenter: true },
              {
                guard: 'fitsInOne',
                target: 'waiting',
                actions: [
                  { type: 'sendEntries', params: ({ context, event }) => ({ from: context.next, to: event.logEnd }) },
                  { type: 'advance', params: ({ event }) => ({ next: event.logEnd + 1, now: event.now }) },
                ],
              },
              {
                target: 'pushing',
                reenter: true,
                actions: [
                  { type: 'sendEntries', params: ({ context, event }) => ({ from: context.next, to: event.chunkTo }) },
                  { type: 'advance', params: ({ event }) => ({ next: event.chunkTo + 1, now: event.now }) },
                ],
              },
            ],
          },
        },
      },
    },
  },
})
