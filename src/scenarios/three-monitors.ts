import { definePreset } from './preset.ts'

/** DOMAIN 3.1, quorum gossip as in Sentinel: one monitor that is cut off proves nothing, a majority does. */
export const threeMonitors = definePreset({
  id: 'three-monitors',
  description:
    'One of three monitors is cut off and nothing happens; then the master dies, and the monitors elect one to act.',
  pictogram: 'votes',
  scenario: {
    title: 'Three monitors vote',
    about:
      'At 0.4 s m3 is cut off: it finds db1 down and says that too few agree, so nobody is promoted. At 1.8 s it is back, and at 2.4 s db1 dies. Each monitor finds that out by itself and tells the others; once two agree, each waits a random moment, and the first to ask for votes gets them. Only the elected one promotes; the others learn from the nodes who is master. Real distances (Virginia, Oregon, São Paulo). Sentinel’s own probes are 1 s apart and its patience is 30 s; here both are shorter.',
    paceMs: 35,
    untilMs: 4300,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      clientOneWayMs: 1,
      monitorOneWayMs: 40,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 32 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 87.5 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 160, startMs: 130, retryMs: 200 }],
    replication: { connectRetryMs: 300 },
    costs: { applyMs: 4 },
    failover: {
      monitors: [{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }],
      probeEveryMs: 200,
      probeTimeoutMs: 150,
      misses: 3,
      rerouteMs: 150,
    },
    lag: { warnMs: 150, criticalMs: 500 },
  },
  interventions: [
    ...['db1', 'db2', 'db3', 'm1', 'm2'].map((id) => ({ atMs: 400, do: 'cut', between: ['m3', id] })),
    ...['db1', 'db2', 'db3', 'm1', 'm2'].map((id) => ({ atMs: 1800, do: 'heal', between: ['m3', id] })),
    { atMs: 2400, do: 'kill', node: 'db1' },
  ],
})
