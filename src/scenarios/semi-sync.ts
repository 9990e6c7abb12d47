import { definePreset } from './preset.ts'

/** DOMAIN 2.3: the wait, the timeout, the fallback that nobody is told about, and the way back. */
export const semiSync = definePreset({
  id: 'semi-sync',
  description:
    'The client hears OK only once a slave has the write, until the slaves fall silent and the master stops waiting.',
  pictogram: 'semi-sync',
  scenario: {
    title: 'Semi-sync and its timeout',
    about:
      'Every OK waits for one slave. At 200 ms both links fall silent: the master waits its timeout once and goes on as async, without a word to the client. At 500 ms the links heal. Real distances of neighbouring cities; the timeout is 100 ms where MySQL’s default is 10 s.',
    paceMs: 10,
    untilMs: 700,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: { oneWayMs: 8, clientOneWayMs: 1, links: [{ between: ['db1', 'db3'], oneWayMs: 12 }] },
    clients: [{ id: 'c', thinkMs: 15, startMs: 50 }],
    replication: { mode: 'semi-sync', waitFor: 1, timeoutMs: 100 },
    failover: { monitor: false },
    lag: { warnMs: 100, criticalMs: 500 },
  },
  interventions: [
    { atMs: 200, do: 'stall', between: ['db1', 'db2'] },
    { atMs: 200, do: 'stall', between: ['db1', 'db3'] },
    { atMs: 500, do: 'heal', between: ['db1', 'db2'] },
    { atMs: 500, do: 'heal', between: ['db1', 'db3'] },
  ],
})
