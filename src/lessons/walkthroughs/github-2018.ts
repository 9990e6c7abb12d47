/**
 * A public incident: GitHub, 21 October 2018. A line that failed for 43 seconds moved masters to the other coast, and both
 * coasts had writes that the other lacked. What happened is told as GitHub reported it on 30 October 2018, in UTC; what is
 * shown is a model of it (DOMAIN 3.1, 3.3).
 *
 * Scaled: times are 25 times shorter, so that 43 s are 1.72 s; distances and the rate of writes are not. The rate is ours:
 * 954 writes in 43 s, while the report does not say how long the east wrote alone.
 */
import { defineWalkthrough } from '../define.ts'
import { accident } from './github/accident.ts'
import { aftermath } from './github/aftermath.ts'
import { rules } from './github/rules.ts'
import { recovery, report } from './github/scene.ts'

export const github2018 = defineWalkthrough({
  id: 'github-2018',
  number: null,
  date: '21 October 2018',
  title: 'GitHub: 43 seconds between two coasts',
  minutes: 8,
  goal: 'You can say when a failover costs more than the fault, and which two rules decide it.',
  belief: 'The faster the failover, the better.',
  pictogram: 'two-places',
  sources: [
    { ...report, url: 'https://github.blog/2018-10-30-oct21-post-incident-analysis/' },
    { ...recovery, url: 'https://github.com/openark/orchestrator/blob/master/docs/configuration-recovery.md' },
  ],
  run: {
    scenario: {
      title: 'GitHub: 43 seconds between two coasts',
      about:
        'A model of GitHub’s incident of 21 October 2018. A line between two coasts fails, two of three monitors make a master in the west, and the old one in the east is not fenced. Distances are real; times are 25 times shorter, so that 43 s are 1.72 s. Five nodes stand for clusters of many, and 22 writes a second for those of one busy cluster.',
      paceMs: 40,
      untilMs: 12_000,
      nodes: [
        { id: 'db1', role: 'master', dataCenter: 'east' },
        { id: 'db2', dataCenter: 'east' },
        { id: 'db3', dataCenter: 'east' },
        { id: 'db4', dataCenter: 'west' },
        { id: 'db5', dataCenter: 'west' },
      ],
      network: {
        ...{ oneWayMs: 1, farOneWayMs: 32, clientOneWayMs: 1, monitorOneWayMs: 32 },
        links: [
          ...['db1', 'db2', 'db3'].map((id) => ({ between: ['m1', id], oneWayMs: 1 })),
          ...['db4', 'db5'].map((id) => ({ between: ['m2', id], oneWayMs: 1 })),
        ],
      },
      clients: [
        {
          id: 'c',
          dataCenter: 'east',
          kind: 'stream',
          ratePerSecond: 22,
          startMs: 120,
          timeoutMs: 500,
          retryMs: 200,
        },
      ],
      replication: { connectRetryMs: 200 },
      costs: { applyMs: 4, dataMegabytes: 20, copyKilobytesPerSecond: 50_000 },
      failover: {
        monitors: [
          { id: 'm1', dataCenter: 'east' },
          { id: 'm2', dataCenter: 'west' },
          { id: 'm3', dataCenter: 'cloud' },
        ],
        ...{ probeEveryMs: 200, probeTimeoutMs: 150, misses: 3, promoteMs: 20, rerouteMs: 100, leaseMs: 600 },
        ...{ electionPauseMs: 200, electionMs: 300, electionRetryMs: 2000 },
      },
      lag: {
        ...{ warnEntries: 50, criticalEntries: 200, warnMs: 4000, criticalMs: 20_000 },
        ...{ dwellMs: 10_000, noDataMs: 30_000 },
      },
    },
  },
  steps: [...accident, ...aftermath, ...rules],
})
