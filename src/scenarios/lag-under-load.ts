import { definePreset } from './preset.ts'

/** DOMAIN 2.1: lag diverges exactly while writes come faster than a slave applies; catching up takes B / (mu - lambda). */
export const lagUnderLoad = definePreset({
  id: 'lag-under-load',
  description:
    'Writes come faster than a slave can apply them: the lag grows and grows, and shrinks only after the rush.',
  pictogram: 'lag',
  scenario: {
    title: 'Lag under load',
    about:
      'A slave applies 2,000 entries a second. For 30 ms the client writes 3,000 a second, then 1,000: the backlog grows by one entry a millisecond and drains as slowly. Nothing is scaled.',
    paceMs: 1,
    untilMs: 80,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 0.4 }],
    network: { oneWayMs: 1, clientOneWayMs: 0.5 },
    clients: [{ id: 'c', kind: 'stream', ratePerSecond: 3000, connections: 64, startMs: 8 }],
    failover: { monitor: false },
    lag: { warnEntries: 8, criticalEntries: 20, warnMs: 5, criticalMs: 15 },
  },
  interventions: [{ atMs: 38, do: 'set', path: 'clients.c.ratePerSecond', value: 1000 }],
})
