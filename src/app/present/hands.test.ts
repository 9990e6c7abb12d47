import { describe, expect, it } from 'vitest'
import { type Hands, leading, raised, total } from './hands.ts'
import { keptIn } from './keptHands.ts'

const OPTIONS = ['a', 'b', 'c', 'd'] as const

/** 'aab-a': two for a, one for b, and one for a taken back. */
const counted = (keys: string): Hands =>
  [...keys.matchAll(/(-?)([a-d])/g)].reduce<Hands>(
    (hands, [, sign, option]) => raised(hands, option as 'a', sign === '-' ? -1 : 1),
    {},
  )

describe('hands of a class', () => {
  it('are added and taken back one by one, and never fewer than none', () => {
    expect(counted('aab-a')).toEqual({ a: 1, b: 1 })
    expect(counted('-a-ac')).toEqual({ a: 0, c: 1 })
    expect(total(counted('aab-ad'))).toBe(3)
  })

  it('come to the answer with the most of them, to all that are tied, or to none', () => {
    expect(leading(counted('abbc'), OPTIONS)).toEqual(['b'])
    expect(leading(counted('dda-aaa'), OPTIONS)).toEqual(['a', 'd'])
    expect(leading(counted('a-a'), OPTIONS)).toEqual([])
    expect(leading({}, OPTIONS)).toEqual([])
  })

  it('for what is not asked here are not counted', () => {
    expect(leading(counted('dda'), ['a', 'b'])).toEqual(['a'])
  })
})

describe('what a tab has kept', () => {
  const kept = { lesson: 'failover', hands: { 'failover/die': { a: 2 } }, since: 5 }
  it('is read for the same walkthrough', () => expect(keptIn(kept, 'failover')).toEqual(kept))
  it.each([null, 'x', {}, { ...kept, since: 'now' }, { ...kept, hands: { x: { a: -1 } } }, { ...kept, hands: 7 }])(
    'and is nothing otherwise: %j',
    (given) => expect(keptIn(given, 'failover')).toBeNull(),
  )
  it('is nothing for another one', () => expect(keptIn(kept, 'one-write')).toBeNull())
})
