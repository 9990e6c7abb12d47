/**
 * The I/O thread of a slave, with its two jobs side by side: holding a connection to its upstream, and flushing
 * what arrives to the relay log. Everything that arrives during a flush shares the next one. What was not flushed
 * when the connection goes is asked for again. A silent line looks like an idle master until `netTimeoutMs`. After
 * `connectRetries` attempts in vain it gives up and stops (MySQL's SOURCE_RETRY_COUNT). While its node is built from a
 * copy of somebody else's data there is nothing to receive: it waits, and then asks from where the copy ends.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  (
    | { type: 'START'; reason: string; logEnd: number }
    | { type: 'STOP'; reason: string; logEnd: number }
    | { type: 'CONNECTED'; logEnd: number }
    | { type: 'REFUSED'; reason: string; logEnd: number }
    /** Nobody listens there, or no way leads there. */
    | { type: 'FAILED'; logEnd: number }
    | { type: 'RESET'; reason: string; logEnd: number }
    | { type: 'ENTRIES'; from: number; to: number; term: number; own: number; logEnd: number }
    | { type: 'HEARTBEAT'; logEnd: number }
    | { type: 'DIED'; logEnd: number }
    /** A copy is under way, and done in `us`; 0 = nobody knows, the line is silent. */
    | { type: 'COPY'; us: number; logEnd: number }
    | { type: 'COPY_FAILED'; logEnd: number }
  )

interface Context {
  s: NodeSettings
  /** Node number of the upstream. */
  peer: number
  /** Last position that has come in, and that the flush under way will store; and the facts that sent them. */
  arrived: number
  arrivedBy: number
  flushTo: number
  flushBy: number
  heardAt: number
  /** Why it connects: 'start', 'reset', 'silence', 'repointed'; why it was refused. */
  reason: string
  /** Attempts to connect again since it last was connected or started. */
  attempts: number
}

