/**
 * Two versions of a row that met, judged by every rule there is: what each would have made of them at the master that had
 * the one and at the master that had the other. It is a thought experiment about these two alone, on top of what both
 * writers had seen; what other writes made of the row in the meantime is left out, because it came about by the rule in
 * force and would have been another thing by another rule.
 */
import { type Applied, applyRow, applyStatement, type OnError, type Statement } from './arrival.ts'
import type { Met, Resolver } from './resolver.ts'
import { EMPTY_ROW, type RowState, sameRow } from './row.ts'
import { RESOLVERS, type RuleName, type RuleNeeds } from './rules.ts'
import { compareDots, dotsOf, hasSeen, type Version } from './version.ts'

/** One of the two, and what its client asked for, which is what is shipped as a statement. */
export interface Judged {
  readonly version: Version
  readonly statement: Statement
}

interface End {
  readonly row: RowState
  /** Arrival: why the applier could not carry out what came. */
  readonly code: 0 | 1062 | 1032
}

export interface Ruling {
  readonly rule: RuleName
  /** Rule `arrival`: what an entry carries. */
  readonly ship: 'row' | 'statement' | null
  /** The master that had the first version when the second one came; and the other way round. */
  readonly ends: readonly [End, End]
  /** Does a comparison of the two tables find nothing, and nobody stands still? */
  readonly agree: boolean
  /** Those of the two that stand at neither master, though nobody who wrote what stands there had seen them. */
  readonly discarded: readonly Version[]
  /** What the reader's function or its result was refused for. */
  readonly error: string | null
}

/** By site: what both had seen of the row before; null = nothing. */
export function rulingsOf(
  base: Version | null,
  one: Judged,
  other: Judged,
  needs: RuleNeeds,
  onError: OnError,
): Ruling[] {
  const names = Object.keys(RESOLVERS) as RuleName[]
  return names.flatMap((rule) => {
    if (rule !== 'arrival') return [judged(rule, RESOLVERS[rule].resolver(needs), base, one.version, other.version)]
    return [carried('row', base, one, other, onError), carried('statement', base, one, other, onError)]
  })
}

function judged(rule: RuleName, resolver: Resolver, base: Version | null, one: Version, other: Version): Ruling {
  const before = base === null ? EMPTY_ROW : resolver.write(EMPTY_ROW, base).row
  const mets: Met[] = []
  const written = (row: RowState, version: Version): RowState => {
    const met = resolver.write(row, version)
    mets.push(met)
    return met.row
  }
  // Who had read the other version wrote on top of it.
  const first = hasSeen(one, other) ? written(written(before, other), one) : written(before, one)
  const second = hasSeen(other, one) ? written(written(before, one), other) : written(before, other)
  const [here, there] = [resolver.merge(first, second), resolver.merge(second, first)]
  mets.push(here, there)
  const ends = [
    { row: here.row, code: 0 },
    { row: there.row, code: 0 },
  ] as const
  const error = mets.find((met) => met.error !== null)?.error ?? null
  return ruling(rule, null, ends, [one, other], mets, error)
}

/** MySQL as it is, with what each origin ships to the other. */
function carried(
  ship: 'row' | 'statement',
  base: Version | null,
  one: Judged,
  other: Judged,
  onError: OnError,
): Ruling {
  const apply = (row: RowState, { version, statement }: Judged): Applied =>
    ship === 'row' ? applyRow(row, version, onError) : applyStatement(row, version, statement, onError)
  const before = base === null ? EMPTY_ROW : RESOLVERS.arrival.resolver(NEEDS_NOTHING).write(EMPTY_ROW, base).row
  const arrival = RESOLVERS.arrival.resolver(NEEDS_NOTHING)
  const here = apply(arrival.write(before, one.version).row, other)
  const there = apply(arrival.write(before, other.version).row, one)
  return ruling('arrival', ship, [here, there], [one.version, other.version], [here, there], null)
}

/** Arrival asks for nothing beyond the versions. */
const NEEDS_NOTHING: RuleNeeds = {
  ties: 'lowest-id',
  merge: () => '',
  history: { lastOf: () => null, nextOf: () => null },
}

function ruling(
  rule: RuleName,
  ship: Ruling['ship'],
  ends: Ruling['ends'],
  pair: readonly Version[],
  mets: readonly Met[],
  error: string | null,
): Ruling {
  const thrown = mets.flatMap(({ discarded }) => discarded)
  const stands = (version: Version): boolean =>
    ends.some(({ row }) => row.shown.some((shown) => isPartOf(version, shown)))
  const discarded = pair.filter((version) => thrown.some((one) => compareDots(one, version) === 0) && !stands(version))
  const agree = ends.every(({ code }) => code === 0) && sameRow(ends[0].row, ends[1].row)
  return { rule, ship, ends, agree, discarded, error }
}

const isPartOf = (version: Version, shown: Version): boolean => {
  const parts = dotsOf(shown)
  return dotsOf(version).every((dot) => parts.some((part) => compareDots(part, dot) === 0))
}
