import { definePreset } from './preset.ts'

/** DOMAIN 2.6: two slaves that lag differently, one who reads from both, and one who keeps to the faster one. */
export const wentBack = definePreset({
  id: 'went-back',
  description:
    'A reader sees a change, looks again, and it is gone: the next slave has not come as far as the last one.',
  pictogram: 'went-back',
  seed: 7,
  scenario: {
    title: 'Back in time',
    about:
      'db2 is close behind the master, db3 has a slow SQL thread. roamer asks whichever slave the dice say: after db2 it asks db3, and time runs backwards. loyal keeps to db2, and what it sees is old at times, but never older than before. At 1.1 s db2 dies: loyal moves to db3, and back in time. The distances are real; a SQL thread that takes 180 ms for an entry is scaled up.',
    paceMs: 30,
    untilMs: 1900,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 180 }],
    network: {
      oneWayMs: 36,
      clientOneWayMs: 14,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 6 },
        { between: ['db1', 'db3'], oneWayMs: 35 },
      ],
    },
    clients: [
      { id: 'roamer', kind: 'reader', thinkMs: 30, startMs: 200, keys: 1, route: 'random', retryMs: 10 },
      { id: 'writer', thinkMs: 130, startMs: 140, keys: 1 },
      { id: 'loyal', kind: 'reader', thinkMs: 60, startMs: 230, keys: 1, route: 'sticky', retryMs: 10 },
    ],
    costs: { restartMs: 400 },
    failover: { monitor: false },
    lag: { warnEntries: 2, criticalEntries: 5, warnMs: 100, criticalMs: 600 },
  },
  interventions: [{ atMs: 1100, do: 'kill', node: 'db2' }],
})
