/** Plays a case's runs, takes its measures, and holds their medians against what the recording says. */
import { measure, percentile } from '../../query/index.ts'
import type { Case, Expectation } from './caseFile.ts'
import { storyOf } from './story.ts'

export interface Verdict {
  id: string
  holds: boolean | 'later'
  /** One for each expectation, in their order: what we got, the median over the runs; null = it never came. */
  ours: { measure: string; value: number | null }[]
  /** And what it was held against. For a case that is left for later: why. */
  theirs: Held[] | string
}
export interface Held {
  op: Expectation['op']
  value: number | null
  /** What it is, for people: "within 20% of 300 (0.8 x rate)". */
  text: string
  holds: boolean
}

/** Median over the runs; a run in which it never came counts as infinitely late. undefined = no run is about it. */
export type Medians = ReadonlyMap<string, number | null | undefined>

export function judge(one: Case): Verdict {
  const { id, later, runs, measures, expect } = one
  if (later !== null) return { id, holds: 'later', ours: [], theirs: later }
  const names = [...measures.keys()]
  const taken = runs.map((run) => {
    const story = storyOf(run)
    const broken = story.end.checkers.find(({ promised, held }) => promised && !held)
    return { broken, values: measure([...measures.values()], story) }
  })
  const medians: Medians = new Map(names.map((name, at) => [name, median(taken.map(({ values }) => values[at]))]))
  const held = expect.map((each) => hold(each, medians))
  const broken = taken.find((each) => each.broken !== undefined)?.broken
  if (broken !== undefined)
    held.push({ op: 'eq', value: 1, text: `${broken.name} to hold: ${broken.violation?.text ?? ''}`, holds: false })
  return {
    id,
    holds: held.every(({ holds }) => holds),
    ours: [
      ...expect.map((each) => ({ measure: each.measure, value: medians.get(each.measure) ?? null })),
      ...(broken === undefined ? [] : [{ measure: broken.name, value: 0 }]),
    ],
    theirs: held,
  }
}

export function median(values: readonly (number | null | undefined)[]): number | null | undefined {
  const counted = values.filter((value) => value !== undefined)
  if (counted.length === 0) return undefined
  const middle = percentile(
    counted.map((value) => value ?? Number.POSITIVE_INFINITY),
    50,
  )
  return middle === null || !Number.isFinite(middle) ? null : middle
}

export function hold(expectation: Expectation, medians: Medians): Held {
  const { op, factor, of } = expectation
  const ours = medians.get(expectation.measure)
  const base = of === null ? expectation.value : medians.get(of)
  const value = base === null || base === undefined ? null : of === null ? base : factor * base
  const text = `${WORDS[op](expectation)} ${number(value)}${of === null ? '' : ` (${factor === 1 ? '' : `${number(factor)} x `}${of})`}`
  if (ours === undefined || (of !== null && base === undefined))
    return { op, value, text: `${text}, but no run is about this measure`, holds: false }
  return { op, value, text, holds: test(expectation, ours, value) }
}

const WORDS: Record<Expectation['op'], (expectation: Expectation) => string> = {
  eq: () => 'exactly',
  ne: () => 'anything but',
  lt: () => 'less than',
  le: () => 'at most',
  gt: () => 'more than',
  ge: () => 'at least',
  within: ({ tolerance, ratio }) =>
    `within ${[tolerance === null ? '' : number(tolerance), ratio === null ? '' : ratio > 1 ? `a factor of ${number(ratio)}` : `${number(ratio * 100)}%`].filter(Boolean).join(' and ')} of`,
}

/** Differences below this come from reckoning in binary. */
const GRAIN = 1e-9

function test({ op, tolerance, ratio }: Expectation, ours: number | null, theirs: number | null): boolean {
  if (op === 'eq' || op === 'ne') {
    const equal = ours === null || theirs === null ? ours === theirs : Math.abs(ours - theirs) <= GRAIN
    return equal === (op === 'eq')
  }
  if (ours === null || theirs === null) return false
  if (op === 'lt') return ours < theirs
  if (op === 'le') return ours <= theirs + GRAIN
  if (op === 'gt') return ours > theirs
  if (op === 'ge') return ours >= theirs - GRAIN
  return (
    (tolerance === null || Math.abs(ours - theirs) <= tolerance + GRAIN) &&
    (ratio === null || isNear(ours, theirs, ratio))
  )
}

/** Up to 1 a part of what is expected; above 1 a factor, in either direction. */
function isNear(ours: number, theirs: number, ratio: number): boolean {
  if (ratio <= 1) return Math.abs(ours - theirs) <= ratio * Math.abs(theirs) + GRAIN
  return ours * ratio >= theirs - GRAIN && ours <= theirs * ratio + GRAIN
}

/** At most three digits after the point. */
export const number = (value: number | null): string =>
  value === null ? 'never' : String(Math.round(value * 1000) / 1000)
