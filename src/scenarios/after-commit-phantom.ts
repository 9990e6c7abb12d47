import { definePreset } from './preset.ts'

/** DOMAIN 2.3, crash matrix, "after ENGINE_COMMIT, not R": what AFTER_COMMIT shows to others before any slave has it. */
export const afterCommitPhantom = definePreset({
  id: 'after-commit-phantom',
  description: 'A reader sees a write that its writer was never told OK for; the master dies, and the write never was.',
  pictogram: 'phantom',
  scenario: {
    title: 'The phantom read',
    about:
      'The master waits for a slave after the commit, so others read at once what may still be lost. At 0.42 s it dies: the reader has seen a value that is on no slave. The writer heard no OK, so no promise is broken, and yet what was read is in no node that counts. Real distances (Virginia, Oregon, Ireland); real monitors probe less often.',
    paceMs: 30,
    untilMs: 1900,
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
    network: {
      clientOneWayMs: 1,
      monitorOneWayMs: 35,
      links: [
        { between: ['db1', 'db2'], oneWayMs: 32 },
        { between: ['db1', 'db3'], oneWayMs: 35 },
        { between: ['db2', 'db3'], oneWayMs: 59 },
      ],
    },
    clients: [
      { id: 'writer', thinkMs: 20, startMs: 130, keys: 1, retryMs: 400 },
      { id: 'reader', kind: 'reader', thinkMs: 20, startMs: 120, keys: 1, retryMs: 150 },
    ],
    replication: { mode: 'semi-sync', waitPoint: 'after-commit' },
    failover: { probeEveryMs: 200, probeTimeoutMs: 150, misses: 3 },
    lag: { warnMs: 100, criticalMs: 500 },
  },
  interventions: [{ atMs: 420, do: 'kill', node: 'db1' }],
})
