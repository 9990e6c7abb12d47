import { definePreset } from './preset.ts'

/** DOMAIN 3.3: a graceful takeover loses nothing by construction. */
export const switchover = definePreset({
  id: 'switchover',
  description:
    'Masters are changed while both are well: the old one stops, the new one catches up, and nothing is lost.',
  pictogram: 'switchover',
  scenario: {
    title: 'A switchover, there and back',
    about:
      'At 0.25 s db2 is to take over from db1, which is well. db1 takes no more writes and finishes what is under way; db2 applies everything up to the end of that log; only then does it begin, and db1 copies from it. At 0.75 s the way back. Clients hear ERROR for a moment, and not one promise is broken. Real distances of neighbouring cities; a real switchover is started by a person, as here.',
    paceMs: 10,
    untilMs: 1200,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2', applyMs: 6 }, { id: 'db3' }],
    network: {
      oneWayMs: 8,
      clientOneWayMs: 1,
      monitorOneWayMs: 12,
      links: [{ between: ['db1', 'db3'], oneWayMs: 12 }],
    },
    clients: [
      { id: 'c1', thinkMs: 45, startMs: 50, retryMs: 120 },
      { id: 'c2', thinkMs: 60, startMs: 70, retryMs: 120 },
    ],
    failover: { probeEveryMs: 120, probeTimeoutMs: 100, misses: 3, promoteMs: 30, rerouteMs: 40 },
    lag: { warnMs: 100, criticalMs: 500 },
  },
  interventions: [
    { atMs: 250, do: 'switchover', node: 'db2' },
    { atMs: 750, do: 'switchover', node: 'db1' },
  ],
})
