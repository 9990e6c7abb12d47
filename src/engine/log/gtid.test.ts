import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GtidSet } from './gtid.ts'

/** The same thing as a set of texts: `db1:7`. */
const model = fc.array(
  fc.record({
    origin: fc.constantFrom('db1', 'db2', 'eu-west'),
    from: fc.integer({ min: 1, max: 30 }),
    length: fc.nat(6),
  }),
)
type Ranges = { origin: string; from: number; length: number }[]
const setOf = (ranges: Ranges): GtidSet =>
  ranges.reduce((set, { origin, from, length }) => set.add(origin, from, from + length), GtidSet.EMPTY)
const members = (set: GtidSet): Set<string> => {
  const found = new Set<string>()
  for (const origin of ['db1', 'db2', 'eu-west'])
    for (let sequence = 0; sequence <= 40; sequence++) if (set.has(origin, sequence)) found.add(`${origin}:${sequence}`)
  return found
}
const plain = (ranges: Ranges): Set<string> =>
  new Set(
    ranges.flatMap(({ origin, from, length }) => Array.from({ length: length + 1 }, (_, i) => `${origin}:${from + i}`)),
  )

test('[J1] union, difference, intersection and subset agree with plain sets of members', () => {
  fc.assert(
    fc.property(model, model, (a, b) => {
      const [one, other] = [setOf(a), setOf(b)]
      const [left, right] = [plain(a), plain(b)]
      const minus = (from: Set<string>, taken: Set<string>): Set<string> =>
        new Set([...from].filter((each) => !taken.has(each)))
      expect(members(one)).toEqual(left)
      expect(one.size).toBe(left.size)
      expect(members(one.union(other))).toEqual(new Set([...left, ...right]))
      expect(members(one.subtract(other))).toEqual(minus(left, right))
      expect(members(one.intersect(other))).toEqual(minus(left, minus(left, right)))
      expect(one.isSubsetOf(other)).toBe(minus(left, right).size === 0)
      expect(one.isSubsetOf(one.union(other))).toBe(true)
    }),
    { seed: 12, numRuns: 500 },
  )
})

test('[J1] equal sets have one text form, whatever they were put together from, and it can be read back', () => {
  fc.assert(
    fc.property(model, (ranges) => {
      const set = setOf(ranges)
      expect(set.equals(setOf([...ranges].reverse()))).toBe(true)
      expect(GtidSet.parse(set.toString()).equals(set)).toBe(true)
    }),
    { seed: 13 },
  )
})

test("[J1] the text form is MySQL's: intervals that touch are one, a single number stands alone", () => {
  const set = GtidSet.range('db2', 1, 3).add('db1', 1, 2).add('db1', 3, 5).add('db1', 7, 7)
  expect(set.toString()).toBe('db1:1-5:7,db2:1-3')
  expect(GtidSet.range('db1', 5, 4).toString()).toBe('')
})

test('[J1] a text that is no GTID set is refused with what is wrong', () => {
  expect(() => GtidSet.parse('DB1:1')).toThrow('Not an origin: "DB1"')
  expect(() => GtidSet.parse('db1')).toThrow('Nothing follows')
  for (const bad of ['db1:0', 'db1:5-4', 'db1:x', 'db1:1-']) expect(() => GtidSet.parse(bad)).toThrow('Not an interval')
})
