import { definePreset } from './preset.ts'

/** DOMAIN 2.5 and misconception 11: replication is no backup, unless one slave is late on purpose and stopped in time. */
export const delayedSlave = definePreset({
  id: 'delayed-slave',
  description: 'A statement that ruins every row is on all slaves at once, except on the one that is late on purpose.',
  pictogram: 'delayed',
  scenario: {
    title: 'Late on purpose',
    about:
      'db3 receives everything at once, but applies an entry only when it is 0.6 s old. At 0.6 s somebody runs a statement without its WHERE: one write to all eight rows. db2 has it 50 ms later. At 1.1 s it is noticed, and the SQL thread of db3 is stopped just in time: its rows are still those from before. Real distances (Virginia, Ireland, Oregon); the delay is scaled: real ones are an hour or more.',
    paceMs: 35,
    untilMs: 1800,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', delayMs: 600 }],
    network: {
      clientOneWayMs: 0.4,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 35 },
        { between: ['db1', 'db3'], oneWayMs: 32 },
        { between: ['db2', 'db3'], oneWayMs: 59 },
      ],
    },
    clients: [
      { id: 'shop', thinkMs: 90, startMs: 130 },
      { id: 'admin', kind: 'stream', ratePerSecond: 0, entriesPerWrite: 8 },
    ],
    costs: { applyMs: 2 },
    failover: { monitor: false },
    lag: { warnEntries: 4, criticalEntries: 8, warnMs: 200, criticalMs: 600 },
  },
  interventions: [
    { atMs: 600, do: 'write', client: 'admin' },
    { atMs: 1100, do: 'stop-applier', node: 'db3' },
  ],
})
