import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Digest } from '../kernel/hash.ts'
import { EntryStore, type Transaction } from './entries.ts'

const transaction: fc.Arbitrary<Transaction> = fc.record({
  epoch: fc.nat(9),
  origin: fc.nat(5),
  sequence: fc.nat(1e9),
  key: fc.nat(20),
  keys: fc.integer({ min: 1, max: 20 }),
  operation: fc.nat(2),
  value: fc.nat(1e9),
  wallUs: fc.nat(2 ** 40),
  bornAt: fc.nat(2 ** 50),
  hybrid: fc.nat(2 ** 50),
  write: fc.nat(1e9),
  count: fc.integer({ min: 1, max: 5 }),
})

test('[L2] every entry of every transaction keeps its whole identity, in whatever order it is asked for', () => {
  fc.assert(
    fc.property(fc.array(transaction, { minLength: 1 }), fc.array(fc.nat()), (list, questions) => {
      const store = new EntryStore()
      const expected: { of: Transaction; i: number; first: number }[] = []
      for (const of of list) {
        const first = store.append(of)
        expect(first).toBe(expected.length + 1)
        for (let i = 0; i < of.count; i++) expected.push({ of, i, first })
      }
      expect(store.length).toBe(expected.length)
      for (const question of [...questions, ...expected.keys()]) {
        const entry = (question % expected.length) + 1
        const { of, i, first } = expected[entry - 1]!
        expect(store.epochOf(entry)).toBe(of.epoch)
        expect(store.originOf(entry)).toBe(of.origin)
        expect(store.sequenceOf(entry)).toBe(of.sequence + i)
        expect(store.keyOf(entry)).toBe((of.key + i) % of.keys)
        expect(store.operationOf(entry)).toBe(of.operation)
        expect(store.valueOf(entry)).toBe(of.value + i)
        expect(store.wallUsOf(entry)).toBe(of.wallUs)
        expect(store.bornAtOf(entry)).toBe(of.bornAt)
        expect(store.hybridOf(entry)).toBe(of.hybrid)
        expect(store.writeOf(entry)).toBe(of.write)
        expect([store.firstOf(entry), store.lastOf(entry)]).toEqual([first, first + of.count - 1])
      }
    }),
    { seed: 6 },
  )
})

test('[L2] set back, the store takes other entries under the same ids, and digests tell them apart', () => {
  const store = new EntryStore()
  const digest = (): string => {
    const fed = new Digest()
    store.feed(fed)
    return fed.hex()
  }
  const one = {
    epoch: 1,
    origin: 0,
    sequence: 1,
    key: 0,
    keys: 3,
    operation: 0,
    value: 5,
    wallUs: 9,
    bornAt: 0,
    hybrid: 0,
    write: 1,
    count: 2,
  }
  store.append(one)
  const kept = store.snapshot()
  const before = digest()
  const id = store.append({ ...one, value: 70 })
  const after = digest()
  store.restore(kept)
  expect(digest()).toBe(before)
  expect(store.append({ ...one, value: 80 })).toBe(id)
  expect(store.valueOf(id + 1)).toBe(81)
  expect(digest()).not.toBe(after)
  expect(() => store.valueOf(5)).toThrow('There is no entry 5')
  expect(() => store.valueOf(0)).toThrow('There is no entry 0')
})
