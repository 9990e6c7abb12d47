import { definePreset } from './preset.ts'

/** DOMAIN 2.6, 7.3 "replica reads are fresh": a user reads back from any slave what the master has just promised. */
export const staleReads = definePreset({
  id: 'stale-reads',
  description: 'A user buys something, is told OK, reads from any slave, and what was just bought is not there.',
  pictogram: 'stale',
  seed: 46,
  scenario: {
    title: 'The stale read',
    about:
      'The user writes a row, hears OK, thinks for 40 ms and reads it back, from whichever slave the dice say. db2 stands next to the master and has it by then. db3 is in Ireland, and its SQL thread takes 60 ms for an entry: it answers at once, with what was there before. Nobody has lied and nothing is lost. Give the user another route under Workload, and it never happens again. The distance is real; a SQL thread that takes 60 ms is scaled up, as one that has long transactions before it.',
    paceMs: 30,
    untilMs: 1200,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 60 }],
    network: {
      oneWayMs: 36,
      clientOneWayMs: 14,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 6 },
        { between: ['db1', 'db3'], oneWayMs: 35 },
      ],
    },
    clients: [
      {
        id: 'user',
        kind: 'read-write',
        thinkMs: 40,
        startMs: 160,
        keys: 1,
        readsPerWrite: 2,
        route: 'random',
        positionTimeoutMs: 400,
        routeWindowMs: 150,
      },
    ],
    failover: { monitor: false },
    lag: { warnEntries: 2, criticalEntries: 5, warnMs: 80, criticalMs: 400 },
  },
})
