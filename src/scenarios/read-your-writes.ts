import { definePreset } from './preset.ts'

/** DOMAIN 2.6: one user, one lagging slave, and the cures one after the other. */
export const readYourWrites = definePreset({
  id: 'read-your-writes',
  description: 'A user misses what was just written, until one cure after the other is switched on, each at its price.',
  pictogram: 'own-write',
  seed: 21,
  scenario: {
    title: 'Read your writes',
    about:
      'At first the user reads from any slave, and misses its own writes on db3. At 0.7 s the first cure: reads stay with the master for 150 ms after a write; the slaves help less. At 1.3 s the second: a slave first waits until it has applied what the user wrote; every read is right, some take longer. At 1.9 s the third: all reads go to the master, which then does all the work. Switch between them yourself under Workload. The distance is real; a SQL thread that takes 60 ms for an entry is scaled up.',
    paceMs: 30,
    untilMs: 2500,
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
        routeWindowMs: 150,
        positionTimeoutMs: 400,
      },
    ],
    failover: { monitor: false },
    lag: { warnEntries: 2, criticalEntries: 5, warnMs: 80, criticalMs: 400 },
  },
  interventions: [
    { atMs: 700, do: 'set', path: 'clients.user.route', value: 'leader-after-write' },
    { atMs: 1300, do: 'set', path: 'clients.user.route', value: 'wait-for-position' },
    { atMs: 1900, do: 'set', path: 'clients.user.route', value: 'leader' },
  ],
})
