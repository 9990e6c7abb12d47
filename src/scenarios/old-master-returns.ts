import { definePreset } from './preset.ts'

/** DOMAIN 3.3, 3.4: a master that was only cut off takes writes for an epoch that is over, and what it said is worth nothing. */
export const oldMasterReturns = definePreset({
  id: 'old-master-returns',
  description:
    'A master that was only cut off goes on saying OK while another takes over; when it is back, nobody can use what it has.',
  pictogram: 'returns',
  scenario: {
    title: 'The old master returns',
    about:
      'At 0.6 s db1 loses its slaves and the monitor, but not its client: it lives, and goes on saying OK. db2 is promoted. At 1.9 s the cut heals: db1 hears of the newer epoch and is fenced, its client hears ERROR until it has the new address, and the entries that nobody else has are named. At 2.8 s db1 is taken out of service, and db4 begins anew in its place. Real distances (Virginia, Oregon, São Paulo); real monitors probe less often.',
    paceMs: 30,
    untilMs: 3800,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      oneWayMs: 32,
      clientOneWayMs: 1,
      monitorOneWayMs: 38,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 32 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 87.5 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 110, startMs: 172, retryMs: 150 }],
    replication: { connectRetryMs: 300 },
    costs: { applyMs: 4 },
    failover: { probeEveryMs: 200, probeTimeoutMs: 150, misses: 3, rerouteMs: 900 },
    lag: { warnMs: 150, criticalMs: 500 },
  },
  interventions: [
    { atMs: 600, do: 'cut', between: ['db1', 'db2'] },
    { atMs: 600, do: 'cut', between: ['db1', 'db3'] },
    { atMs: 600, do: 'cut', between: ['db1', 'monitor'] },
    { atMs: 1900, do: 'heal', between: ['db1', 'db2'] },
    { atMs: 1900, do: 'heal', between: ['db1', 'db3'] },
    { atMs: 1900, do: 'heal', between: ['db1', 'monitor'] },
    { atMs: 2800, do: 'remove-slave', node: 'db1' },
    { atMs: 3000, do: 'add-slave', node: 'db4', upstream: 'db2' },
  ],
})
