/**
 * A master's lease (DOMAIN 3.1, as Patroni's leader key): it may take writes only while somebody has heard of it
 * lately. Each probe says up to when, counted from when the master sent the last answer that arrived: so it ends here
 * before it ends for the monitor, however slow the network is. A master that is cut off cannot tell whether it or the
 * others are alone, and stops by itself. Without `fence: lease` nobody gives any. Simplified: clocks may be wrong, but
 * none is fast or slow.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard & ({ type: 'GRANT'; until: number } | { type: 'RELEASE' } | { type: 'DIED' })

interface Context {
  s: NodeSettings
  /** Up to when it lasts, and when it was last given. */
  until: number
  at: number
}

export const lease = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    /** It is over, and nobody has been heard since. */
    lapse: (_, _how: { us: number }) => {},
    take: assign({ until: (_, p: { until: number; now: number }) => p.until, at: (_, p) => p.now }),
    forget: assign({ until: 0, at: 0 }),
  },
  guards: {
    isGiven: ({ context, event }) => event.type === 'GRANT' && context.s.leases && event.until > event.now,
    isLonger: ({ context, event }) => event.type === 'GRANT' && context.s.leases && event.until > context.until,
  },
  delays: { rest: ({ context }) => Math.max(1, context.until - context.at) },
}).createMachine({
  id: 'lease',
  context: ({ input }) => ({ s: input.s, until: 0, at: 0 }),
  initial: 'none',
  on: { DIED: { target: '.none', actions: 'forget' } },
  states: {
    none: {
      on: {
        GRANT: {
          guard: 'isGiven',
          target: 'held',
          actions: { type: 'take', params: ({ event }) => ({ until: event.until, now: event.now }) },
        },
      },
    },
    held: {
      on: {
        GRANT: {
          guard: 'isLonger',
          target: 'held',
          reenter: true,
          actions: { type: 'take', params: ({ event }) => ({ until: event.until, now: event.now }) },
        },
        RELEASE: { target: 'none', actions: 'forget' },
      },
      after: {
        rest: {
          target: 'lost',
          actions: [
            { type: 'lapse', params: ({ context }) => ({ us: context.until - context.at }) },
            { type: 'tell', params: { to: 'role', event: { type: 'LEASE_LOST' } } },
          ],
        },
      },
    },
    lost: {
      on: {
        GRANT: {
          guard: 'isGiven',
          target: 'held',
          actions: [
            { type: 'take', params: ({ event }) => ({ until: event.until, now: event.now }) },
            { type: 'tell', params: { to: 'role', event: { type: 'LEASE_HELD' } } },
          ],
        },
        RELEASE: {
          target: 'none',
          actions: ['forget', { type: 'tell', params: { to: 'role', event: { type: 'LEASE_HELD' } } }],
        },
      },
    },
  },
})
