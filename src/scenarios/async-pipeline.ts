import { definePreset } from './preset.ts'

/** The path of DOMAIN 2.1 with nothing else going on: one write at a time, from the client to two slaves. */
export const asyncPipeline = definePreset({
  id: 'async-pipeline',
  description: 'One write at a time goes from the client to the binlog, down the wire, and into both slaves.',
  pictogram: 'journey',
  scenario: {
    title: 'One write’s journey',
    about:
      'Follow one write: binlog, wire, relay log, data. The client hears OK long before a slave has it. Nothing is scaled: zones 1 and 1.6 ms apart, disks that flush in 1 ms.',
    paceMs: 1,
    untilMs: 60,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: { oneWayMs: 1, clientOneWayMs: 0.5, links: [{ between: ['db1', 'db3'], oneWayMs: 1.6 }] },
    clients: [{ id: 'c', thinkMs: 4, startMs: 8 }],
    failover: { monitor: false },
    lag: { warnMs: 10, criticalMs: 50 },
  },
})
