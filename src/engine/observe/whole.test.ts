import { expect, test } from 'vitest'
import { parseRun, type Run } from '../../run/index.ts'
import { recount } from '../checkers/conservation.ts'
import { Fold } from '../fold.ts'
import type { Frame } from '../frame/index.ts'
import { phantomReads } from '../measures/phantoms.ts'
import { randomRun } from './randomRun.ts'

const UNTIL = 4_000_000

/** What the checkers say at the end of a random run: 30 of them are played moment by moment anyway. */
const verdicts = new Map<number, Frame['checkers']>()
function verdict(number: number): Frame['checkers'] {
  const known = verdicts.get(number)
  if (known) return known
  const engine = new Fold(randomRun(number))
  engine.runTo(UNTIL)
  return engine.frame().checkers
}

/** Plays a random run moment by moment. */
function play(number: number, look: (frame: Frame) => void): void {
  const engine = new Fold(randomRun(number))
  while (engine.runToNextMoment(UNTIL)) look(engine.frame())
}

test('[I8] counters balance at every moment of random runs, and counting one by one gives the same', () => {
  const seen = { moments: 0, lost: 0, atRisk: 0, ghost: 0, unknown: 0, error: 0, phantomReads: 0 }
  const wrong: unknown[] = []
  for (let number = 69; number <= 98; number++) {
    const engine = new Fold(randomRun(number))
    const { world } = engine['kernel']
    while (engine.runToNextMoment(UNTIL)) {
      const { time } = engine
      const counters = engine['observers'].counters(world)
      const { issued, ok, error, unknown, pending, surviving, atRisk, lost, ghost, overwritten, discarded } = counters
      const balance =
        issued === ok + error + unknown + pending &&
        ok === surviving + atRisk + lost + overwritten + discarded &&
        Object.values(counters).every((count) => count >= 0)
      if (!balance) wrong.push([number, time, counters])
      for (const name of ['lost', 'atRisk', 'ghost', 'unknown', 'error', 'phantomReads'] as const)
        seen[name] += counters[name]
      if (seen.moments++ % 20 > 0) continue
      const counted = { ok, error, unknown, pending, kept: surviving + atRisk, lost, ghost }
      const found = recount(world)
      if (JSON.stringify(counted) !== JSON.stringify(found)) wrong.push([number, time, counted, found])
      if (counters.phantomReads !== phantomReads(world).length) wrong.push([number, time, counters.phantomReads])
    }
    engine.runTo(UNTIL)
    const last = engine.frame()
    expect(last.counters).toEqual(engine['observers'].counters(world))
    verdicts.set(number, last.checkers)
  }
  expect(wrong.slice(0, 3)).toEqual([])
  // Every kind of outcome has come up, or the test would show nothing.
  for (const [name, count] of Object.entries(seen)) expect([name, count > 0]).toEqual([name, true])
})

test('[checkers] no invariant breaks in random runs, and what is promised is held', () => {
  const guarantees: Record<string, { promised: number; broken: number }> = {}
  for (let number = 1; number <= 110; number++) {
    for (const { name, kind, promised, held, violation } of verdict(number)) {
      if (kind === 'invariant' || promised) expect([number, name, violation]).toEqual([number, name, null])
      if (kind === 'invariant') continue
      guarantees[name] ??= { promised: 0, broken: 0 }
      if (promised) guarantees[name].promised++
      if (!held) guarantees[name].broken++
    }
  }
  expect(guarantees['noLostOk']!.promised).toBeGreaterThan(10)
  expect(guarantees['noLostOk']!.broken).toBeGreaterThan(5)
  expect(guarantees['oneWriter']!.broken).toBeGreaterThan(0)
  expect(guarantees['converged']!.broken).toBeGreaterThan(3)
  expect(guarantees['appliedOnce']!.broken).toBe(0)
})

test('[frame] a frame is plain data: a structured clone of it is equal, and so is its JSON', () => {
  for (const number of [3, 8]) {
    let turn = 0
    play(number, (frame) => {
      if (turn++ % 40 > 0) return
      expect(structuredClone(frame)).toEqual(frame)
      expect(JSON.parse(JSON.stringify(frame))).toEqual(frame)
    })
  }
})

test('[frame] the frame after a seek is the frame after playing, whatever was looked at in between', () => {
  for (const number of [2, 5, 13, 34]) {
    const played = new Fold(randomRun(number))
    const marks = [played.checkpoint()]
    const frames = new Map<number, Frame>()
    for (let t = 70_000; t <= UNTIL; t += 70_000) {
      played.runTo(t)
      frames.set(t, played.frame())
      if (t % 490_000 === 0) marks.push(played.checkpoint())
    }
    for (const t of [3_990_000, 70_000, 1_960_000, 2_030_000, 980_000]) {
      const from = marks.filter((mark) => mark.time <= t).at(-1)!
      played.restore(from)
      played.runTo(t)
      expect([number, t, played.frame()]).toEqual([number, t, frames.get(t)])
    }
  }
})

test('[frame] what a frame says about one node fits together', () => {
  for (const number of [4, 9, 17]) {
    const wrong: string[] = []
    play(number, (frame) => {
      wrong.push(...misfits(frame))
    })
    expect([number, wrong.slice(0, 5)]).toEqual([number, []])
  }
})

/** Everything in a frame that contradicts something else in it. */
function misfits({ nodes, time, messages, epoch }: Frame): string[] {
  const wrong: string[] = []
  const must = (holds: boolean, what: () => string): void => {
    if (!holds) wrong.push(`${time}: ${what()}`)
  }
  for (const node of nodes) {
    const { id, cells, received, applied, lag } = node
    must(applied <= received, () => `${id} applied beyond received`)
    must(cells.length === Math.min(32, received), () => `${id} has ${cells.length} cells`)
    must(node.epoch <= epoch, () => `${id} is ahead of the newest epoch`)
    cells.forEach((cell, at) => {
      const { position, loggedAt, receivedAt, appliedAt, fate, fateAt, okAt } = cell
      must(position === received - cells.length + 1 + at, () => `${id}: cell ${at} is position ${position}`)
      must((appliedAt !== null) === position <= applied, () => `${id}: position ${position} and applied ${applied}`)
      must(loggedAt <= receivedAt && receivedAt <= (appliedAt ?? time), () => `${id}: times of position ${position}`)
      must(fateAt <= time && (fate !== 'lost' || okAt !== null), () => `${id}: fate of position ${position}`)
    })
    for (const since of [node.processSince, node.roleSince, node.receiver.since, node.applier.since])
      must(since >= 0 && since <= time, () => `${id}: since ${since}`)
    if (lag) must(lag.entriesBehind === lag.entriesToApply + lag.entriesToReceive, () => `${id}: lag`)
    if (node.role === 'master') must(node.upstream === null, () => `${id}: a master with an upstream`)
  }
  for (const { id, path } of messages)
    for (let at = 1; at < path.length; at++)
      must(path[at]![0] >= path[at - 1]![0] && path[at]![1] >= path[at - 1]![1], () => `message ${id} goes back`)
  return wrong
}

test('[I5] T1: semi-sync, one crash at any time, the most advanced slave takes over: nothing is lost, as promised', () => {
  let failovers = 0
  for (let crash = 0; crash < 120; crash++) {
    const engine = new Fold(crashRun(crash, 'semi-sync'))
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

test('[I5] the same crashes in async lose writes, and what is lost is what no slave had received', () => {
  let lossy = 0
  for (let crash = 0; crash < 40; crash++) {
    const engine = new Fold(crashRun(crash, 'async'))
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
