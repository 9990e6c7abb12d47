import { definePreset } from './preset.ts'

/** DOMAIN 2.5: the master feeds two slaves, these feed the rest; a dead one in the middle orphans those below it. */
export const twoTier = definePreset({
  id: 'two-tier',
  description: 'Slaves copy from slaves, so that few lines cross the ocean, until the one in the middle dies.',
  pictogram: 'tiers',
  scenario: {
    title: 'Slaves of slaves',
    about:
      'One line crosses the ocean for three nodes: db2 passes on to db4 and db5 what it has applied. At 0.6 s it dies, and those below it get nothing, though the master and every client are well. After three missed probes the monitor sends them to the master. At 1.5 s db2 is back, and they stay where they are. Real distances (Virginia, Ireland, Oregon, and neighbouring cities); real monitors probe less often.',
    paceMs: 30,
    untilMs: 2300,
    nodes: [
      { id: 'db1', role: 'master' },
      { id: 'db2' },
      { id: 'db3' },
      { id: 'db4', upstream: 'db2' },
      { id: 'db5', upstream: 'db2' },
      { id: 'db6', upstream: 'db3' },
    ],
    network: {
      oneWayMs: 60,
      clientOneWayMs: 1,
      monitorOneWayMs: 45,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 35 },
        { between: ['db1', 'db3'], oneWayMs: 32 },
        { between: ['db2', 'db4'], oneWayMs: 8 },
        { between: ['db2', 'db5'], oneWayMs: 12 },
        { between: ['db3', 'db6'], oneWayMs: 10 },
        { between: ['db1', 'db4'], oneWayMs: 41 },
        { between: ['db1', 'db5'], oneWayMs: 45 },
        { between: ['db1', 'db6'], oneWayMs: 40 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 70, startMs: 130 }],
    replication: { connectRetryMs: 300 },
    costs: { applyMs: 5, restartMs: 250 },
    failover: { probeEveryMs: 150, probeTimeoutMs: 100, misses: 3 },
    lag: { warnEntries: 3, criticalEntries: 6, warnMs: 150, criticalMs: 400 },
  },
  interventions: [
    { atMs: 600, do: 'kill', node: 'db2' },
    { atMs: 1500, do: 'restart', node: 'db2' },
  ],
})
