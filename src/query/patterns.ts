/**
 * Which facts are meant: a kind, and what must hold of its details. `write-ok`, `entries-applied(db2)`,
 * `write-ok(c1, to <= 25)`. A name alone in the brackets says where it happened.
 */
import type { Fact, FactArgs } from '../engine/index.ts'
import { Mistake, quoted, unknown } from './mistake.ts'
import type { Cast } from './story.ts'
import type { Node } from './syntax.ts'
import type { Now, Term } from './term.ts'
import { compare, type Value } from './value.ts'

type Detail = (fact: Fact) => Value
const TEXTS = ['peer', 'upstream', 'key', 'reason', 'path'] as const satisfies readonly (keyof FactArgs)[]
const NUMBERS = [
  'from',
  'to',
  'write',
  'value',
  'epoch',
  'count',
  'us',
  'place',
] as const satisfies readonly (keyof FactArgs)[]

/** Details that a fact may carry, by name; which kind carries which stands in the engine's table of facts. */
const DETAILS: Readonly<Record<string, Detail>> = {
  at: ({ at }) => at,
  t: ({ t }) => t / 1000,
  ms: ({ args: { us } }) => (us === undefined ? null : us / 1000),
  ...Object.fromEntries(
    [...TEXTS, ...NUMBERS].map((name): [string, Detail] => [name, ({ args }) => args[name] ?? null]),
  ),
}
const isText = (name: string): boolean => name === 'at' || (TEXTS as readonly string[]).includes(name)

export interface Pattern {
  depth: number
  /** Does a fact match, given what is known of the run? */
  make(now: Now): (fact: Fact) => boolean
}

export const isPattern = (node: Node, { kinds }: Cast): boolean =>
  (node.is === 'name' || node.is === 'call') && kinds.includes(node.name)

/** `termOf` works out the right side of a condition. */
export function patternOf(node: Node, cast: Cast, termOf: (node: Node) => Term): Pattern {
  if ((node.is !== 'name' && node.is !== 'call') || !cast.kinds.includes(node.name)) {
    const word = node.is === 'name' || node.is === 'call' ? node.name : ''
    throw new Mistake(
      node.column,
      word === ''
        ? 'the name of a kind of fact is needed here'
        : unknown('kind of fact', word, cast.kinds).replace(/; known are .*/, ''),
    )
  }
  const { name: kind } = node
  const conditions = (node.is === 'call' ? node.args : []).map((arg) => condition(arg, cast, termOf))
  if (node.is === 'call') noClauses(node)
  return {
    depth: Math.max(0, ...conditions.map(({ depth }) => depth)),
    make(now) {
      const tests = conditions.map((one) => one.make(now))
      return (fact) => fact.kind === kind && tests.every((test) => test(fact))
    },
  }
}

function condition(node: Node, cast: Cast, termOf: (node: Node) => Term): Pattern {
  if (node.is === 'name' || node.is === 'text') {
    const place = placeOf(node, cast)
    return { depth: 0, make: () => (fact) => fact.at === place }
  }
  if (node.is !== 'binary' || node.left.is !== 'name' || !['=', '!=', '<', '<=', '>', '>='].includes(node.sign))
    throw new Mistake(node.column, 'in the brackets of a fact stand a name, or conditions such as "to <= 25"')
  const { left, right, sign } = node
  const detail = detailOf(left.name, left.column)
  const test = sign as '=' | '!=' | '<' | '<=' | '>' | '>='
  if (isText(left.name) && (right.is === 'name' || right.is === 'text')) {
    const word = left.name === 'at' ? placeOf(right, cast) : right.is === 'name' ? right.name : right.value
    return { depth: 0, make: () => (fact) => compare(test, detail(fact), word) }
  }
  const term = termOf(right)
  if (term.onFrame) throw new Mistake(right.column, 'this is known only at an instant; say at(TIME, ...) here')
  return {
    depth: term.depth,
    make(now) {
      const value = term.value(now)
      return (fact) => compare(test, detail(fact), value)
    },
  }
}

export function detailOf(name: string, column: number): Detail {
  const detail = Object.hasOwn(DETAILS, name) ? DETAILS[name] : undefined
  if (detail === undefined) throw new Mistake(column, unknown('detail of a fact', name, Object.keys(DETAILS)))
  return detail
}

function placeOf(node: Node & { is: 'name' | 'text' }, { nodes, clients, monitors }: Cast): string {
  // A link's two ends are given in quotes.
  if (node.is === 'text') return node.value
  const known = [...nodes, ...clients, ...monitors, 'run']
  if (!known.includes(node.name)) throw new Mistake(node.column, unknown('node or client', node.name, known))
  return node.name
}

export function noClauses({ clauses, name }: Node & { is: 'call' }): void {
  for (const [word, { column }] of Object.entries(clauses))
    throw new Mistake(column, `${quoted(word)} belongs into the brackets of a fold such as max(...), not of ${name}`)
}
