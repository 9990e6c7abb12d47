import { definePreset } from './preset.ts'

/** DOMAIN 2.4: `ANY 2 (db2, db3, db4)`. One slave too many may die; with the next, commits block, and nobody times out. */
export const syncQuorum = definePreset({
  id: 'sync-quorum',
  description:
    'Every OK waits for two of three slaves: losing one costs nothing, losing two stops all writes until one is back.',
  pictogram: 'quorum',
  scenario: {
    title: 'Two of three',
    about:
      'Every OK waits for any two of the three slaves, without a timeout. db4 dies at 0.2 s, and no client notices. db2 dies at 0.38 s, and the next commit blocks, for as long as it takes: until db2 is back, half a second later. Real distances of neighbouring cities; restarts take seconds or minutes in reality, here 0.1 s.',
    paceMs: 10,
    untilMs: 1100,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }, { id: 'db4' }],
    network: {
      oneWayMs: 10,
      clientOneWayMs: 1,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 8 },
        { between: ['db1', 'db4'], oneWayMs: 12 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 15, startMs: 40 }],
    replication: { mode: 'quorum', waitFor: 2, connectRetryMs: 100 },
    costs: { restartMs: 100 },
    failover: { monitor: false },
    lag: { warnMs: 100, criticalMs: 500 },
  },
  interventions: [
    { atMs: 200, do: 'kill', node: 'db4' },
    { atMs: 384, do: 'kill', node: 'db2' },
    { atMs: 800, do: 'restart', node: 'db2' },
  ],
})
