import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acknowledgedBy, RULES, suffices } from './acknowledge.ts'

test('[S4] the position that the waitFor-th best slave has reached', () => {
  expect(acknowledgedBy([0, 9, 5, 7], 1)).toBe(9)
  expect(acknowledgedBy([0, 9, 5, 7], 2)).toBe(7)
  expect(acknowledgedBy([0, 9, 5, 7], 3)).toBe(5)
  expect(acknowledgedBy([0, 9, 5, 7], 5)).toBe(0)
})

test('[S4] as sorting says it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 9 }), fc.integer({ min: 1, max: 9 }), (acknowledged, waitFor) => {
      const sorted = [...acknowledged].sort((a, b) => b - a)
      expect(acknowledgedBy(acknowledged, waitFor)).toBe(sorted[waitFor - 1] ?? 0)
    }),
    { seed: 7 },
  )
})

test('[Q1] [Q2] each mode needs its number of slaves, and only semi-sync stops waiting', () => {
  const needed = Object.entries(RULES).map(([mode, rule]) => [mode, rule.needed(2, 3), rule.timesOut])
  expect(needed).toEqual([
    ['async', 0, false],
    ['semi-sync', 2, true],
    ['quorum', 2, false],
    ['all', 3, false],
  ])
})

test('[S3] received does not do where applied is asked for; applied does for both', () => {
  expect([suffices('received', false), suffices('received', true)]).toEqual([true, false])
  expect([suffices('applied', false), suffices('applied', true)]).toEqual([true, true])
})
