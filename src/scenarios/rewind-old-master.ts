import { definePreset } from './preset.ts'

/** DOMAIN 3.5: what a former master has and nobody else, and the three ways back (recording rejoin-old-master). */
export const rewindOldMaster = definePreset({
  id: 'rewind-old-master',
  description:
    'A former master with entries that nobody else has is refused as it is; rewound or built anew, it is a slave again.',
  pictogram: 'rewind',
  scenario: {
    title: 'Three ways back',
    about:
      'At 0.6 s db1 is cut off and goes on saying OK, db2 takes over, and at 1.6 s db1 is back: fenced, with entries that db2 never had, its errant set. First way, at 2 s: it is to follow as it is, and db2 refuses it (error 1236). Second way, at 2.4 s: a rewind takes the errant entries back, one by one, down to the last one in common; then it is a slave like any other. At 3.15 s db2 dies, and db1 leads again. Third way, at 4.5 s: db2 throws everything away and copies the data of db3. Writes that were lost stay lost on every way. At each of these moments try another way. Real distances (Virginia, Oregon, São Paulo); data and probes are scaled.',
    paceMs: 38,
    untilMs: 5600,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      oneWayMs: 32,
      clientOneWayMs: 1,
      monitorOneWayMs: 40,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 32 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 87.5 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 80, startMs: 110, retryMs: 120 }],
    replication: { connectRetryMs: 200 },
    costs: { applyMs: 12, restartMs: 300, dataMegabytes: 20, copyKilobytesPerSecond: 40_000 },
    failover: { probeEveryMs: 150, probeTimeoutMs: 100, misses: 3, rerouteMs: 150 },
    lag: { warnMs: 250, criticalMs: 800 },
  },
  interventions: [
    { atMs: 600, do: 'cut', between: ['db1', 'db2'] },
    { atMs: 600, do: 'cut', between: ['db1', 'db3'] },
    { atMs: 600, do: 'cut', between: ['db1', 'monitor'] },
    { atMs: 1600, do: 'heal', between: ['db1', 'db2'] },
    { atMs: 1600, do: 'heal', between: ['db1', 'db3'] },
    { atMs: 1600, do: 'heal', between: ['db1', 'monitor'] },
    { atMs: 2000, do: 'rejoin', node: 'db1' },
    { atMs: 2400, do: 'rewind', node: 'db1' },
    { atMs: 3150, do: 'kill', node: 'db2' },
    { atMs: 4000, do: 'restart', node: 'db2' },
    { atMs: 4500, do: 'rebuild', node: 'db2', from: 'db3' },
  ],
})
