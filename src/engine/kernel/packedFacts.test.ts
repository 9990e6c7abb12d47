import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FACTS, type Fact, type FactArgs, type FactKind } from '../fact.ts'
import { NumberReader, NumberWriter } from './numbers.ts'
import { pack, unpack } from './packedFacts.ts'

const whole = fc.oneof(fc.nat(300), fc.maxSafeNat())
/** Every detail that a fact may carry: a forgotten one does not compile. */
const details: { [K in keyof FactArgs]-?: fc.Arbitrary<NonNullable<FactArgs[K]>> } = {
  from: whole,
  to: whole,
  peer: fc.constantFrom('db1', 'c'),
  upstream: fc.constantFrom('db1', 'db2'),
  write: fc.nat(),
  key: fc.constant('k1'),
  value: fc.double({ noNaN: true }),
  epoch: fc.nat(9),
  count: fc.nat(),
  us: whole,
  reason: fc.string(),
  path: fc.constantFrom('failover.misses', 'nodes.db2.applyMs'),
  entry: fc.constantFrom('db1:6', 'db2:41'),
  other: fc.constant('db3:7'),
  place: fc.nat(1_000_000),
  list: fc.array(whole),
}
const args: fc.Arbitrary<FactArgs> = fc.record(details, { requiredKeys: [] })

test('packed facts come back the same, to the order of their details', () => {
  const some = fc.array(
    fc.record({
      gap: fc.nat(5_000_000_000),
      at: fc.constantFrom('db1', 'db1~db2', 'monitor'),
      kind: fc.constantFrom(...(Object.keys(FACTS) as FactKind[])),
      args,
      back: fc.nat(7),
    }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(some, fc.nat(100_000), (list, first) => {
      let t = 0
      const facts = list.map(({ gap, at, kind, args, back }, i): Fact => {
        t += gap
        const id = first + 1 + i
        return { id, t, at, kind, args, cause: Math.max(0, id - back) }
      })
      const again = unpack(pack(facts, first + list.length))
      expect(again).toEqual(facts)
      expect(JSON.stringify(again)).toBe(JSON.stringify(facts))
    }),
    { seed: 5 },
  )
})

test('any number comes back the same', () => {
  const odd = [0, 127, 128, 2 ** 31, 2 ** 52 - 1, 2 ** 52, 2 ** 53 - 1, -1, -0.5, 1.5, -(2 ** 53) + 1]
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...odd), fc.double({ noNaN: true }), whole)), (list) => {
      const writer = new NumberWriter()
      for (const number of list) writer.write(number)
      const reader = new NumberReader(writer.finish())
      for (const number of list) expect(reader.read()).toBe(Object.is(number, -0) ? 0 : number)
    }),
    { seed: 6 },
  )
})
