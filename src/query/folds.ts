/**
 * Folds: one value out of a whole run, or out of a window of it. A fold of facts goes over a list of numbers; a fold
 * over instants looks at the run again and again and takes down what an expression is worth each time.
 */
import type { Fact } from '../engine/index.ts'
import type { List } from './lists.ts'
import type { Now, Term } from './term.ts'
import { foldNumbers, numberOf, type Value } from './value.ts'

interface Window {
  from: Term | null
  to: Term | null
}
export type Fold = { slot: number; depth: number; name: string } & Window &
  (
    | { over: 'facts'; list: List; nth: number }
    | { over: 'instants'; of: Term; where: Term | null; every: number | null; at: Term | null }
    | { over: 'order'; patterns: readonly { make(now: Now): (fact: Fact) => boolean }[] }
  )

/** Both ends in microseconds, inclusive; null when an end never comes. */
function windowOf({ from, to }: Window, now: Now): [number, number] | null {
  const [start, end] = [from === null ? 0 : numberOf(from.value(now)), to === null ? null : numberOf(to.value(now))]
  if (start === null || (to !== null && end === null)) return null
  return [Math.round(start * 1000), Math.min(now.timeUs, end === null ? now.timeUs : Math.round(end * 1000))]
}

/** A fold of facts, or of their order. */
export function foldFacts(fold: Fold & { over: 'facts' | 'order' }, now: Now): Value {
  const window = windowOf(fold, now)
  if (fold.over === 'order')
    return (
      window !== null &&
      inOrder(
        fold.patterns.map((one) => one.make(now)),
        now,
        window,
      )
    )
  if (window === null) return fold.name === 'count' ? 0 : null
  const values = fold.list.make(now).filter(({ t }) => t >= window[0] && t <= window[1])
  if (fold.name === 'nth') return values[fold.nth - 1]?.value ?? null
  return foldNumbers(
    fold.name,
    values.map(({ value }) => value),
  )
}

/** Does each happen after the one before it? */
function inOrder(tests: readonly ((fact: Fact) => boolean)[], now: Now, [from, to]: [number, number]): boolean {
  let next = 0
  for (const fact of now.facts) if (fact.t >= from && fact.t <= to && tests[next]?.(fact)) next++
  return next >= tests.length
}

/** Nobody says how often to look: after everything that happens, and at least this often (microseconds). */
const STEP = 100_000
/** So many looks at most: beyond that they are spread evenly. */
const MOST = 200_000
const MOST_UNASKED = 20_000

/** When a fold over instants wants to look. */
export function timesOf(fold: Fold & { over: 'instants' }, now: Now): number[] {
  if (fold.at !== null) {
    const at = numberOf(fold.at.value(now))
    return at === null || at < 0 || at * 1000 > now.timeUs ? [] : [Math.round(at * 1000)]
  }
  const window = windowOf(fold, now)
  if (window === null || window[1] < window[0]) return []
  const [from, to] = window
  const step = Math.max(1, fold.every === null ? STEP : Math.round(fold.every * 1000), Math.ceil((to - from) / MOST))
  const times = new Set<number>()
  for (let t = from; t <= to; t += step) times.add(t)
  if (fold.every === null) {
    times.add(to)
    for (const { t } of now.facts) if (t >= from && t <= to) times.add(t)
  }
  const sorted = [...times].sort((a, b) => a - b)
  return fold.every === null ? spread(sorted) : sorted
}

/** The first, the last, and as many between them as there may be. */
function spread(times: readonly number[]): number[] {
  const over = Math.max(1, (times.length - 1) / (MOST_UNASKED - 1))
  const kept = Math.min(times.length, MOST_UNASKED)
  return Array.from({ length: kept }, (_, at) => times[Math.round(at * over)]!)
}

/** One look: when, what it was worth, and did `where` hold? */
export interface Look {
  t: number
  value: Value
  counts: boolean
}

/** What the looks come to. */
export function foldLooks(fold: Fold & { over: 'instants' }, looks: readonly Look[]): Value {
  const counted = looks.filter(({ counts }) => counts)
  const { name, of, every } = fold
  if (name === 'at') return counted[0]?.value ?? null
  if (name === 'sequence') return sequence(counted.map(({ value }) => value))
  if (name === 'count') return rises(looks)
  if (name === 'longest') return longest(looks)
  if (name === 'share') return share(looks, every === null)
  if (name === 'first' || name === 'last') {
    const all = name === 'first' ? counted : [...counted].reverse()
    if (of.type !== 'truth') return all.find(({ value }) => value !== null)?.value ?? null
    const found = all.find(({ value }) => value === true)
    return found === undefined ? null : found.t / 1000
  }
  return foldNumbers(
    name,
    counted.map(({ value }) => numberOf(value)).filter((value) => value !== null),
  )
}

/** Each value that differs from the one before it, with spaces between them. */
function sequence(values: readonly Value[]): string {
  return values
    .filter((value, at) => at === 0 || value !== values[at - 1])
    .map((value) => String(value))
    .join(' ')
}

/** How often it became true. */
const rises = (looks: readonly Look[]): number =>
  looks.filter((look, at) => holds(look) && !(at > 0 && holds(looks[at - 1]!))).length

const holds = ({ value, counts }: Look): boolean => counts && value === true

/** The longest stretch in which it stayed true, milliseconds. */
function longest(looks: readonly Look[]): number {
  let [most, since] = [0, -1]
  for (const look of looks) {
    if (since >= 0) most = Math.max(most, look.t - since)
    if (!holds(look)) since = -1
    else if (since < 0) since = look.t
  }
  return most / 1000
}

/** Of the looks, or (each holding until the next one) of the time. */
function share(looks: readonly Look[], ofTime: boolean): number | null {
  let [all, true_] = [0, 0]
  looks.forEach((look, at) => {
    const weight = ofTime ? (looks[at + 1]?.t ?? look.t) - look.t : 1
    if (!look.counts) return
    all += weight
    if (look.value === true) true_ += weight
  })
  return all === 0 ? null : true_ / all
}
