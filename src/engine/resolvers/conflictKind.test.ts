import { expect, test } from 'vitest'
import { belowZero, conflictKind, kindOfError } from './conflictKind.ts'
import { dottedVersionVectors } from './dottedVersionVectors.ts'
import { FewMasters } from './fewMasters.ts'
import { mergeFunction } from './mergeFunction.ts'
import type { MergeFunction } from './resolver.ts'
import { valuesOf } from './row.ts'
import type { Version } from './version.ts'

const lab = new FewMasters(() => dottedVersionVectors, [{ offsetUs: 0, priority: 0 }])
const inserted = lab.write(0, '1')
const updated = lab.write(0, '2')
const deleted = lab.write(0, '')

test.each<[Version, Version, string]>([
  [inserted, inserted, 'insert-insert'],
  [inserted, updated, 'update-update'],
  [updated, updated, 'update-update'],
  [updated, deleted, 'update-delete'],
  [inserted, deleted, 'update-delete'],
  [deleted, deleted, 'delete-delete'],
])('[W38] %#: the kind is told from what both had logged, whichever comes first', (a, b, kind) => {
  expect(conflictKind(a, b)).toBe(kind)
  expect(conflictKind(b, a)).toBe(kind)
  expect(conflictKind(a, b, false)).toBe('unique')
})

test('[W39] an error tells the kind as well', () => {
  expect(kindOfError(inserted, false)).toBe('insert-insert')
  expect(kindOfError(inserted, true)).toBe('unique')
  expect(kindOfError(updated, false)).toBe('update-delete')
  expect(kindOfError(deleted, false)).toBe('delete-delete')
})

test('[W40] two withdrawals that are each covered: no version and no kind tells it, only the result is below zero', () => {
  const sum: MergeFunction = (a, b, base) => String(Number(a.value) + Number(b.value) - Number(base?.value))
  const account = new FewMasters(
    (history) => mergeFunction(sum, history),
    [0, 1].map(() => ({ offsetUs: 0, priority: 0 })),
  )
  account.write(0, '5')
  account.copy(0, 1)
  const here = account.write(0, '1')
  const there = account.write(1, '1')
  const met = account.copy(1, 0)
  expect([here.value, there.value].map(belowZero)).toEqual([false, false])
  expect(conflictKind(here, there)).toBe('update-update')
  expect(valuesOf(met.row)).toEqual(['-3'])
  expect(valuesOf(met.row).map(belowZero)).toEqual([true])
  expect(['0', '-0', '12', '"-1"', '[-1]', ''].map(belowZero)).toEqual([false, false, false, false, false, false])
})
