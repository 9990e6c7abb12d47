import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Chance } from './chance.ts'
import { Digest } from './hash.ts'

const draws = (chance: Chance, stream: string, n: number): number[] =>
  Array.from({ length: n }, () => chance.uint32(stream))
const digest = (chance: Chance): string => {
  const fed = new Digest()
  chance.feed(fed)
  return fed.hex()
}

test('[K3] a stream does not notice what others draw', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.constantFrom('a', 'b', 'link:db1>db2:delay')), (seed, order) => {
      const mixed = new Chance(seed)
      const drawn = order.map((name) => [name, mixed.uint32(name)] as const)
      for (const name of new Set(order)) {
        const alone = new Chance(seed)
        const own = drawn.filter(([of]) => of === name).map(([, value]) => value)
        expect(own).toEqual(draws(alone, name, own.length))
      }
    }),
    { seed: 3 },
  )
})

test('[K3] set back, it draws the same again, also from streams that were opened later', () => {
  const chance = new Chance(42)
  draws(chance, 'a', 5)
  const kept = chance.snapshot()
  const before = digest(chance)
  const once = [draws(chance, 'late', 3), draws(chance, 'a', 3)]
  const after = digest(chance)
  chance.restore(kept)
  expect(digest(chance)).toBe(before)
  expect([draws(chance, 'late', 3), draws(chance, 'a', 3)]).toEqual(once)
  expect(digest(chance)).toBe(after)
})

test('[K3] the digest sees draws, not the order in which streams were opened', () => {
  const one = new Chance(1)
  const other = new Chance(1)
  draws(one, 'a', 2)
  draws(one, 'b', 1)
  draws(other, 'b', 1)
  draws(other, 'a', 2)
  expect(digest(one)).toBe(digest(other))
  draws(one, 'a', 1)
  expect(digest(one)).not.toBe(digest(other))
})

test('[K3] many streams, seeds and bits are as even as chance would have it', () => {
  const counts = new Array<number>(64).fill(0)
  const bits = new Array<number>(32).fill(0)
  const total = 64_000
  for (let i = 0; i < total; i++) {
    const chance = new Chance(i % 40)
    const bitsOf = chance.uint32(`stream-${i >> 2}`)
    counts[bitsOf >>> 26]!++
    for (let bit = 0; bit < 32; bit++) bits[bit]! += (bitsOf >>> bit) & 1
  }
  const chiSquare = counts.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
  expect(chiSquare).toBeLessThan(110)
  for (const ones of bits) expect(Math.abs(ones - total / 2)).toBeLessThan(700)
})

test('[K3] below n is even, for one and for huge n too', () => {
  const chance = new Chance(9)
  const counts = [0, 0, 0, 0, 0]
  for (let i = 0; i < 50_000; i++) counts[chance.below('five', 5)]!++
  for (const n of counts) expect(Math.abs(n - 10_000)).toBeLessThan(400)
  expect(chance.below('one', 1)).toBe(0)
  for (let i = 0; i < 1000; i++) expect(chance.below('all', 2 ** 32)).toBeLessThan(2 ** 32)
})

test('[K3] exponential and log-normal draws are whole, not negative, and centred where they should be', () => {
  const chance = new Chance(123)
  const n = 40_000
  const pauses = Array.from({ length: n }, () => chance.exponential('pause', 200_000))
  const delays = Array.from({ length: n }, () => chance.logNormal('delay', 3_000)).sort((a, b) => a - b)
  expect([...pauses, ...delays].every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true)
  expect(Math.abs(pauses.reduce((sum, value) => sum + value, 0) / n - 200_000)).toBeLessThan(4_000)
  expect(Math.abs(delays[n / 2]! - 3_000)).toBeLessThan(60)
  expect(chance.logNormal('delay', 0)).toBe(0)
})
