import { definePreset } from './preset.ts'

/** DOMAIN 2.6: two slaves that lag differently, and one who reads from both. */
export const wentBack = definePreset({
  id: 'went-back',
  description:
    'A reader sees a change, looks again, and it is gone: the next slave has not come as far as the last one.',
  pictogram: 'went-back',
  seed: 12,
  scenario: {
    title: 'Back in time',
    about:
      'The reader asks any slave, again and again. db2 is close behind the master, db3 has a slow SQL thread: whoever reads from db2 first and from db3 next sees time run backwards. At 0.9 s it keeps to one slave, and what it sees is old at times, but never older than before. At 1.84 s that slave dies: the reader moves to the other one, and back in time. The distances are real; a SQL thread that takes 150 ms for an entry is scaled up.',
    paceMs: 30,
    untilMs: 2800,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 150 }],
    network: {
      oneWayMs: 36,
      clientOneWayMs: 14,
      monitorOneWayMs: 30,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 6 },
        { between: ['db1', 'db3'], oneWayMs: 35 },
      ],
    },
    clients: [
      { id: 'writer', thinkMs: 130, startMs: 140, keys: 1 },
      { id: 'reader', kind: 'reader', thinkMs: 30, startMs: 200, keys: 1, route: 'random', retryMs: 10 },
    ],
    costs: { restartMs: 400 },
    failover: { probeEveryMs: 300, probeTimeoutMs: 200, misses: 3 },
    lag: { warnEntries: 2, criticalEntries: 5, warnMs: 100, criticalMs: 600 },
  },
  interventions: [
    { atMs: 900, do: 'set', path: 'clients.reader.route', value: 'sticky' },
    { atMs: 1840, do: 'kill', node: 'db2' },
  ],
})
