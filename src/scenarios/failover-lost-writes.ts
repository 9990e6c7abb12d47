import { definePreset } from './preset.ts'

/** DOMAIN 3.4: what is lost in async is what was told OK beyond the best slave's last received entry. */
export const failoverLostWrites = definePreset({
  id: 'failover-lost-writes',
  description:
    'The master dies with promises in its binlog that no slave has: the failover succeeds, and the writes are gone.',
  pictogram: 'lost-writes',
  scenario: {
    title: 'Failover with lost writes',
    about:
      'Busy clients and slaves far away: what was told OK and is still on the wire at 0.61 s is lost. db2 has received most and applied least, so it first empties its relay log. At 2.6 s the old master returns with entries that nobody else has, and is fenced. Real distances (Virginia, Oregon, São Paulo); real monitors probe less often, and db2 applies unusually slowly.',
    paceMs: 30,
    untilMs: 3400,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2', applyMs: 90 }, { id: 'db3' }],
    network: {
      clientOneWayMs: 1,
      monitorOneWayMs: 35,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 32 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 87.5 },
      ],
    },
    clients: [
      { id: 'c1', thinkMs: 40, startMs: 150, retryMs: 300 },
      { id: 'c2', thinkMs: 52, startMs: 160, retryMs: 300 },
    ],
    costs: { restartMs: 300 },
    failover: { probeEveryMs: 300, probeTimeoutMs: 200, misses: 3 },
    lag: { warnMs: 100, criticalMs: 500 },
  },
  interventions: [
    { atMs: 610, do: 'kill', node: 'db1' },
    { atMs: 2600, do: 'restart', node: 'db1' },
  ],
})
