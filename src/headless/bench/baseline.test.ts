import { expect, it } from 'vitest'
import { Baseline } from './baseline.ts'

it('the hand-written loop replicates what it says it does', () => {
  const loop = new Baseline(16, 16_000)
  loop.runTo(1_000_000)
  // 1,000 writes a second of 16 entries, the last of them still on their way.
  expect(loop.applied).toBeGreaterThan(15_900)
  expect(loop.applied).toBeLessThanOrEqual(16_016)
  expect(loop.applied % 16).toBe(0)
  const before = loop.applied
  loop.runTo(2_000_000)
  expect(loop.applied - before).toBe(16_000)
})
