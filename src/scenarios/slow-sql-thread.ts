import { definePreset } from './preset.ts'

/** DOMAIN 2.1 and 2.2: the two threads of a slave are two queues, and only the second one is slow. */
export const slowSqlThread = definePreset({
  id: 'slow-sql-thread',
  description:
    'One slave receives every entry at once and applies it late: its relay log fills while its network is fine.',
  pictogram: 'slow-thread',
  scenario: {
    title: 'The slow SQL thread',
    about:
      'Both slaves receive alike; db3 takes 8 ms to apply an entry and falls behind, with every entry safe in its relay log. At 60 ms its SQL thread gets as fast as db2’s and catches up. Nothing is scaled.',
    paceMs: 1.5,
    untilMs: 100,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 8 }],
    network: { oneWayMs: 1, clientOneWayMs: 0.5 },
    clients: [{ id: 'c', thinkMs: 1.5, startMs: 8 }],
    failover: { monitor: false },
    lag: { warnEntries: 4, criticalEntries: 8, warnMs: 10, criticalMs: 40 },
  },
  interventions: [{ atMs: 60, do: 'set', path: 'nodes.db3.applyMs', value: 0.5 }],
})
