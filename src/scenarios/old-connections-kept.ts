import { definePreset } from './preset.ts'

/** DOMAIN 3.3: a reroute that leaves open connections alone lets pooled ones go on writing to the old master. */
export const oldConnectionsKept = definePreset({
  id: 'old-connections-kept',
  description:
    'The clients learn the new address and keep the connections that they have open: two masters take writes at once.',
  pictogram: 'kept',
  scenario: {
    title: 'Old connections stay open',
    about:
      'At 0.6 s db1 loses its slaves and the monitor. db2 is promoted, and everybody is told. But “Old connections” is set to keep: pool has a connection open to db1, and goes on writing there. new, which starts at 1.9 s, writes to db2. Only when db1 hears of the newer epoch, at 2.6 s, is it fenced, and everything that it promised since the cut is lost. Set it to close and play again. Real distances (Virginia, Oregon); real monitors probe less often.',
    paceMs: 30,
    untilMs: 3400,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: { oneWayMs: 32, clientOneWayMs: 1, monitorOneWayMs: 35 },
    clients: [
      { id: 'pool', thinkMs: 130, startMs: 70, retryMs: 150 },
      { id: 'new', thinkMs: 130, startMs: 1900, retryMs: 150 },
    ],
    replication: { connectRetryMs: 300 },
    costs: { applyMs: 4 },
    failover: { probeEveryMs: 200, probeTimeoutMs: 150, misses: 3, rerouteMs: 150, oldConnections: 'keep' },
    lag: { warnMs: 150, criticalMs: 500 },
  },
  interventions: [
    { atMs: 600, do: 'cut', between: ['db1', 'db2'] },
    { atMs: 600, do: 'cut', between: ['db1', 'db3'] },
    { atMs: 600, do: 'cut', between: ['db1', 'monitor'] },
    { atMs: 2600, do: 'heal', between: ['db1', 'db2'] },
    { atMs: 2600, do: 'heal', between: ['db1', 'db3'] },
    { atMs: 2600, do: 'heal', between: ['db1', 'monitor'] },
  ],
})
