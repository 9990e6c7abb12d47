import { expect, it } from 'vitest'
import { figure, quantile, rounded } from './figure.ts'

it('a figure is the median of its repeats, with their spread', () => {
  expect(figure('engine.eventsPerSecond', 'events/s', [300, 100, 200])).toEqual({
    name: 'engine.eventsPerSecond',
    value: 200,
    unit: 'events/s',
    median: 200,
    spread: 200,
    runs: 3,
  })
})

it('quantiles are ranks, and digits beyond the fourth are noise', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(quantile(hundred, 0.95)).toBe(96)
  expect(quantile([7], 0.95)).toBe(7)
  expect(rounded(1234567)).toBe(1_235_000)
  expect(rounded(0.123456)).toBe(0.1235)
})
