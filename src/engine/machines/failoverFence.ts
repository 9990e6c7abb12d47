/**
 * Before somebody else may write, the old master must not (DOMAIN 3.3, FENCE_OLD): its lease is waited out, its host is
 * switched off, or the proxy lets nobody through to it. Without a fence it goes on until it hears of the newer epoch.
 * A candidate that was given up is fenced, too: it may have taken over.
 */
import { failoverSetup } from './failoverSetup.ts'
import { dropSuspicion, takenOver } from './failoverTurns.ts'

export const fencing = failoverSetup.createStateConfig({
  initial: 'deciding',
  states: {
    // Left again at once.
    deciding: {
      always: [{ guard: 'needsFence', target: 'working' }, { target: '#failoverManager.choosing' }],
    },
    working: {
      entry: {
        type: 'beginFence',
        params: ({ context, event }) => ({ node: context.suspect, leaseUs: event.leaseUs }),
      },
      on: {
        ANSWERED: [
          {
            guard: 'suspectAnswers',
            target: '#failoverManager.watching',
            actions: [dropSuspicion, 'trust', 'standDown'],
          },
          takenOver,
        ],
      },
      after: {
        fence: {
          target: '#failoverManager.choosing',
          actions: { type: 'finishFence', params: ({ context }) => ({ node: context.suspect }) },
        },
      },
    },
  },
})
