import { expect, test } from 'vitest'
import { Digest } from '../kernel/hash.ts'
import { feedRow } from './feedRow.ts'
import { FewMasters } from './fewMasters.ts'
import type { RowState } from './row.ts'
import { sitePriority } from './sitePriority.ts'
import type { Version } from './version.ts'

const hex = (row: RowState): string => {
  const digest = new Digest()
  feedRow(row, digest)
  return digest.hex()
}

test('the fingerprint of a row changes with anything that is in it', () => {
  const lab = new FewMasters(
    () => sitePriority('lowest-id'),
    [0, 1].map((priority) => ({ offsetUs: 0, priority })),
  )
  lab.write(0, '1')
  lab.copy(0, 1)
  lab.write(0, '2')
  lab.write(1, '3')
  lab.copy(1, 0)
  const row = lab.rows[0]!
  const [version, other] = row.versions as [Version, Version]
  const changes: Partial<Version>[] = [
    { origin: 1 },
    { sequence: 9 },
    { value: '4' },
    { image: 'delete' },
    { wallUs: 4 },
    { hybrid: { ...version.hybrid, us: 4 } },
    { hybrid: { ...version.hybrid, count: 4 } },
    { context: [1, 1] },
    { base: { value: '4', sources: version.base!.sources } },
    { base: { value: version.base!.value, sources: [] } },
    { priority: 4 },
    { sources: [other] },
  ]
  const rows: RowState[] = [
    row,
    { ...row, context: [] },
    { ...row, shown: row.versions },
    ...changes.map((change) => ({ ...row, versions: [{ ...version, ...change }, other] })),
  ]
  expect(Object.keys(Object.assign({}, ...changes)).sort()).toEqual(Object.keys(version).sort())
  expect(new Set(rows.map(hex)).size).toBe(rows.length)
  expect(hex({ ...row, versions: row.versions.slice() })).toBe(hex(row))
})
