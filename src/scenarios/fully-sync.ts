import { definePreset } from './preset.ts'

/** DOMAIN 2.4: `remote_apply` on every standby. Reads are the same everywhere, and the slowest slave sets the pace. */
export const fullySync = definePreset({
  id: 'fully-sync',
  description: 'Every OK waits until each slave has applied the write, so the slowest of them decides how long.',
  pictogram: 'all',
  scenario: {
    title: 'Waiting for everybody',
    about:
      'An OK means that the write is readable on every node. It takes the way to the furthest slave and back, and that slave’s SQL thread. At 0.6 s the line to db3 falls silent: db2 is as well as ever, and still no client hears OK until the line is back at 1.1 s. Real distances (Virginia, Ireland, São Paulo); db3 applies unusually slowly, and real silences last longer.',
    paceMs: 40,
    untilMs: 1700,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 20 }],
    network: {
      clientOneWayMs: 0.4,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 35 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 89 },
      ],
    },
    clients: [
      { id: 'c1', thinkMs: 20, startMs: 130 },
      { id: 'c2', thinkMs: 20, startMs: 205 },
    ],
    replication: { mode: 'all', ack: 'applied' },
    costs: { applyMs: 8 },
    failover: { monitor: false },
    lag: { warnEntries: 4, criticalEntries: 8, warnMs: 200, criticalMs: 800 },
  },
  interventions: [
    { atMs: 600, do: 'stall', between: ['db1', 'db3'] },
    { atMs: 1100, do: 'heal', between: ['db1', 'db3'] },
  ],
})
