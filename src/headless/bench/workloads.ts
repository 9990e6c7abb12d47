import { parseRun, type Run } from '../../run/index.ts'

/** The runs that the bench measures. */
function runOf(scenario: object): Run {
  const parsed = parseRun({ scenario })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}

const nodes = (slaves: number) => [
  { id: 'db1', role: 'master' },
  ...Array.from({ length: slaves }, (_, i) => ({ id: `db${i + 2}` })),
]

/** Fast disks and a near network: what is measured is the engine, not waiting. */
const fast = {
  costs: { executeMs: 0.05, binlogWriteMs: 0.01, flushMs: 0.1, commitMs: 0.01, relayFlushMs: 0.1, applyMs: 0.001 },
  network: { oneWayMs: 0.5, clientOneWayMs: 0.1 },
  failover: { monitor: false },
}

/** Bulk entries through one master to `slaves` slaves: `entriesPerWrite` are one transaction with one outcome. */
export const bulk = (slaves: number, entriesPerWrite: number, entriesPerSecond: number): Run =>
  runOf({
    nodes: nodes(slaves),
    clients: [
      {
        id: 'c',
        kind: 'stream',
        ratePerSecond: Math.floor(entriesPerSecond / entriesPerWrite),
        connections: 10_000,
        entriesPerWrite,
        startMs: 10,
      },
    ],
    untilMs: 300_000,
    ...fast,
  })

/** 20,000 messages under way half a second after the start: two crowds of writers far away. */
export const crowd: Run = runOf({
  nodes: nodes(3),
  clients: ['c', 'd'].map((id) => ({
    id,
    kind: 'stream',
    ratePerSecond: 20_000,
    connections: 10_000,
    startMs: 0,
    timeoutMs: 5000,
  })),
  ...fast,
  network: { oneWayMs: 500, clientOneWayMs: 500 },
})

/** A small lab with everything on: monitor, semi-sync, two clients. */
export const everyday: Run = runOf({
  nodes: nodes(2),
  network: { oneWayMs: 10, jitterMs: 1, clientOneWayMs: 1, monitorOneWayMs: 5 },
  replication: { mode: 'semi-sync' },
  clients: [
    { id: 'c1', thinkMs: 20 },
    { id: 'c2', kind: 'stream', ratePerSecond: 50, spacing: 'exponential' },
  ],
})

/** What the stage is measured with: 7 nodes and 5 writes a second, one second of the database in one of ours. */
export const smallStage: Run = runOf({
  id: 'bench-stage',
  title: 'Seven nodes, five writes a second',
  paceMs: 1000,
  nodes: nodes(6),
  network: { oneWayMs: 400, clientOneWayMs: 50, monitorOneWayMs: 50 },
  clients: [{ id: 'c', kind: 'stream', ratePerSecond: 5, startMs: 1000 }],
  costs: { applyMs: 50 },
  lag: { warnMs: 2000, criticalMs: 5000 },
})
