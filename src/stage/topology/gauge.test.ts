import { expect, it } from 'vitest'
import { lagShare } from './gauge.ts'

const limits = {
  warnEntries: 4,
  criticalEntries: 12,
  warnUs: 1_000_000,
  criticalUs: 5_000_000,
  dwellUs: 1_000_000,
  noDataUs: 5_000_000,
}
const share = (entriesBehind: number, trueUs: number, of = limits) => lagShare({ entriesBehind, trueUs }, of)

it('the thresholds stand at the ticks of the track, and the worse measure counts', () => {
  expect(share(0, 0)).toBe(0)
  expect(share(4, 0)).toBeCloseTo(0.4)
  expect(share(0, 1_000_000)).toBeCloseTo(0.4)
  expect(share(12, 1_000_000)).toBeCloseTo(0.75)
  expect(share(4, 5_000_000)).toBeCloseTo(0.75)
  expect(share(1000, 0)).toBe(1)
  expect(share(2, 0)).toBeCloseTo(0.2)
})

it('other thresholds move the scale at once', () => {
  expect(share(4, 0, { ...limits, warnEntries: 8 })).toBeCloseTo(0.2)
  expect(share(4, 0)).toBeCloseTo(0.4)
})
