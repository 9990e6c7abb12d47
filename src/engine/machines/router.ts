/**
 * What tells clients where the master is: an address service, a proxy, a driver's topology. A reroute takes
 * `rerouteMs` to reach them; then connections to the old address are closed, so that no client keeps waiting there.
 * Simplified: all clients learn at the same instant.
 */
import { assign, setup } from 'xstate'
import type { MonitorSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard & { type: 'REROUTE'; to: number }

export const router = setup({
  types: {
    context: {} as { s: MonitorSettings; to: number },
    events: {} as Event,
    input: {} as { s: MonitorSettings; to: number },
  },
  actions: {
    ...shared,
    /** Every client writes to this node from now on. */
    retarget: (_, _to: { to: number }) => {},
    aim: assign({ to: (_, to: number) => to }),
  },
  delays: { reroute: ({ context }) => context.s.rerouteUs },
}).createMachine({
  id: 'router',
  context: ({ input }) => ({ s: input.s, to: input.to }),
  initial: 'pointing',
  states: {
    pointing: {
      on: { REROUTE: { target: 'propagating', actions: { type: 'aim', params: ({ event }) => event.to } } },
    },
    propagating: {
      on: {
        REROUTE: {
          target: 'propagating',
          reenter: true,
          actions: { type: 'aim', params: ({ event }) => event.to },
        },
      },
      after: {
        reroute: { target: 'pointing', actions: { type: 'retarget', params: ({ context }) => ({ to: context.to }) } },
      },
    },
  },
})
