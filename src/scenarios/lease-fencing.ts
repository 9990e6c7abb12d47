import { definePreset } from './preset.ts'

/** DOMAIN 3.1: a master that cannot renew its lease stops by itself, because it cannot tell who is cut off. */
export const leaseFencing = definePreset({
  id: 'lease-fencing',
  description: 'A master that is cut off stops by itself when its lease is over, and only then is another promoted.',
  pictogram: 'lease',
  scenario: {
    title: 'A lease ends before another begins',
    about:
      'At 0.7 s db1 loses its slaves and the monitor, but not its client. It may say OK for as long as its lease lasts, and stops by itself at 1.4 s. The monitor has waited as long before it promotes db2: at no time are there two masters. What db1 promised after the cut is lost all the same, because async waits for nobody: a lease limits it. At 2.3 s the cut heals. Real distances (Virginia, Oregon, São Paulo); the lease is scaled: Patroni’s default is 30 s.',
    paceMs: 30,
    untilMs: 3000,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      clientOneWayMs: 1,
      monitorOneWayMs: 35,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 32 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 87.5 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 110, startMs: 130, retryMs: 150 }],
    replication: { connectRetryMs: 300 },
    costs: { applyMs: 4 },
    failover: {
      probeEveryMs: 200,
      probeTimeoutMs: 150,
      misses: 2,
      fence: 'lease',
      leaseMs: 1000,
      rerouteMs: 150,
    },
    lag: { warnMs: 150, criticalMs: 500 },
  },
  interventions: [
    { atMs: 700, do: 'cut', between: ['db1', 'db2'] },
    { atMs: 700, do: 'cut', between: ['db1', 'db3'] },
    { atMs: 700, do: 'cut', between: ['db1', 'monitor'] },
    { atMs: 2300, do: 'heal', between: ['db1', 'db2'] },
    { atMs: 2300, do: 'heal', between: ['db1', 'db3'] },
    { atMs: 2300, do: 'heal', between: ['db1', 'monitor'] },
  ],
})
