/**
 * A public incident: GitLab.com, 31 January 2017. A slave fell further behind than its master kept its log, and while it was
 * to be built anew, the data of the master were removed. What happened is told as GitLab reported it on 10 February 2017, in
 * UTC; what is shown is a model of it (DOMAIN 2.1, misconception 11).
 *
 * Scaled: an hour is half a second, so that 17:20 is 0.2 s and 23:27 is 3.26 s; rates, sizes and the 40 entries of the log
 * are ours. The model speaks MySQL (binlog, I/O thread) where GitLab ran PostgreSQL (WAL, streaming). Three things stand
 * for others: a slave that was stopped at 17:20 for the snapshot, a cut of 0.1 s for the stream that ended when its WAL was
 * gone, and a dead host that nobody restarts for a removed data directory.
 */
import { defineWalkthrough } from '../define.ts'
import { evening } from './gitlab/evening.ts'
import { lastCopy } from './gitlab/lastCopy.ts'
import { notes, report } from './gitlab/scene.ts'

export const gitlab2017 = defineWalkthrough({
  id: 'gitlab-2017',
  number: null,
  date: '31 January 2017',
  title: 'GitLab.com: the last complete copy',
  minutes: 8,
  goal: 'You can say at which moment redundancy ends, and what has to be watched so that somebody notices.',
  belief: 'We have a slave, so we have a backup.',
  pictogram: 'purged',
  sources: [
    { ...report, url: 'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/' },
    { ...notes, url: 'https://about.gitlab.com/blog/2017/02/01/gitlab-dot-com-database-incident/' },
  ],
  run: {
    scenario: {
      title: 'GitLab.com: the last complete copy',
      about:
        'A model of GitLab.com’s incident of 31 January 2017. Load rises, the only slave falls behind, and its master’s log no longer holds what it needs. While it is built anew, the master’s data are removed. An hour is half a second here; rates and sizes are ours. `snap` stands for a snapshot of 17:20, and a dead host for removed data.',
      paceMs: 60,
      untilMs: 6000,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'snap', promotion: 'must-not' }],
      network: {
        ...{ oneWayMs: 1, clientOneWayMs: 1, monitorOneWayMs: 1 },
        links: [{ between: ['db1', 'db2'], oneWayMs: 1, kilobytesPerSecond: 5000 }],
      },
      clients: [{ id: 'c', kind: 'stream', ratePerSecond: 20, startMs: 50, timeoutMs: 300, retryMs: 200 }],
      replication: { connectRetryMs: 50, retainEntries: 40 },
      costs: { applyMs: 2, entryBytes: 100_000, dataMegabytes: 4, copyKilobytesPerSecond: 50_000 },
      failover: {
        ...{ choose: 'by-hand', probeEveryMs: 100, probeTimeoutMs: 50, misses: 2, promoteMs: 20, rerouteMs: 30 },
      },
      lag: {
        ...{ warnEntries: 20, criticalEntries: 60, warnMs: 1000, criticalMs: 5000 },
        ...{ dwellMs: 10_000, noDataMs: 30_000 },
      },
    },
  },
  steps: [...evening, ...lastCopy],
})
