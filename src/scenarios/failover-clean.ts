import { definePreset } from './preset.ts'

/** DOMAIN 3.3 at its best: nothing promised was only on the master when it died. */
export const failoverClean = definePreset({
  id: 'failover-clean',
  description:
    'The master dies in a quiet moment: a slave takes over, the clients wait, and not one promised write is lost.',
  pictogram: 'failover',
  scenario: {
    title: 'A clean failover',
    about:
      'The master dies at 0.48 s, when both slaves have everything. The outage is detection time, mostly: three missed probes. At 2.2 s the old master returns and is fenced. Real distances of neighbouring cities, the monitor is further away; real monitors probe less often (Orchestrator: every 5 s).',
    paceMs: 15,
    untilMs: 2900,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      oneWayMs: 8,
      clientOneWayMs: 1,
      monitorOneWayMs: 15,
      links: [{ between: ['db1', 'db3'], oneWayMs: 12 }],
    },
    clients: [{ id: 'c', thinkMs: 60, startMs: 50, retryMs: 200 }],
    costs: { restartMs: 150 },
    failover: { probeEveryMs: 300, probeTimeoutMs: 200, misses: 3 },
    lag: { warnMs: 100, criticalMs: 500 },
  },
  interventions: [
    { atMs: 480, do: 'kill', node: 'db1' },
    { atMs: 2200, do: 'restart', node: 'db1' },
  ],
})
