import { definePreset } from './preset.ts'

/** DOMAIN 2.2: a good monitor reads a row that the master dates, not the built-in column. */
export const heartbeat = definePreset({
  id: 'heartbeat',
  description: 'A slave reports 0 seconds behind, and a row that the master dates again and again knows better.',
  pictogram: 'heartbeat',
  scenario: {
    title: 'The row that tells the time',
    about:
      'Every 0.4 s the master writes its clock into a row. At 0.7 s the line to db2 gets narrow: 2 kB/s carry less than is written. db2 applies whatever it has received, so it reports 0 seconds behind, while its copy of the row gets older and older. At 4.5 s the line is wide again. Real distances (Virginia, Ireland, Singapore); the bandwidth and the interval are scaled: real rows are written every second.',
    paceMs: 90,
    untilMs: 6000,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      clientOneWayMs: 0.4,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 109 },
        { between: ['db1', 'db3'], oneWayMs: 35 },
        { between: ['db2', 'db3'], oneWayMs: 90 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 180, startMs: 150 }],
    replication: { heartbeatRowMs: 400 },
    costs: { applyMs: 5 },
    failover: { monitor: false },
    lag: { warnEntries: 4, criticalEntries: 10, warnMs: 500, criticalMs: 1000, dwellMs: 300 },
  },
  interventions: [
    { atMs: 700, do: 'set', path: 'network.links.db1~db2.kilobytesPerSecond', value: 2 },
    { atMs: 4500, do: 'set', path: 'network.links.db1~db2.kilobytesPerSecond', value: 0 },
  ],
})
