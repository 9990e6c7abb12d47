import { definePreset } from './preset.ts'

/** DOMAIN 2.1: auto-position asks for what is missing; if that was purged, no connection helps any more (error 1236). */
export const purgedLog = definePreset({
  id: 'purged-log',
  description: 'A slave is away for longer than the master keeps its log: it can never catch up, and is built anew.',
  pictogram: 'purged',
  scenario: {
    title: 'Away too long',
    about:
      'The master keeps its newest 10 entries. At 0.4 s the line to db3 is cut, and while it is away what it needs expires. At 1.5 s the line is well again, and db3 is refused: nobody can send what nobody has. At 2 s it is built anew from the data of db2, and asks the master only for what came after. Real distances (Virginia, Ireland, Oregon). Scaled: real logs are kept for days, and 20 MB are little.',
    paceMs: 35,
    untilMs: 3000,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      clientOneWayMs: 0.4,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 35 },
        { between: ['db1', 'db3'], oneWayMs: 32 },
        { between: ['db2', 'db3'], oneWayMs: 59 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 65, startMs: 130 }],
    replication: { retainEntries: 10, connectRetryMs: 150 },
    costs: { applyMs: 4, dataMegabytes: 20, copyKilobytesPerSecond: 50_000 },
    failover: { monitor: false },
    lag: { warnEntries: 4, criticalEntries: 8, warnMs: 200, criticalMs: 600 },
  },
  interventions: [
    { atMs: 400, do: 'cut', between: ['db1', 'db3'] },
    { atMs: 1500, do: 'heal', between: ['db1', 'db3'] },
    { atMs: 2000, do: 'rebuild', node: 'db3', from: 'db2' },
  ],
})
