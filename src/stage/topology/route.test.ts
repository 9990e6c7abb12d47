import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tickShares } from './links.ts'
import { beside, route, straight } from './route.ts'

const curve = route([
  [
    { x: 348, y: 164 },
    { x: 428.5, y: 164 },
    { x: 428.5, y: 290 },
    { x: 509, y: 290 },
  ],
])

it('equal shares of a flight are equal lengths of the way', () => {
  const steps = Array.from({ length: 20 }, (_, i) => {
    const a = curve.at(i / 20)
    const b = curve.at((i + 1) / 20)
    return Math.hypot(b.x - a.x, b.y - a.y)
  })
  for (const step of steps) expect(step).toBeCloseTo(curve.length / 20, 0)
  expect(curve.at(0)).toMatchObject({ x: 348, y: 164 })
  expect(curve.at(1)).toMatchObject({ x: 509, y: 290 })
})

it('a lane lies on the right hand of the direction of travel', () => {
  const down = straight({ x: 10, y: 0 }, { x: 10, y: 100 })
  expect(beside(down.at(0.5), 22)).toEqual({ x: -12, y: 50 })
  const right = straight({ x: 0, y: 10 }, { x: 100, y: 10 })
  expect(beside(right.at(0.5), 22)).toEqual({ x: 50, y: 32 })
})

it('ticks divide the latency at 1, 2 or 5 units, at most 15, and are not crowded', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 20, max: 900 }), (oneWayUs, length) => {
      const shares = tickShares(oneWayUs, length)
      expect(shares.length).toBeLessThanOrEqual(15)
      if (shares.length === 0) return
      expect(String(Math.round(shares[0]! * oneWayUs))).toMatch(/^[125]0*$/)
      shares.forEach((share, i) => {
        expect(share).toBeCloseTo(shares[0]! * (i + 1), 6)
      })
      expect(shares[shares.length - 1]!).toBeLessThan(1)
      if (shares.length > 3) expect((shares[0]! * length) / 20).toBeGreaterThanOrEqual(0.99)
    }),
    { seed: 3 },
  )
  expect(tickShares(40_000, 160)).toHaveLength(7)
  expect(tickShares(40_000, 60)).toHaveLength(3)
})
