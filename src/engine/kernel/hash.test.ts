import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Digest, hash32 } from './hash.ts'

const of = (...values: (number | string)[]): string => {
  const digest = new Digest()
  for (const value of values) typeof value === 'number' ? digest.int(value) : digest.text(value)
  return digest.hex()
}

test('[K2] equal states have equal digests of 16 digits, and these are the ones of every machine', () => {
  expect(of()).toMatch(/^[0-9a-f]{16}$/)
  expect(of(1, -1, 2 ** 53 - 1, 'db1')).toBe('a3686954cdfa9c8b')
  expect(of(1, -1, 2 ** 53 - 1, 'db1')).toBe('a3686954cdfa9c8b')
})

test('[K2] different numbers, also negative and beyond 32 bits, have different digests', () => {
  const number = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer(),
    fc.constantFrom(0, 1, -1, 2 ** 32, -(2 ** 32), 2 ** 53 - 1),
  )
  fc.assert(
    fc.property(fc.array(number), fc.array(number), (a, b) => {
      const equal = a.length === b.length && a.every((value, at) => value === b[at])
      expect(of(...a) === of(...b)).toBe(equal)
    }),
    { seed: 2 },
  )
})

test('[K2] neighbouring texts do not run into each other, and order counts', () => {
  expect(new Set([of('ab', 'c'), of('a', 'bc'), of('abc'), of('abc', ''), of('c', 'ab'), of(3, 'abc')]).size).toBe(6)
})

test('[K2] every bit of a number reaches about half of the digits', () => {
  const ones = (hex: string): number =>
    [...hex].reduce((sum, digit) => sum + Number.parseInt(digit, 16).toString(2).replaceAll('0', '').length, 0)
  const other = (a: string, b: string): string =>
    [...a].map((digit, at) => (Number.parseInt(digit, 16) ^ Number.parseInt(b[at]!, 16)).toString(16)).join('')
  for (let bit = 0; bit < 53; bit++) {
    const moved = ones(other(of(0), of(2 ** bit)))
    expect(moved).toBeGreaterThan(12)
    expect(moved).toBeLessThan(52)
  }
})

test('[K2] a fraction, an infinity or NaN in the state is a bug and is refused', () => {
  for (const value of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => of(value)).toThrow('safe integer')
})

test('[K2] names start far apart', () => {
  const starts = new Set(Array.from({ length: 20_000 }, (_, i) => hash32(7, `link:db${i}`)))
  expect(starts.size).toBeGreaterThan(19_995)
})
