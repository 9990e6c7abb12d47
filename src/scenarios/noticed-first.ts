import { definePreset } from './preset.ts'

/** DOMAIN 2.2, 6: an alert that comes after the first complaint is set too high. */
export const noticedFirst = definePreset({
  id: 'noticed-first',
  description:
    'A user misses its own write more than half a second before the lag alert, because its thresholds are lax.',
  pictogram: 'noticed',
  seed: 27,
  scenario: {
    title: 'Users notice before the alert',
    about:
      'At 0.4 s a report locks the rows of db3, and its SQL thread waits. At 0.8 s the user reads there, and what it has just bought is not there. The monitor says nothing yet: it warns of data that are 0.8 s old, and 1 s is critical, if that lasts for 0.2 s. Open Lag below: each alert says how long before it a user could notice. Drag the line of the warning down to 0.1 s and play again: the alert comes first. At 2.05 s the report ends. Distances are real; thresholds are scaled: tools come with 10 s and more.',
    paceMs: 30,
    untilMs: 2500,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      oneWayMs: 36,
      clientOneWayMs: 14,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 6 },
        { between: ['db1', 'db3'], oneWayMs: 15 },
      ],
    },
    clients: [
      {
        id: 'user',
        kind: 'read-write',
        thinkMs: 60,
        startMs: 120,
        keys: 1,
        readsPerWrite: 2,
        route: 'random',
      },
    ],
    costs: { applyMs: 6 },
    failover: { monitor: false },
    lag: { warnEntries: 20, criticalEntries: 40, warnMs: 800, criticalMs: 1000, dwellMs: 200 },
  },
  interventions: [
    { atMs: 400, do: 'lock-rows', node: 'db3' },
    { atMs: 2050, do: 'unlock-rows', node: 'db3' },
  ],
})
