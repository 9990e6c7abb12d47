import { definePreset } from './preset.ts'

/** DOMAIN 2.2 (b): a line on which nothing moves and nothing breaks. Seconds behind stay at 0 until the net timeout. */
export const silentPartition = definePreset({
  id: 'silent-partition',
  description: 'A line falls silent and nobody is told: the slave reports no lag while it falls further behind.',
  pictogram: 'silent',
  scenario: {
    title: 'Silence looks like peace',
    about:
      'At 0.4 s everything on the line to db2 is held, with the connection up. db2 has applied all that it has, so it reports 0 seconds behind, while its true lag grows. Only after 0.7 s of silence does it give the connection up, and its lag is unknown. At 1.5 s the line is well again. Real distances (Virginia, Ireland, São Paulo); the net timeout is scaled: MySQL’s default is 60 s.',
    paceMs: 35,
    untilMs: 2000,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      clientOneWayMs: 0.4,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 35 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 89 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 60, startMs: 130 }],
    replication: { netTimeoutMs: 700, heartbeatMs: 350, connectRetryMs: 200 },
    costs: { applyMs: 5 },
    failover: { monitor: false },
    lag: { warnEntries: 4, criticalEntries: 8, warnMs: 200, criticalMs: 600 },
  },
  interventions: [
    { atMs: 400, do: 'stall', between: ['db1', 'db2'] },
    { atMs: 1500, do: 'heal', between: ['db1', 'db2'] },
  ],
})
