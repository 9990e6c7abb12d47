// One crash, at many instants of the same run: what semi-sync promises, and what async does not.
import { expect, test } from 'vitest'
import { parseRun, type Run } from '../../run/index.ts'
import { createEngine } from '../index.ts'

test('[P9] [F38] semi-sync, one crash at any time, the most advanced slave takes over: nothing is lost, as promised', () => {
  let failovers = 0
  for (let crash = 0; crash < 120; crash++) {
    const engine = createEngine(crashRun(crash, 'semi-sync'))
    engine.runTo(1_500_000)
    const { counters, checkers, epoch } = engine.frame()
    expect([crash, counters.lost, checkers.find(({ name }) => name === 'noLostOk')]).toEqual([
      crash,
      0,
      { name: 'noLostOk', kind: 'guarantee', promised: true, held: true, violation: null },
    ])
    failovers += epoch - 1
  }
  expect(failovers).toBe(120)
})

test('[F81] the same crashes in async lose writes, and what is lost is what no slave had received', () => {
  let lossy = 0
  for (let crash = 0; crash < 40; crash++) {
    const engine = createEngine(crashRun(crash, 'async'))
    engine.runTo(1_500_000)
    const { lost, nodes } = engine.frame()
    const promoted = engine.milestones().find(({ kind }) => kind === 'promoted')!
    const { cells } = nodes.find(({ id }) => id === 'db1')!
    const missing = cells.filter(({ position, okAt }) => okAt !== null && position >= promoted.args.from!)
    expect([crash, lost.map(({ number }) => number)]).toEqual([crash, missing.map(({ position }) => position)])
    if (lost.length > 0) lossy++
  }
  expect(lossy).toBeGreaterThan(10)
})

/** Two slaves at different distances, a busy client, and the master dies once. */
function crashRun(crash: number, mode: 'async' | 'semi-sync'): Run {
  const parsed = parseRun({
    seed: crash,
    scenario: {
      id: 'crash',
      title: 'Crash',
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2', applyMs: 9 }, { id: 'db3' }],
      network: { oneWayMs: 20, jitterMs: 1, links: [{ between: ['db1', 'db2'], oneWayMs: 15 }] },
      clients: [{ id: 'c1', thinkMs: 3, spacing: 'exponential' }],
      replication: { mode, waitFor: 1, timeoutMs: 10_000 },
      failover: { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 30, rerouteMs: 20 },
    },
    interventions: [{ atMs: (200_000 + crash * 1370) / 1000, do: 'kill', node: 'db1' }],
  })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}
