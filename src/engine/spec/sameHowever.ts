/** [D1] to [D3] for one run: the same twice, after a seek, from a checkpoint in another engine, and stepped by XState itself. */
import type { Run } from '../../run/index.ts'
import { createEngine } from '../index.ts'

/** Microseconds that are played on from the checkpoint. */
const ON = 1_500_000

/**
 * The ways of playing a run that end elsewhere than playing it once from start to end; none when all is well. `t`: when
 * the checkpoint is taken. `oracleUntil`: XState's own steps are slow. Both in microseconds.
 */
export function otherwisePlayed(run: Run, t: number, oracleUntil: number): string[] {
  const end = t + ON
  const one = createEngine(run)
  one.runTo(t)
  const checkpoint = one.checkpoint()
  const here = one.digest()
  one.runTo(end)
  const there = one.digest()
  const frame = JSON.stringify(one.frame())

  const wrong = new Set<string>()
  one.restore(checkpoint)
  if (one.digest() !== here) wrong.add('gone back to a checkpoint')
  const other = createEngine(run)
  other.restore(checkpoint)
  for (const [engine, way] of [
    [one, 'played on after going back'],
    [other, 'played on by another engine'],
  ] as const) {
    engine.runTo(end)
    if (engine.digest() !== there || JSON.stringify(engine.frame()) !== frame) wrong.add(way)
  }
  const fresh = createEngine(run)
  fresh.runTo(end)
  if (fresh.digest() !== there) wrong.add('played in one go')
  const [oracle, twin] = [createEngine(run, { machines: 'oracle' }), createEngine(run)]
  for (const engine of [oracle, twin]) engine.runTo(Math.min(end, oracleUntil))
  if (oracle.digest() !== twin.digest()) wrong.add('stepped by XState itself')
  return [...wrong]
}
