/**
 * The database process on its host. A kill is a host crash: what was not flushed is gone, and it is noticed at
 * once because connections are reset. Coming back takes `restartMs`, in which recovery commits every transaction
 * that it finds in the binlog and rolls back the others.
 */
import { setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  (
    | { type: 'KILL' }
    | { type: 'RESTART' }
    | { type: 'PROBE'; sequence: number; epoch: number; until: number; monitor: number }
  )

export const process = setup({
  types: { context: {} as { s: NodeSettings }, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    /** Drop what is only in memory, reset every connection, and let every other part of the node know. */
    crash: () => {},
    /** Replay the log, and let the parts start again. */
    recover: () => {},
    /** Say to the monitor that asks that the node is there, and how it stands. */
    answerProbe: (_, _probe: { sequence: number; monitor: number }) => {},
  },
  delays: { restart: ({ context }) => context.s.restartUs },
}).createMachine({
  id: 'process',
  context: ({ input }) => ({ s: input.s }),
  initial: 'up',
  states: {
    up: {
      on: {
        KILL: { target: 'down', actions: 'crash' },
        PROBE: {
          actions: [
            { type: 'answerProbe', params: ({ event }) => ({ sequence: event.sequence, monitor: event.monitor }) },
            {
              type: 'tell',
              params: ({ event }) => ({ to: 'role', event: { type: 'SEE_EPOCH', epoch: event.epoch } }),
            },
            {
              type: 'tell',
              params: ({ event }) => ({ to: 'lease', event: { type: 'GRANT', until: event.until } }),
            },
          ],
        },
      },
    },
    down: {
      on: {
        RESTART: { target: 'recovering', actions: { type: 'note', params: { kind: 'node-restarted', args: {} } } },
      },
    },
    recovering: {
      on: { KILL: { target: 'down', actions: 'crash' } },
      after: { restart: { target: 'up', actions: 'recover' } },
    },
  },
})