export const receiver = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings; peer: number } },
  actions: {
    ...shared,
    subscribe: (_, _to: { peer: number; reason: string }) => {},
    connected: (_, _to: { peer: number }) => {},
    refused: (_, _by: { peer: number; reason: string }) => {},
    dropConnection: () => {},
    /** Drop it, and hear of that as of any reset. */
    giveUp: (_, _why: { reason: string }) => {},
    /** In the relay log from now on; `acknowledge`: and the master waits to hear so. */
    store: (_, _what: { peer: number; to: number; cause: number; acknowledge: boolean }) => {},
    /** What was copied is its node's data from now on. */
    install: () => {},
    because: assign({ reason: (_, reason: string) => reason, attempts: 0 }),
    succeed: assign({ attempts: 0 }),
    tryAgain: assign({ attempts: ({ context }) => context.attempts + 1 }),
    hear: assign({ heardAt: ({ event }) => event.now }),
    /** What had not been flushed is forgotten. */
    forget: assign({ arrived: ({ event }) => event.logEnd, flushTo: ({ event }) => event.logEnd }),
    takeIn: assign({ arrived: (_, p: { to: number; cause: number }) => p.to, arrivedBy: (_, p) => p.cause }),
    flushArriving: assign({ flushTo: (_, p: { to: number; cause: number }) => p.to, flushBy: (_, p) => p.cause }),
    flushArrived: assign({ flushTo: ({ context }) => context.arrived, flushBy: ({ context }) => context.arrivedBy }),
  },
  guards: {
    /** In order, and not from a master of an epoch that is over. */
    isNext: ({ context, event }) =>
      event.type === 'ENTRIES' && event.term >= event.own && event.from === context.arrived + 1,
    moreArrived: ({ context }) => context.arrived > context.flushTo,
    isSilent: ({ context, event }) => event.now >= context.heardAt + context.s.netTimeoutUs,
    isHeld: ({ event }) => event.type === 'COPY' && event.us === 0,
    hasGivenUp: ({ context: { s, attempts } }) => s.connectRetries > 0 && attempts >= s.connectRetries,
    isDeposed: ({ event }) => event.type === 'REFUSED' && event.reason === 'deposed',
  },
  delays: {
    connectTimeout: ({ context }) => context.s.netTimeoutUs,
    connectRetry: ({ context }) => context.s.connectRetryUs,
    silence: ({ context, event }) => Math.max(1, context.heardAt + context.s.netTimeoutUs - event.now),
    copied: ({ event }) => (event.type === 'COPY' ? event.us : 1),
    relayFlush: ({ context }) => context.s.relayFlushUs,
  },
}).createMachine({
  id: 'receiver',
  context: ({ input }) => ({
    s: input.s,
    peer: input.peer,
    arrived: 0,
    arrivedBy: 0,
    flushTo: 0,
    flushBy: 0,
    heardAt: 0,
    reason: '',
    attempts: 0,
  }),
  type: 'parallel',
  states: {
    connection: {
      initial: 'stopped',
      on: {
        STOP: {
          target: '.stopped',
          actions: [
            'dropConnection',
            { type: 'note', params: ({ event }) => ({ kind: 'receiver-stopped', args: { reason: event.reason } }) },
          ],
        },
        DIED: '.stopped',
      },
      states: {
        stopped: {
          // Nothing is left to be stopped.
          on: {
            STOP: {},
            START: { target: 'connecting', actions: { type: 'because', params: ({ event }) => event.reason } },
            COPY: [{ guard: 'isHeld', target: 'copying.held' }, { target: 'copying.flowing' }],
          },
        },
        copying: {
          initial: 'flowing',
          // The copy is another program's work: the thread can neither begin nor end it.
          on: {
            START: {},
            STOP: {},
            COPY: [{ guard: 'isHeld', target: '.held' }, { target: '.flowing' }],
            COPY_FAILED: 'stopped',
          },
          states: {
            flowing: {
              after: {
                copied: {
                  target: '#receiver.connection.connecting',
                  actions: ['install', { type: 'because', params: 'start' }],
                },
              },
            },
            held: {},
          },
        },
        connecting: {
          entry: { type: 'subscribe', params: ({ context: { peer, reason } }) => ({ peer, reason }) },
          on: {
            CONNECTED: {
              target: 'streaming',
              actions: [{ type: 'connected', params: ({ context }) => ({ peer: context.peer }) }, 'hear', 'succeed'],
            },
            REFUSED: [
              { guard: 'isDeposed', target: 'failed' },
              {
                target: 'refused',
                actions: [
                  { type: 'because', params: ({ event }) => event.reason },
                  {
                    type: 'refused',
                    params: ({ context, event }) => ({ peer: context.peer, reason: event.reason }),
                  },
                ],
              },
            ],
            FAILED: 'failed',
            RESET: 'failed',
          },
          after: {
            connectTimeout: { target: 'failed', actions: 'dropConnection' },
          },
        },
        streaming: {
          on: {
            ENTRIES: {
              guard: 'isNext',
              actions: ['hear', { type: 'takeIn', params: ({ event }) => ({ to: event.to, cause: event.cause }) }],
            },
            HEARTBEAT: { actions: 'hear' },
            // Its upstream, a slave too, has gone another way since.
            REFUSED: {
              target: 'refused',
              actions: [
                { type: 'because', params: ({ event }) => event.reason },
                {
                  type: 'refused',
                  params: ({ context, event }) => ({ peer: context.peer, reason: event.reason }),
                },
              ],
            },
            RESET: { target: 'connecting', actions: { type: 'because', params: ({ event }) => event.reason } },
          },
          after: {
            silence: [
              {
                guard: 'isSilent',
                actions: { type: 'giveUp', params: { reason: 'silence' } },
              },
              { target: 'streaming', reenter: true },
            ],
          },
        },
        failed: {
          always: [
            {
              guard: 'hasGivenUp',
              target: 'stopped',
              actions: {
                type: 'note',
                params: ({ context }) => ({
                  kind: 'receiver-stopped',
                  args: { reason: 'gave-up', count: context.attempts },
                }),
              },
            },
            { target: 'waiting' },
          ],
        },
        waiting: { after: { connectRetry: { target: 'connecting', actions: 'tryAgain' } } },
        refused: {
          on: { START: { target: 'connecting', actions: { type: 'because', params: ({ event }) => event.reason } } },
        },
      },
    },
    relay: {
      initial: 'quiet',
      on: {
        // Whatever ends the connection ends the flush with it.
        START: { target: '.quiet', actions: 'forget' },
        STOP: { target: '.quiet', actions: 'forget' },
        RESET: { target: '.quiet', actions: 'forget' },
        CONNECTED: { target: '.quiet', actions: 'forget' },
        DIED: { target: '.quiet', actions: 'forget' },
      },
      states: {
        quiet: {
          on: {
            ENTRIES: {
              guard: 'isNext',
              target: 'flushing',
              actions: { type: 'flushArriving', params: ({ event }) => ({ to: event.to, cause: event.cause }) },
            },
          },
        },
        flushing: {
          after: {
            relayFlush: [
              {
                guard: 'moreArrived',
                target: 'flushing',
                reenter: true,
                actions: [
                  {
                    type: 'store',
                    params: ({ context: { s, peer, flushTo, flushBy } }) => ({
                      peer,
                      to: flushTo,
                      cause: flushBy,
                      acknowledge: s.acknowledges && !s.ackApplied,
                    }),
                  },
                  'flushArrived',
                ],
              },
              {
                target: 'quiet',
                actions: {
                  type: 'store',
                  params: ({ context: { s, peer, flushTo, flushBy } }) => ({
                    peer,
                    to: flushTo,
                    cause: flushBy,
                    acknowledge: s.acknowledges && !s.ackApplied,
                  }),
                },
              },
            ],
          },
        },
      },
    },
  },
})
