/**
 * A row as one master holds it: the versions that its rule keeps, what the master has seen of the row, and what it
 * shows to those who read. Most rules show what they keep. Site priority keeps the losers out of sight until
 * somebody who knows of them writes; a merge function keeps what it merged and shows the result.
 */
import type { Vector } from './vector.ts'
import { dotsOf, type Seen, TOMBSTONE, type Version } from './version.ts'

export interface RowState {
  readonly versions: readonly Version[]
  /** Every write to the row that has been here, also those that were thrown away. */
  readonly context: Vector
  /** What a reader gets: one version, or several that nobody has merged yet. Tombstones are among them. */
  readonly shown: readonly Version[]
}

export const EMPTY_ROW: RowState = { versions: [], context: [], shown: [] }

/** The values that a reader gets, in an order that does not depend on who wrote them; none where the row is deleted. */
export function valuesOf(row: RowState): readonly string[] {
  const values = row.shown.map(({ value }) => value).filter((value) => value !== TOMBSTONE)
  return values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Do two masters agree on the row? By what they show, as a comparison of the tables would find. */
export function sameRow(a: RowState, b: RowState): boolean {
  const there = valuesOf(b)
  const here = valuesOf(a)
  return here.length === there.length && here.every((value, at) => value === there[at])
}

/** What somebody who reads the row now has seen of its value: the `base` of what they write next. */
export function seenIn(row: RowState): Seen | null {
  const first = row.shown.find(({ value }) => value !== TOMBSTONE) ?? row.shown[0]
  return first === undefined ? null : { value: first.value, sources: row.shown.flatMap(dotsOf) }
}
