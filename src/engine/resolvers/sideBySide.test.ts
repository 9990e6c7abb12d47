/** The same two versions by every rule: what stands at both masters, and what is thrown away. */
import { expect, test } from 'vitest'
import type { Statement } from './arrival.ts'
import { valuesOf } from './row.ts'
import { type Judged, type Ruling, rulingsOf } from './sideBySide.ts'
import type { Version } from './version.ts'

const BASE: Version = {
  origin: 0,
  sequence: 1,
  value: '10',
  image: 'insert',
  wallUs: 100,
  hybrid: { us: 100, count: 0 },
  context: [],
  base: null,
  priority: 0,
  sources: [],
}

/** Both had read `BASE`. */
function wrote(origin: number, value: string, more: Partial<Version> = {}, statement?: Statement): Judged {
  const wallUs = 200 + origin
  const version: Version = {
    ...BASE,
    origin,
    sequence: 2 - Math.min(1, origin),
    value,
    image: 'update',
    wallUs,
    hybrid: { us: wallUs, count: 0 },
    context: [1],
    base: { value: '10', sources: [BASE] },
    ...more,
  }
  return { version, statement: statement ?? { operation: 'put' } }
}

const sum = (a: Version, b: Version): string => String(Number(a.value) + Number(b.value) - 10)
const needs = {
  ties: 'highest-id' as const,
  merge: sum,
  history: { lastOf: () => BASE, nextOf: () => null },
}

/** In one line: values here | values there, then what was thrown away. */
function inShort({ rule, ship, ends, agree, discarded, error }: Ruling): string {
  const [here, there] = ends.map(({ row, code }) => (code === 0 ? valuesOf(row).join('+') || '-' : `stop ${code}`))
  const gone = discarded.map(({ value }) => value || 'delete').join('+')
  return [ship ? `${rule} ${ship}` : rule, agree ? here : `${here} | ${there}`, gone && `lost ${gone}`, error]
    .filter(Boolean)
    .join(', ')
}

const all = (base: Version | null, one: Judged, other: Judged) =>
  rulingsOf(base, one, other, needs, 'stop').map(inShort)

test('[W50] two puts: the latest, the preferred, both, a sum, or each the other one’s', () => {
  const [a, b] = [wrote(0, '12', { priority: 5 }), wrote(1, '13')]
  expect(all(BASE, a, b)).toEqual([
    'arrival row, 13 | 12',
    'arrival statement, 13 | 12',
    'wall-clock, 13, lost 12',
    'hybrid-clock, 13, lost 12',
    'version-vectors, 12+13',
    'dotted-version-vectors, 12+13',
    'site-priority, 12, lost 13',
    'function, 15',
  ])
})

test('[W50] two increments: as statements both count', () => {
  const a = wrote(0, '12', {}, { operation: 'increment', argument: 2 })
  const b = wrote(1, '13', {}, { operation: 'increment', argument: 3 })
  expect(all(BASE, a, b)).toContain('arrival statement, 15')
  expect(all(BASE, a, b)).toContain('arrival row, 13 | 12')
})

test('[W50] an update and a delete: plain MySQL stops where the row has gone', () => {
  const a = wrote(0, '12')
  const b = wrote(1, '', { image: 'delete', wallUs: 150, hybrid: { us: 150, count: 0 } }, { operation: 'delete' })
  const found = all(BASE, a, b)
  expect(found).toContain('arrival row, - | stop 1032, lost 12')
  expect(found).toContain('wall-clock, 12, lost delete')
})

test('[W50] one that had read the other loses to a clock that is ahead, by the wall clock only', () => {
  const ahead = wrote(0, '12', { wallUs: 900, hybrid: { us: 900, count: 0 } })
  const after = wrote(1, '13', { context: [2], wallUs: 300, hybrid: { us: 900, count: 1 } })
  const found = all(BASE, ahead, after)
  expect(found).toContain('wall-clock, 12, lost 13')
  expect(found).toContain('hybrid-clock, 13')
  expect(found).toContain('version-vectors, 13')
})

test('[W50] nothing before: two inserts stop plain MySQL at both masters', () => {
  const a = wrote(0, '12', { image: 'insert', context: [], base: null, sequence: 1 })
  const b = wrote(1, '13', { image: 'insert', context: [], base: null })
  expect(all(null, a, b).slice(0, 2)).toEqual([
    'arrival row, stop 1062 | stop 1062',
    'arrival statement, stop 1062 | stop 1062',
  ])
})

test('[W50] a function that fails says why, and the later version stands', () => {
  const [a, b] = [wrote(0, '12'), wrote(1, '13')]
  const broken = () => {
    throw new Error('no')
  }
  const found = rulingsOf(BASE, a, b, { ...needs, merge: broken }, 'stop').find(({ rule }) => rule === 'function')!
  expect(found.error).toContain('no')
  expect(valuesOf(found.ends[0].row)).toEqual(['13'])
  expect(found.agree).toBe(true)
})
