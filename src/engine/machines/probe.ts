/**
 * The monitor's watch over one node: it asks every `probeEveryMs` and waits at most `probeTimeoutMs`. An answer that
 * comes later counts for nothing. A probe travels like anything else and can be lost or held on its way, so a
 * missed one may be the network's fault.
 */
import { assign, setup } from 'xstate'
import type { MonitorSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard & {
  type: 'ANSWER'
  sequence: number
  life: number
  role: string
  upstream: number
  epoch: number
  /** Does its I/O thread get anything from its upstream? */
  replicating: boolean
  /** When it was sent. */
  saidAt: number
}

interface Context {
  s: MonitorSettings
  /** Node number. */
  node: number
  sequence: number
  /** Missed in a row. */
  missed: number
  /** When the next one is due, and when the one under way was sent. */
  nextAt: number
  now: number
}

export const probe = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as { s: MonitorSettings; peer: number },
  },
  actions: {
    ...shared,
    ask: assign(({ context, event }) => ({
      sequence: context.sequence + 1,
      nextAt: event.now + context.s.probeEveryUs,
    })),
    sendProbe: (_, _what: { node: number; sequence: number }) => {},
    answered: (_, _what: { node: number; role: string; upstream: number; replicating: boolean; saidAt: number }) => {},
    missed: (_, _what: { node: number; count: number }) => {},
    clear: assign({ missed: 0, now: ({ event }) => event.now }),
    count: assign({ missed: ({ context }) => context.missed + 1, now: ({ event }) => event.now }),
  },
  guards: { isAwaited: ({ context, event }) => event.type === 'ANSWER' && event.sequence === context.sequence },
  delays: {
    rest: ({ context }) => Math.max(1, context.nextAt - context.now),
    probeTimeout: ({ context }) => context.s.probeTimeoutUs,
  },
}).createMachine({
  id: 'probe',
  context: ({ input }) => ({
    s: input.s,
    node: input.peer,
    sequence: 0,
    missed: 0,
    nextAt: input.s.probeEveryUs,
    now: 0,
  }),
  initial: 'resting',
  states: {
    resting: { after: { rest: 'asking' } },
    asking: {
      entry: ['ask', { type: 'sendProbe', params: ({ context: { node, sequence } }) => ({ node, sequence }) }],
      on: {
        ANSWER: {
          guard: 'isAwaited',
          target: 'resting',
          actions: [
            'clear',
            {
              type: 'answered',
              params: ({ context: { node }, event: { role, upstream, replicating, saidAt } }) => ({
                node,
                role,
                upstream,
                replicating,
                saidAt,
              }),
            },
            {
              type: 'tell',
              params: ({ context: { node }, event: { life, role, upstream, epoch } }) => ({
                to: 'failoverManager',
                event: { type: 'ANSWERED', node, life, role, upstream, epoch },
              }),
            },
          ],
        },
      },
      after: {
        probeTimeout: {
          target: 'resting',
          actions: [
            'count',
            { type: 'missed', params: ({ context: { node, missed } }) => ({ node, count: missed }) },
            {
              type: 'tell',
              params: ({ context: { node, missed } }) => ({
                to: 'failoverManager',
                event: { type: 'MISSED', node, count: missed },
              }),
            },
          ],
        },
      },
    },
  },
})
