import { definePreset } from './preset.ts'

/** DOMAIN 3.3, 3.4: Orchestrator neither delays nor fails a promotion for a relay log that is not empty; it is thrown away. */
export const drainSkipped = definePreset({
  id: 'drain-skipped',
  description:
    'The new master had received the promised writes and not applied them: it takes over at once and throws them away.',
  pictogram: 'skipped',
  scenario: {
    title: 'The relay log is thrown away',
    about:
      'The slaves apply slowly, so their relay logs are full when db1 dies at 0.7 s. Nothing promised is only on the wire. But “Relay log” is set to skip: db2 takes over at once, and what it had received and not applied is gone, together with the promises. Set it to wait and play again: a longer outage, and nothing is lost. Real distances (Virginia, Oregon, São Paulo); real monitors probe less often, and the slaves apply unusually slowly.',
    paceMs: 30,
    untilMs: 2200,
    nodes: [
      { id: 'db1', role: 'master' },
      { id: 'db2', applyMs: 300 },
      { id: 'db3', applyMs: 330 },
    ],
    network: {
      clientOneWayMs: 1,
      monitorOneWayMs: 35,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 32 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 87.5 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 70, startMs: 100, retryMs: 200 }],
    failover: { probeEveryMs: 200, probeTimeoutMs: 150, misses: 3, drain: 'skip' },
    lag: { warnMs: 100, criticalMs: 500 },
  },
  interventions: [{ atMs: 735, do: 'kill', node: 'db1' }],
})
