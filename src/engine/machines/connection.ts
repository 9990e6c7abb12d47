/**
 * A client's side of one database connection: one write at a time, one outcome each. OK and ERROR are answers; a
 * connection that is reset or stays silent leaves the outcome UNKNOWN: it may have happened or not. After anything
 * but OK the connection rests for `retryMs`.
 */
import { assign, setup } from 'xstate'
import type { ClientSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  (
    | { type: 'SEND'; write: number }
    | { type: 'REPLY'; write: number; ok: boolean; reason: string; from: number; to: number; epoch: number }
    /** Nobody listens there, or no way leads there: the write never left. */
    | { type: 'FAILED' }
    | { type: 'RESET' }
  )

interface Context {
  s: ClientSettings
  write: number
  sentAt: number
  givesUpAt: number
}

export const connection = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: ClientSettings } },
  actions: {
    ...shared,
    take: assign(({ context }, p: { write: number; now: number }) => ({
      write: p.write,
      sentAt: p.now,
      givesUpAt: p.now + context.s.timeoutUs,
    })),
    sendWrite: (_, _what: { write: number }) => {},
    succeed: (_, _how: { write: number; us: number; from: number; to: number; epoch: number }) => {},
    fail: (_, _how: { write: number; reason: string }) => {},
    /** Neither yes nor no. */
    lose: (_, _how: { write: number; reason: string }) => {},
    hangUp: () => {},
    /** Ready for the next write. */
    release: (_, _how: { ok: boolean }) => {},
  },
  guards: {
    isOk: ({ context, event }) => event.type === 'REPLY' && event.write === context.write && event.ok,
    isMine: ({ context, event }) => event.type === 'REPLY' && event.write === context.write,
  },
  delays: {
    timeout: ({ context }) => context.s.timeoutUs,
    retry: ({ context }) => context.s.retryUs,
  },
}).createMachine({
  id: 'connection',
  context: ({ input }) => ({ s: input.s, write: 0, sentAt: 0, givesUpAt: 0 }),
  initial: 'idle',
  states: {
    idle: {
      on: {
        SEND: {
          target: 'waiting',
          actions: [
            { type: 'take', params: ({ event }) => ({ write: event.write, now: event.now }) },
            { type: 'sendWrite', params: ({ event }) => ({ write: event.write }) },
          ],
        },
      },
    },
    waiting: {
      on: {
        REPLY: [
          {
            guard: 'isOk',
            target: 'idle',
            actions: [
              {
                type: 'succeed',
                params: ({ context, event: { write, from, to, epoch, now } }) => ({
                  write,
                  us: now - context.sentAt,
                  from,
                  to,
                  epoch,
                }),
              },
              { type: 'release', params: { ok: true } },
            ],
          },
          {
            guard: 'isMine',
            target: 'backingOff',
            actions: { type: 'fail', params: ({ event: { write, reason } }) => ({ write, reason }) },
          },
        ],
        FAILED: {
          target: 'backingOff',
          actions: { type: 'fail', params: ({ context }) => ({ write: context.write, reason: 'refused' }) },
        },
        RESET: {
          target: 'backingOff',
          actions: { type: 'lose', params: ({ context }) => ({ write: context.write, reason: 'connection-lost' }) },
        },
      },
      after: {
        timeout: {
          target: 'backingOff',
          actions: [{ type: 'lose', params: ({ context }) => ({ write: context.write, reason: 'timeout' }) }, 'hangUp'],
        },
      },
    },
    backingOff: {
      after: { retry: { target: 'idle', actions: { type: 'release', params: { ok: false } } } },
    },
  },
})
