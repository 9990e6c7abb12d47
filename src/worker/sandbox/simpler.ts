/** What is a little simpler than some versions and their base, the most drastic first. */
import { canonicalJson } from '../../run/index.ts'
import type { Triple } from './draw.ts'
import type { MergeBase, MergeVersion } from './sandbox.ts'

export function* simpler(versions: readonly MergeVersion[], base: MergeBase | null): Generator<Triple> {
  if (base !== null) {
    yield { versions: [...versions], base: null }
    for (const value of smallerValues(base.value)) yield { versions: [...versions], base: { value } }
  }
  for (const [at, version] of versions.entries())
    for (const changed of smallerVersions(version)) yield { versions: replaced(versions, at, changed), base }
}

function* smallerVersions(version: MergeVersion): Generator<MergeVersion> {
  const { wall, hybrid, vector } = version
  for (const value of smallerValues(version.value)) yield { ...version, value }
  if (wall > 0) {
    yield { ...version, wall: 0 }
    if (wall > 1000) yield { ...version, wall: wall - 1000 }
  }
  if (hybrid.count > 0) yield { ...version, hybrid: { us: hybrid.us, count: 0 } }
  if (hybrid.us > 0) {
    yield { ...version, hybrid: { us: 0, count: hybrid.count } }
    if (hybrid.us > 1000) yield { ...version, hybrid: { us: hybrid.us - 1000, count: hybrid.count } }
  }
  if (vector.some((seen) => seen > 0)) yield { ...version, vector: vector.map(() => 0) }
  for (const [place, seen] of vector.entries())
    if (seen > 0) yield { ...version, vector: replaced(vector, place, seen - 1) }
}

function* smallerValues(text: string): Generator<string> {
  if (text === '') return
  for (const value of smallerJson(JSON.parse(text))) yield canonicalJson(value)
}

function* smallerJson(value: unknown): Generator<unknown> {
  if (typeof value === 'number') {
    if (value !== 0) yield 0
    if (value > 1) yield* [1, Math.floor(value / 2), value - 1].filter((one) => one !== value)
  } else if (typeof value === 'string') {
    if (value !== '') yield value.slice(0, -1)
  } else if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) yield value.filter((_, place) => place !== at)
    for (const [at, inner] of value.entries())
      for (const smaller of smallerJson(inner)) yield replaced(value, at, smaller)
  } else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      const { [name]: _, ...rest } = value as Record<string, unknown>
      yield rest
      for (const smaller of smallerJson(inner)) yield { ...value, [name]: smaller }
    }
}

const replaced = <T>(list: readonly T[], at: number, one: T): T[] =>
  list.map((old, place) => (place === at ? one : old))
