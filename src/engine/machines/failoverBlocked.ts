/**
 * The monitor knows that the master is dead, and must not act (DOMAIN 3.3). That is an outage that waits for a person: somebody
 * may name a new master all the same.
 */
import { failoverSetup } from './failoverSetup.ts'
import { dropSuspicion, promotedByHand, takenOver } from './failoverTurns.ts'

export const blocked = failoverSetup.createStateConfig({
  initial: 'tooSoon',
  on: {
    PROMOTE: promotedByHand,
    ANSWERED: [
      {
        guard: 'masterAnswers',
        target: 'watching',
        actions: [dropSuspicion, 'trust', 'standDown'],
      },
      takenOver,
    ],
  },
  states: {
    // Orchestrator's RecoveryPeriodBlockSeconds. Then it asks the slaves again.
    tooSoon: {
      entry: {
        type: 'block',
        params: ({ context, event }) => ({
          reason: 'anti-flap',
          us: context.doneAt + context.s.antiFlapUs - event.now,
        }),
      },
      on: { REVIEW: '#failoverManager.confirming' },
      after: { antiFlap: '#failoverManager.confirming' },
    },
    // Only slaves are left that must not take over: until one is back that may, or the rules change.
    byRules: {
      on: {
        ANSWERED: { guard: 'newcomerAnswers', target: '#failoverManager.choosing' },
        REVIEW: '#failoverManager.choosing',
      },
    },
  },
})
