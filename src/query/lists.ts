/**
 * Lists of numbers out of a run's facts, each number with the time of the fact that it belongs to: the times of facts
 * themselves (`promoted`), one of their details (`ms of write-ok`), or how long one fact of a write came after another
 * (`delay(write-sent, entries-applied(db2))`).
 */
import type { Fact } from '../engine/index.ts'
import { Mistake } from './mistake.ts'
import { detailOf, isPattern, noClauses, type Pattern, patternOf } from './patterns.ts'
import type { Cast } from './story.ts'
import type { Node } from './syntax.ts'
import { deepest, type Now, type Term } from './term.ts'
import { numberOf } from './value.ts'

interface Item {
  t: number
  value: number
}
export interface List {
  depth: number
  make(now: Now): Item[]
}

export const isList = (node: Node, cast: Cast): boolean =>
  node.is === 'of' || isPattern(node, cast) || (node.is === 'call' && node.name === 'delay')

export function listOf(node: Node, cast: Cast, termOf: (node: Node) => Term): List {
  if (node.is === 'of') {
    const detail = detailOf(node.name, node.column)
    const pattern = patternOf(node.of, cast, termOf)
    return { depth: pattern.depth, make: (now) => items(matching(pattern, now), (fact) => numberOf(detail(fact))) }
  }
  if (node.is === 'call' && node.name === 'delay') {
    noClauses(node)
    const [first, second, ...more] = node.args
    if (first === undefined || second === undefined || more.length > 0)
      throw new Mistake(node.column, 'delay takes two kinds of fact, as in delay(write-sent, entries-applied(db2))')
    const [a, b] = [patternOf(first, cast, termOf), patternOf(second, cast, termOf)]
    return { depth: deepest(a, b), make: (now) => delays(matching(a, now), matching(b, now), now.facts) }
  }
  const pattern = patternOf(node, cast, termOf)
  return { depth: pattern.depth, make: (now) => items(matching(pattern, now), ({ t }) => t / 1000) }
}

function matching(pattern: Pattern, now: Now): Fact[] {
  const test = pattern.make(now)
  return now.facts.filter((fact) => fact.t <= now.timeUs && test(fact))
}

function items(facts: readonly Fact[], worth: (fact: Fact) => number | null): Item[] {
  const found: Item[] = []
  for (const fact of facts) {
    const value = worth(fact)
    if (value !== null) found.push({ t: fact.t, value })
  }
  return found
}

/**
 * For each of the first facts, how long until one of the second is about the same write: it names the write, or its
 * range of positions holds the write's last entry. Those that it never happens to are left out.
 */
function delays(first: readonly Fact[], second: readonly Fact[], all: readonly Fact[]): Item[] {
  const positions = new Map<number, number>()
  for (const { kind, args } of all)
    if ((kind === 'entries-logged' || kind === 'write-ok') && args.write !== undefined && args.to !== undefined)
      if (!positions.has(args.write)) positions.set(args.write, args.to)
  const byWrite = new Map<number, number[]>()
  const byPosition = new Map<number, number[]>()
  for (const { t, args } of second) {
    if (args.write !== undefined) add(byWrite, args.write, t)
    else if (args.to !== undefined) for (let at = args.from ?? args.to; at <= args.to; at++) add(byPosition, at, t)
  }
  return items(first, ({ t, args: { write, to } }) => {
    const place = (write === undefined ? undefined : positions.get(write)) ?? to
    const times = [
      ...(write === undefined ? [] : (byWrite.get(write) ?? [])),
      ...(place === undefined ? [] : (byPosition.get(place) ?? [])),
    ]
    const later = times.filter((time) => time >= t)
    return later.length === 0 ? null : (Math.min(...later) - t) / 1000
  })
}

function add(to: Map<number, number[]>, key: number, t: number): void {
  const list = to.get(key)
  if (list === undefined) to.set(key, [t])
  else list.push(t)
}
