import { definePreset } from './preset.ts'

/**
 * The picture that greets a visitor: seven writes promised, two of them only on the master. What happens next
 * is the visitor's: there is no intervention. Distances are those between Virginia, Ireland and São Paulo
 * (DOMAIN 8); the rhythm of the client is half the way to db2, so that the next entry starts as one lands.
 */
export const home = definePreset({
  id: 'home',
  description: 'One master, two slaves an ocean away, and a client that has heard OK seven times.',
  pictogram: 'lost-writes',
  atMs: 245,
  scenario: {
    title: 'The master is about to die',
    about:
      'Kill the master and count what was promised. Real distances (Virginia, Ireland, São Paulo); the monitor probes more often than real ones, five times a second.',
    paceMs: 40,
    untilMs: 4000,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 20 }],
    network: {
      clientOneWayMs: 0.4,
      monitorOneWayMs: 20,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 35 },
        { between: ['db1', 'db3'], oneWayMs: 57.5 },
        { between: ['db2', 'db3'], oneWayMs: 89 },
      ],
    },
    clients: [{ id: 'c', thinkMs: 15, startMs: 131, retryMs: 200 }],
    costs: { applyMs: 8 },
    failover: { probeEveryMs: 200, probeTimeoutMs: 150, misses: 3 },
    lag: { warnEntries: 4, criticalEntries: 8, warnMs: 60, criticalMs: 200, dwellMs: 10_000 },
  },
})
