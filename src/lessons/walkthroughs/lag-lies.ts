/**
 * Walkthrough 5: what a slave says about its own lag, and what it cannot know. One slave, two gauges side by side (what it
 * reports, and the age of its heartbeat row), and one fault after the other: a slow SQL thread, a silent line, a thread
 * that stands still, a narrow line (DOMAIN 2.2).
 *
 * The distance is that between Virginia and Singapore, and a heartbeat row a second is what real jobs write. Scaled: the
 * net timeout is 8 s, MySQL's default is 60 s.
 */
import { defineWalkthrough } from '../define.ts'
import { gauges } from './lag/gauges.ts'
import { heartbeat, status } from './lag/scene.ts'
import { silence } from './lag/silence.ts'

export const lagLies = defineWalkthrough({
  id: 'lag-lies',
  number: 5,
  title: 'Lag lies',
  minutes: 7,
  goal: 'You can say which lag gauge to believe under which fault, and set an alert that comes before the complaint.',
  belief: '0 seconds behind means up to date.',
  pictogram: 'heartbeat',
  sources: [
    { ...status, url: 'https://dev.mysql.com/doc/refman/8.4/en/show-replica-status.html' },
    {
      name: 'MySQL 8.4 Reference Manual',
      place: 'Replica Server Options and Variables (replica_net_timeout)',
      url: 'https://dev.mysql.com/doc/refman/8.4/en/replication-options-replica.html',
    },
    { ...heartbeat, url: 'https://docs.percona.com/percona-toolkit/pt-heartbeat.html' },
  ],
  run: {
    scenario: {
      title: 'Lag lies',
      about:
        'One slave with two gauges: the seconds that it reports, and the age of a heartbeat row that the master dates every second. Real distance (Virginia, Singapore); the net timeout is scaled to 8 s, MySQL’s default is 60 s.',
      paceMs: 400,
      untilMs: 20_000,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
      network: { clientOneWayMs: 5, links: [{ between: ['db1', 'db2'], oneWayMs: 109 }] },
      clients: [
        { id: 'c', kind: 'stream', ratePerSecond: 2, keys: 1, startMs: 250 },
        { id: 'u', kind: 'reader', route: 'random', keys: 1, thinkMs: 2500, startMs: 1950 },
      ],
      replication: { heartbeatRowMs: 1000, netTimeoutMs: 8000, heartbeatMs: 4000 },
      costs: { applyMs: 40, entryBytes: 2000 },
      failover: { monitor: false },
      lag: {
        ...{ warnEntries: 50, criticalEntries: 100, warnMs: 10_000, criticalMs: 20_000 },
        ...{ dwellMs: 1000, noDataMs: 5000 },
      },
    },
  },
  steps: [...silence, ...gauges],
})
