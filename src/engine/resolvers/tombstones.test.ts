import { expect, test } from 'vitest'
import { FewMasters, nameOf } from './fewMasters.ts'
import type { RowHistory } from './resolver.ts'
import { sameRow, valuesOf } from './row.ts'
import { RESOLVERS, type RuleName } from './rules.ts'
import { COLLECTED, isDeleted, isResurrected, mayCollect, type TombstonePolicy } from './tombstones.ts'

const GRACE = 10_000_000
const MERGING: RuleName[] = ['wall-clock', 'hybrid-clock', 'version-vectors', 'dotted-version-vectors', 'site-priority']

const masters = (rule: RuleName): FewMasters =>
  new FewMasters(
    (history: RowHistory) => RESOLVERS[rule].resolver({ ties: 'lowest-id', merge: (a) => a.value, history }),
    [0, 1, 2].map(() => ({ offsetUs: 0, priority: 0 })),
  )

/** Collects wherever the policy allows; returns how many masters have collected. */
function collect(lab: FewMasters, policy: TombstonePolicy): number {
  let count = 0
  for (const [at, row] of lab.rows.entries()) {
    const appliedByAll = (write: { origin: number; sequence: number }): boolean =>
      lab.known.every((known) => known.has(nameOf(write)))
    if (!mayCollect(row, policy, lab.now, GRACE, appliedByAll)) continue
    lab.rows[at] = COLLECTED
    count++
  }
  return count
}

/** All have the row; the third goes away; the first deletes it, and the second hears of that. */
function deletedWhileOneIsAway(rule: RuleName): FewMasters {
  const lab = masters(rule)
  lab.write(0, '"alive"')
  lab.copy(0, 1)
  lab.copy(0, 2)
  lab.now += 1000
  lab.write(0, '')
  lab.copy(0, 1)
  return lab
}

test.each(MERGING)(
  '[W41] %s: a delete is a version: it wins over what it had seen, and is copied like any other',
  (rule) => {
    const lab = deletedWhileOneIsAway(rule)
    expect(lab.rows.map(valuesOf)).toEqual([[], [], ['"alive"']])
    expect(lab.rows.map(isDeleted)).toEqual([true, true, false])
    expect(sameRow(lab.rows[0]!, COLLECTED)).toBe(true)
    expect(lab.copy(2, 1)).toMatchObject({ conflict: false, discarded: [] })
    lab.copy(1, 2)
    expect(lab.rows.map(valuesOf)).toEqual([[], [], []])
  },
)

test('[W42] by clock a delete loses to a later write, and wins over an earlier one', () => {
  for (const first of [0, 1]) {
    const lab = masters('wall-clock')
    lab.write(0, '"alive"')
    lab.copy(0, 1)
    lab.now += 1000
    lab.write(first, first === 0 ? '' : '"new"')
    lab.now += 1000
    lab.write(1 - first, first === 0 ? '"new"' : '')
    lab.copy(0, 1)
    lab.copy(1, 0)
    const ends = first === 0 ? ['"new"'] : []
    expect([valuesOf(lab.rows[0]!), valuesOf(lab.rows[1]!)]).toEqual([ends, ends])
  }
})

test('[W43] with siblings a delete stands beside the write that had not seen it', () => {
  const lab = masters('dotted-version-vectors')
  lab.write(0, '"alive"')
  lab.copy(0, 1)
  lab.write(0, '')
  lab.write(1, '"new"')
  expect(lab.copy(1, 0)).toMatchObject({ outcome: 'siblings', discarded: [] })
  expect(lab.rows[0]!.shown.map(({ value }) => value)).toEqual(['', '"new"'])
  expect(valuesOf(lab.rows[0]!)).toEqual(['"new"'])
  expect(isDeleted(lab.rows[0]!)).toBe(false)
})

test.each(MERGING)(
  '[W44] %s: collected by age alone, the row comes back from the master that was away, to all',
  (rule) => {
    const lab = deletedWhileOneIsAway(rule)
    const forgotten = lab.rows[0]!.context
    lab.now += GRACE
    expect(collect(lab, 'grace')).toBe(2)
    lab.copy(2, 0)
    lab.copy(0, 1)
    lab.copy(0, 2)
    expect(lab.rows.map(valuesOf)).toEqual([['"alive"'], ['"alive"'], ['"alive"']])
    expect(isResurrected(lab.rows[0]!, forgotten)).toBe(true)
    lab.write(0, '"anew"')
    expect(isResurrected(lab.rows[0]!, forgotten)).toBe(false)
  },
)

test.each(MERGING)('[W45] %s: collected once everyone has applied it, the row never comes back', (rule) => {
  const lab = deletedWhileOneIsAway(rule)
  lab.now += 5 * GRACE
  expect(collect(lab, 'everyone')).toBe(0)
  lab.copy(2, 0)
  lab.copy(0, 2)
  expect(collect(lab, 'everyone')).toBe(3)
  for (const [from, to] of [
    [0, 1],
    [1, 2],
    [2, 0],
  ] as const)
    lab.copy(from, to)
  expect(lab.rows.map(valuesOf)).toEqual([[], [], []])
})

test('[W46] nothing is collected before its time, nothing where tombstones are kept, and nothing that is not deleted', () => {
  const lab = deletedWhileOneIsAway('wall-clock')
  const all = (): boolean => true
  const [deleted, , alive] = lab.rows as [(typeof lab.rows)[0], unknown, (typeof lab.rows)[0]]
  const born = deleted.versions[0]!.wallUs
  expect(mayCollect(deleted, 'grace', born + GRACE - 1, GRACE, all)).toBe(false)
  expect(mayCollect(deleted, 'grace', born + GRACE, GRACE, () => false)).toBe(true)
  expect(mayCollect(deleted, 'everyone', born + GRACE, GRACE, () => false)).toBe(false)
  expect(mayCollect(deleted, 'everyone', born + GRACE - 1, GRACE, all)).toBe(false)
  expect(mayCollect(deleted, 'keep', born + 9 * GRACE, GRACE, all)).toBe(false)
  expect(mayCollect(alive, 'grace', born + 9 * GRACE, GRACE, all)).toBe(false)
  expect(mayCollect(COLLECTED, 'grace', born + 9 * GRACE, GRACE, all)).toBe(false)
})
