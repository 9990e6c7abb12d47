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
      'The slaves apply slowly, so their relay logs are full when db1 dies at 0.9 s. Nothing promised is only on the wire. But “Relay log” is set to skip: db2 takes over at once, and what it had received and not applied is gone, together with the promises. Set it to wait and play again: a longer outage, and nothing is lost. Real distances of neighbouring cities; real monitors probe less often, and the slaves apply unusually slowly.',
    paceMs: 12,
    untilMs: 3200,
    nodes: [
      { id: 'db1', role: 'master' },
      { id: 'db2', applyMs: 200 },
      { id: 'db3', applyMs: 230 },
    ],
    network: { oneWayMs: 8, clientOneWayMs: 1, monitorOneWayMs: 5, links: [{ between: ['db1', 'db3'], oneWayMs: 12 }] },
    clients: [{ id: 'c', thinkMs: 60, startMs: 50, retryMs: 200 }],
    failover: { probeEveryMs: 200, probeTimeoutMs: 150, misses: 3, drain: 'skip' },
    lag: { warnMs: 100, criticalMs: 500 },
  },
  interventions: [{ atMs: 905, do: 'kill', node: 'db1' }],
})
