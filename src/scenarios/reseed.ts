import { definePreset } from './preset.ts'

/** Bringing slaves online: a copy of a slave's data, then only what came after from the master's log (recording bootstrap-new-slave). */
export const reseed = definePreset({
  id: 'reseed',
  description: 'Two new slaves begin with a copy of another one’s data, share what it gives, and fetch only the rest.',
  pictogram: 'reseed',
  scenario: {
    title: 'A slave is built from a slave',
    about:
      'At 0.3 s db3 begins to copy the data of db2, so that the master is left alone: 20 MB at 20 MB/s, a second. At 0.8 s db4 does the same, both share what db2 gives, and both take longer. Writes go on. When a copy is whole its node asks the master for the entries since its beginning, and for nothing else. Real distances (Virginia, Ireland, Oregon). Data are scaled: 500 GB at 200 MB/s take 42 minutes.',
    paceMs: 35,
    untilMs: 2700,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
    network: {
      oneWayMs: 32,
      clientOneWayMs: 0.4,
      links: [{ between: ['db1', 'db2'], oneWayMs: 35 }],
    },
    clients: [{ id: 'c', thinkMs: 75, startMs: 130 }],
    replication: { retainEntries: 100 },
    costs: { applyMs: 4, dataMegabytes: 20, copyKilobytesPerSecond: 20_000 },
    failover: { monitor: false },
    lag: { warnEntries: 30, criticalEntries: 60, warnMs: 2500, criticalMs: 5000 },
  },
  interventions: [
    { atMs: 300, do: 'add-slave', node: 'db3', upstream: 'db1', from: 'db2' },
    { atMs: 800, do: 'add-slave', node: 'db4', upstream: 'db1', from: 'db2' },
  ],
})
