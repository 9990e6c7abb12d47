import { expect, test } from 'vitest'
import { commonBase } from './commonBase.ts'
import type { RowHistory } from './resolver.ts'
import type { Vector } from './vector.ts'
import type { Seen, Version } from './version.ts'

const seen = (value: string): Seen => ({ value, sources: [] })

function version(origin: number, sequence: number, context: Vector, base: Seen | null = null): Version {
  const stamps = { wallUs: 0, hybrid: { us: 0, count: 0 }, priority: 0 }
  const value = `"${'ABC'[origin]}${sequence}"`
  return { origin, sequence, value, image: 'update', context, base, sources: [], ...stamps }
}

const historyWith = (...versions: Version[]): RowHistory => {
  const of = (origin: number): Version[] => versions.filter((one) => one.origin === origin)
  return {
    lastOf: (origin, upTo) =>
      of(origin)
        .filter(({ sequence }) => sequence <= upTo)
        .at(-1) ?? null,
    nextOf: (origin, after) => of(origin).find(({ sequence }) => sequence > after) ?? null,
  }
}

test('[W22] both wrote on what they had read: that is the base', () => {
  const a = version(0, 2, [1, 1], seen('"merged"'))
  const b = version(1, 2, [1, 1], seen('"merged"'))
  expect(commonBase(a, b, historyWith(version(0, 1, []), version(1, 1, []), a, b))).toEqual(seen('"merged"'))
})

test('[W22] one has written twice since: the base is what stood there before its first', () => {
  const once = version(0, 2, [1, 1], seen('"merged"'))
  const twice = version(0, 3, [2, 1], seen('"A2"'))
  const b = version(1, 2, [1, 1], seen('"other words"'))
  const history = historyWith(version(0, 1, []), version(1, 1, []), once, twice, b)
  expect(commonBase(twice, b, history)).toEqual(seen('"merged"'))
})

test('[W22] what each has overwritten is unknown to the other: the base is the last write that both had seen', () => {
  const first = version(0, 1, [])
  const a = version(1, 2, [1, 1], seen('"B1"'))
  const b = version(2, 2, [1, 0, 1], seen('"C1"'))
  const history = historyWith(first, version(1, 1, []), version(2, 1, []), a, b)
  expect(commonBase(a, b, history)).toMatchObject({ value: '"A1"' })
})

test('[W22] a write that neither has seen says nothing about their base, however well it would fit', () => {
  const a = version(0, 3, [2, 1], seen('"A2"'))
  const b = version(1, 3, [1, 2], seen('"B2"'))
  const known = [
    version(0, 1, []),
    version(1, 1, []),
    version(0, 2, [1], seen('"A1"')),
    version(1, 2, [0, 1], seen('"B1"')),
  ]
  const stranger = version(2, 1, [1, 1], seen('"both"'))
  const base = commonBase(a, b, historyWith(...known, a, b))
  expect(base).toEqual(seen('"A1"'))
  expect(commonBase(a, b, historyWith(...known, a, b, stranger))).toEqual(base)
})

test('[W22] nothing in common: no base', () => {
  const a = version(0, 1, [])
  const b = version(1, 1, [])
  expect(commonBase(a, b, historyWith(a, b))).toBeNull()
  // A later write of the same master had not seen the earlier one either.
  const again = version(0, 2, [])
  expect(commonBase(a, again, historyWith(a, again, b))).toBeNull()
})
