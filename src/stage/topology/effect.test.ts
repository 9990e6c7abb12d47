import { expect, it } from 'vitest'
import { effect, linear, stands } from './effect.ts'
import { frame, s } from './fixtures/frames.ts'

// 1 wall second = 40 ms of database time: 200 ms of the design are 8 ms of the run.
const at = (seconds: number, reducedMotion = false) => {
  const one = frame(seconds, {})
  return { frame: one, time: one.time, view: { reducedMotion } as never }
}

it('an effect lasts its time at the pace of the scenario, and is the same from both sides', () => {
  expect(linear(at(0.999), s(1), 200)).toBe(0)
  expect(linear(at(1.004), s(1), 200)).toBeCloseTo(0.5)
  expect(linear(at(1.008), s(1), 200)).toBe(1)
  expect(linear(at(5), null, 200)).toBe(1)
})

it('is eased: quick at first, slow at the end, never beyond it', () => {
  const shares = Array.from({ length: 50 }, (_, i) => effect(at(1 + i * 0.00016), s(1), 200))
  for (let i = 1; i < shares.length; i++) expect(shares[i]!).toBeGreaterThanOrEqual(shares[i - 1]!)
  expect(effect(at(1.002), s(1), 200)).toBeGreaterThan(0.5)
  expect(effect(at(1.008), s(1), 200)).toBe(1)
})

it('with reduced motion nothing is drawn in, but marks stay as long', () => {
  expect(effect(at(1, true), s(1), 200)).toBe(1)
  expect(effect(at(0.999, true), s(1), 200)).toBe(0)
  expect(stands(at(1.007, true), s(1), 200)).toBe(true)
  expect(stands(at(1.008, true), s(1), 200)).toBe(false)
})
