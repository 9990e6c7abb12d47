/**
 * The account of a meeting of versions: what was thrown away, and whether it was a conflict. It is the same for every
 * rule, because it asks only what stood before, what came, and what stands now.
 */
import type { Met, Outcome } from './resolver.ts'
import type { RowState } from './row.ts'
import { compare, covers } from './vector.ts'
import { compareDots, dotsOf, hasSeen, relate, sameDot, type Version } from './version.ts'

/** What a rule has to say beyond the new row. */
export interface Remarks {
  readonly error?: string | null
  /** Where it is not what the versions say. */
  readonly outcome?: Outcome
}

/** `came`: the versions that were not known here before. */
export function account(here: RowState, came: readonly Version[], row: RowState, remarks: Remarks = {}): Met {
  const stood = [...here.shown, ...came]
  const lost = stood.filter((version) => !stands(version, row) && !row.shown.some((shown) => hasSeen(shown, version)))
  const discarded = distinct(lost)
  const pair = pairOf(here, came, row, discarded)
  return {
    row: unchanged(here, row) ? here : row,
    discarded,
    relation: pair ? relate(pair.here, pair.there) : relationOf(here, came, row),
    conflict: pair !== null,
    pair,
    outcome: pair ? (remarks.outcome ?? outcomeOf(pair, row)) : 'none',
    error: remarks.error ?? null,
  }
}

/** Those of `there` that have not been here. */
export function newsFor(here: RowState, there: RowState): Version[] {
  return there.versions.filter((version) => !covers(here.context, version))
}

function relationOf(here: RowState, came: readonly Version[], row: RowState): Met['relation'] {
  return came.length === 0 && unchanged(here, row) ? 'equal' : 'before'
}

/** The two to show: first those that had not seen each other, else whoever a discarded one lost to. */
function pairOf(here: RowState, came: readonly Version[], row: RowState, discarded: readonly Version[]): Met['pair'] {
  const gone = (version: Version): boolean =>
    row.versions.some((kept) => kept !== version && hasSeenOnly(kept, version))
  for (const a of here.shown)
    for (const b of came)
      if (relate(a, b) === 'concurrent' && (!gone(a) || discarded.includes(a)) && (!gone(b) || discarded.includes(b)))
        return { here: a, there: b }
  for (const a of here.shown)
    for (const b of came) if (discarded.includes(a) || discarded.includes(b)) return { here: a, there: b }
  return null
}

/** Overwritten by it, and not just a part of what it was merged from. */
const hasSeenOnly = (later: Version, earlier: Version): boolean =>
  hasSeen(later, earlier) && !dotsOf(earlier).some((dot) => dotsOf(later).some((other) => sameDot(dot, other)))

function outcomeOf(pair: NonNullable<Met['pair']>, row: RowState): Outcome {
  const here = stands(pair.here, row)
  if (!stands(pair.there, row)) return 'kept-here'
  if (!here) return 'kept-there'
  return row.shown.length > 1 ? 'siblings' : 'merged'
}

/** Is it shown, by itself or as a part of what was merged? */
function stands(version: Version, row: RowState): boolean {
  return row.shown.some((shown) => {
    const parts = dotsOf(shown)
    return dotsOf(version).every((dot) => parts.some((part) => sameDot(dot, part)))
  })
}

function distinct(versions: readonly Version[]): Version[] {
  return versions.filter((version, at) => versions.findIndex((other) => compareDots(version, other) === 0) === at)
}

function unchanged(here: RowState, row: RowState): boolean {
  const same = (a: readonly Version[], b: readonly Version[]): boolean =>
    a.length === b.length && a.every((version, at) => version === b[at])
  return (
    same(here.versions, row.versions) && same(here.shown, row.shown) && compare(here.context, row.context) === 'equal'
  )
}
