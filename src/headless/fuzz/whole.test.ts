// Looks inside the engine: what is counted as it happens is counted again, one by one, from everything there is.
import { expect, test } from 'vitest'
import { recount } from '../../engine/checkers/conservation.ts'
import { Fold } from '../../engine/fold.ts'
import { phantomReads } from '../../engine/measures/phantoms.ts'
import { hasManyMasters, type Run, us } from '../../run/index.ts'
import { drawRun } from './draw/index.ts'

/** Kernel events of one run. */
const WORK = 5_000
/** With one master: what several hold is counted again by their own checker, in every run (`checkers/masters`). */
const general = Array.from({ length: 36 }, (_, seed) => drawRun(seed)).filter(
  ({ scenario }) => !hasManyMasters(scenario),
)
const returning = Array.from({ length: 16 }, (_, seed) => drawRun(seed, 'returns'))
/** Rare: somebody reads what is lost before anybody has been told OK for it. */
const phantoms = [drawRun(92), drawRun(34, 'returns'), drawRun(70, 'returns')]

/** Plays a run moment by moment; the engine is the same each time. */
function* moments(run: Run): Generator<Fold> {
  const engine = new Fold(run)
  while (engine.work < WORK && engine.runToNextMoment(us(run.scenario.untilMs))) yield engine
}

test('[I8] counters balance at every moment of generated runs, and counting one by one gives the same', () => {
  const seen = { moments: 0, lost: 0, atRisk: 0, ghost: 0, unknown: 0, error: 0, phantomReads: 0 }
  const wrong: unknown[] = []
  const guarantees: Record<string, { promised: number; broken: number }> = {}
  for (const run of [...general, ...returning, ...phantoms]) {
    let last: Fold | undefined
    for (const engine of moments(run)) {
      last = engine
      const { world } = engine['kernel']
      const place = [run.scenario.id, engine.time]
      const counters = engine['observers'].counters(world)
      const { issued, ok, error, unknown, pending, surviving, atRisk, lost, ghost, overwritten, discarded } = counters
      const balance =
        issued === ok + error + unknown + pending &&
        ok === surviving + atRisk + lost + overwritten + discarded &&
        Object.values(counters).every((count) => count >= 0)
      if (!balance) wrong.push([place, counters])
      for (const name of ['lost', 'atRisk', 'ghost', 'unknown', 'error', 'phantomReads'] as const)
        seen[name] += counters[name]
      if (seen.moments++ % 20 > 0) continue
      const counted = { ok, error, unknown, pending, kept: surviving + atRisk, lost, ghost }
      const found = recount(world)
      if (JSON.stringify(counted) !== JSON.stringify(found)) wrong.push([place, counted, found])
      if (counters.phantomReads !== phantomReads(world).length) wrong.push([place, counters.phantomReads])
    }
    for (const { name, kind, promised, held } of last?.frame().checkers ?? []) {
      if (kind === 'invariant') continue
      guarantees[name] ??= { promised: 0, broken: 0 }
      if (promised) guarantees[name].promised++
      if (!held) guarantees[name].broken++
    }
  }
  expect(wrong.slice(0, 3)).toEqual([])
  // Every kind of outcome has come up, and what can be broken was, or the test would show nothing.
  for (const [name, count] of Object.entries(seen)) expect([name, count > 0]).toEqual([name, true])
  for (const name of ['noLostOk', 'oneWriter', 'converged', 'freshReads'])
    expect([name, guarantees[name]!.promised > 0, guarantees[name]!.broken > 0]).toEqual([name, true, true])
  expect(guarantees['appliedOnce']!.broken).toBe(0)
})

test('a frame is plain data: a structured clone of it is equal, and so is its JSON', () => {
  for (const run of [general[3]!, returning[5]!]) {
    let turn = 0
    for (const engine of moments(run)) {
      if (turn++ % 40 > 0) continue
      const frame = engine.frame()
      expect(structuredClone(frame)).toEqual(frame)
      expect(JSON.parse(JSON.stringify(frame))).toEqual(frame)
    }
  }
})
