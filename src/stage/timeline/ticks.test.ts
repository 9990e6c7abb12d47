import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ruling, timeLabel } from './ticks.ts'

it('rules the lab picture: a label a second, ten ticks between', () => {
  const { ticks, step } = ruling(4_000_000, 9_200_000, 120 / 1_000_000)
  expect(step).toBe(1_000_000)
  expect(ticks.length).toBe(53)
  expect(ticks.filter(({ weight }) => weight === 'major').map(({ t }) => timeLabel(t, step))).toEqual([
    '4 s',
    '5 s',
    '6 s',
    '7 s',
    '8 s',
    '9 s',
  ])
  expect(ticks.filter(({ weight }) => weight === 'middle').length).toBe(5)
})

it('keeps ticks 5 px and labels 72 px apart at every scale, and never has too few to read', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 3_000_000_000 }),
      fc.integer({ min: 0, max: 1_000_000_000 }),
      (span, from) => {
        const { ticks, step } = ruling(from, from + span, 624 / span)
        const px = 624 / span
        expect(step * px).toBeGreaterThanOrEqual(72)
        ticks.slice(1).forEach(({ t }, i) => {
          expect((t - ticks[i]!.t) * px).toBeGreaterThanOrEqual(5 - 1e-9)
        })
        const labels = ticks.filter(({ weight }) => weight === 'major').map(({ t }) => timeLabel(t, step))
        expect(labels.length).toBeGreaterThanOrEqual(1)
        expect(new Set(labels).size).toBe(labels.length)
      },
    ),
    { seed: 3, numRuns: 500 },
  )
})

it('labels are as exact as they need to be', () => {
  expect(timeLabel(4_250_000, 50_000)).toBe('4.25 s')
  expect(timeLabel(500, 100)).toBe('0.0005 s')
  expect(timeLabel(90_000_000, 30_000_000)).toBe('90 s')
  expect(timeLabel(240_000_000, 120_000_000)).toBe('4 min')
})
