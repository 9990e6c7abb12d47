/**
 * Walkthrough 4: what an OK can wait for, and what becomes of the promise when whoever it waits for is silent (DOMAIN 2.3,
 * 2.4, 7.1). The same write each time, so that the modes can be compared by the one number that a client sees.
 *
 * Real distances: a neighbouring city and a far one. Scaled: the timeout is 200 ms where MySQL's default is 10 s, and the
 * monitor probes twenty times a second.
 */
import { defineWalkthrough } from '../define.ts'
import { fallback } from './timeout/fallback.ts'
import { modes } from './timeout/modes.ts'
import { postgres, semiSync } from './timeout/scene.ts'

export const timeoutTrap = defineWalkthrough({
  id: 'timeout-trap',
  number: 4,
  title: 'Semi-sync and the timeout trap',
  minutes: 7,
  goal: 'You can say what an OK waits for in each mode, and what happens when nobody answers.',
  belief: 'Sync means no data loss.',
  pictogram: 'semi-sync',
  sources: [
    { ...semiSync, url: 'https://dev.mysql.com/doc/refman/8.4/en/replication-semisync.html' },
    { ...postgres, url: 'https://www.postgresql.org/docs/17/warm-standby.html#SYNCHRONOUS-REPLICATION' },
  ],
  run: {
    scenario: {
      title: 'Semi-sync and the timeout trap',
      about:
        'One client writes by hand, and the mode decides what its OK waits for. Real distances: db2 is in a neighbouring city, db3 far away. Scaled: the timeout is 200 ms where MySQL’s default is 10 s, and the monitor probes twenty times a second.',
      paceMs: 15,
      untilMs: 10_000,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
      network: {
        clientOneWayMs: 1,
        monitorOneWayMs: 10,
        links: [
          { between: ['db1', 'db2'], oneWayMs: 8 },
          { between: ['db1', 'db3'], oneWayMs: 30 },
          { between: ['db2', 'db3'], oneWayMs: 30 },
        ],
      },
      clients: [{ id: 'c', kind: 'stream', ratePerSecond: 0, timeoutMs: 10_000 }],
      costs: { restartMs: 60 },
      replication: { timeoutMs: 200, connectRetryMs: 50 },
      failover: { probeEveryMs: 50, probeTimeoutMs: 40, misses: 3, promoteMs: 20, rerouteMs: 30 },
      lag: { warnEntries: 3, criticalEntries: 10, warnMs: 1000, criticalMs: 5000, dwellMs: 10_000 },
    },
  },
  steps: [...modes, ...fallback],
})
