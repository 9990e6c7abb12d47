import { scaleLinear } from 'd3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linear } from './linear.ts'

it('agrees with d3 on every value, between the points and beyond them', () => {
  const number = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
  const points = fc
    .uniqueArray(fc.tuple(number, number), { minLength: 2, maxLength: 5, selector: ([x]) => x })
    .map((all) => all.sort((a, b) => a[0] - b[0]))
  fc.assert(
    fc.property(points, number, (all, value) => {
      const [domain, range] = [all.map(([x]) => x), all.map(([, y]) => y)]
      const expected = scaleLinear(domain, range)(value)
      expect(linear(domain, range)(value)).toBeCloseTo(expected, Math.abs(expected) > 1e6 ? -9 : 3)
    }),
    { seed: 1 },
  )
})

it('puts the one value of an empty domain in the middle', () => {
  expect(linear([5, 5], [0, 10])(5)).toBe(5)
})
