/** [D1] to [D3] for one run: the same twice, after a seek, from a checkpoint in another engine, and stepped by XState itself. */
import { expect } from 'vitest'
import type { Run } from '../../run/index.ts'
import { createEngine } from '../index.ts'

/** Microseconds that are played on from the checkpoint. */
const ON = 1_500_000

/** `t`: when the checkpoint is taken. `oracleUntil`: XState's own steps are slow. Both in microseconds. */
export function expectSameHowever(run: Run, t: number, oracleUntil: number): void {
  const end = t + ON
  const one = createEngine(run)
  one.runTo(t)
  const checkpoint = one.checkpoint()
  const here = one.digest()
  one.runTo(end)
  const there = one.digest()
  const frame = JSON.stringify(one.frame())
  one.restore(checkpoint)
  expect(one.digest()).toBe(here)
  const other = createEngine(run)
  other.restore(checkpoint)
  for (const engine of [one, other]) {
    engine.runTo(end)
    expect(engine.digest()).toBe(there)
    expect(JSON.stringify(engine.frame())).toBe(frame)
  }
  const fresh = createEngine(run)
  fresh.runTo(end)
  expect(fresh.digest()).toBe(there)
  const [oracle, twin] = [createEngine(run, { machines: 'oracle' }), createEngine(run)]
  for (const engine of [oracle, twin]) engine.runTo(Math.min(end, oracleUntil))
  expect(oracle.digest()).toBe(twin.digest())
}
