import { expect, test } from 'vitest'
import { EXPONENTIAL, LOG_NORMAL, LOG_NORMAL_SIGMA, QUANTILE_SCALE, quantile } from './quantiles.ts'

/** Upper tail of the standard normal: a series near the middle, a continued fraction far out. */
function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (x < 3) {
    let term = x
    let sum = x
    for (let n = 1; n < 200; n++) {
      term *= (x * x) / (2 * n + 1)
      sum += term
    }
    return 0.5 - density * sum
  }
  let fraction = 0
  for (let k = 200; k > 0; k--) fraction = k / (x + fraction)
  return density / (x + fraction)
}

/** z with upperTail(z) = p, for p up to one half, by halving. */
function zOf(p: number): number {
  let low = 0
  let high = 10
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (upperTail(middle) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Both quantile functions at probability p, told apart by what lies above (for precision far out). */
const exponential = (above: number): number => -Math.log(above)
const logNormal = (p: number, above: number): number => Math.exp(LOG_NORMAL_SIGMA * (p <= 0.5 ? -zOf(p) : zOf(above)))

test('[K4] every committed number is the quantile that its formula gives', () => {
  const near = (committed: number, exact: number): void =>
    expect(Math.abs(committed - exact * QUANTILE_SCALE)).toBeLessThanOrEqual(1)
  for (let i = 1; i < 256; i++) {
    near(EXPONENTIAL.body[i]!, exponential(1 - i / 256))
    near(LOG_NORMAL.body[i]!, logNormal(i / 256, 1 - i / 256))
  }
  for (let j = 0; j <= 24; j++) {
    const left = 2 ** -(8 + j)
    near(EXPONENTIAL.upper[j]!, exponential(left))
    near(LOG_NORMAL.upper[j]!, logNormal(1 - left, left))
    near(LOG_NORMAL.lower![j]!, logNormal(left, 1 - left))
  }
  expect([EXPONENTIAL.body.length, EXPONENTIAL.upper.length, LOG_NORMAL.body.length]).toEqual([256, 25, 256])
})

test('[K4] between the knots it stays within 2 % of the true quantile, out to one in four billion', () => {
  const probes = Array.from({ length: 4000 }, (_, i) => i * 1_073_741 + 17)
  for (let k = 1; k < 32; k++) probes.push(2 ** k + 3, 2 ** 32 - 2 ** k - 1)
  for (const bits of probes) {
    const p = bits / 2 ** 32
    const above = (2 ** 32 - bits) / 2 ** 32
    const drawn = quantile(EXPONENTIAL, bits) / QUANTILE_SCALE
    expect(Math.abs(drawn - exponential(above))).toBeLessThan(0.02 * exponential(above) + 0.0001)
    const wide = quantile(LOG_NORMAL, bits) / QUANTILE_SCALE
    expect(Math.abs(wide / logNormal(p, above) - 1)).toBeLessThan(0.02)
  }
})

test('[K4] a larger draw never gives a smaller delay, and the ends are finite', () => {
  for (const table of [EXPONENTIAL, LOG_NORMAL]) {
    let before = -1
    for (let i = 0; i <= 8192; i++) {
      const bits = Math.min(i * 524_288, 2 ** 32 - 1)
      const now = quantile(table, bits)
      expect(now).toBeGreaterThanOrEqual(before)
      before = now
    }
    expect(quantile(table, 2 ** 32 - 1)).toBe(table.upper[24])
    expect(quantile(table, 0)).toBeGreaterThanOrEqual(0)
  }
})
