/**
 * Folds as terms of an expression: what they go over, in which window, and of which type the one value is that comes out.
 * `folds.ts` works them out; here is refused what cannot be, such as a window whose ends are not the same for the whole run.
 */
import type { Fold } from './folds.ts'
import { isList, listOf } from './lists.ts'
import { Mistake, quoted } from './mistake.ts'
import { isPattern, noClauses, patternOf } from './patterns.ts'
import type { Scope } from './scope.ts'
import type { Node } from './syntax.ts'
import { deepest, type Term } from './term.ts'
import type { Type } from './value.ts'

export const OF_NUMBERS = ['max', 'min', 'mean', 'sum', 'first', 'last', 'count']
/** Instants have some more: what holds at a time, for how long, in which order. */
export const OF_INSTANTS = [...OF_NUMBERS, 'at', 'share', 'longest', 'sequence']
const isPercentile = (name: string): boolean => /^p[1-9]\d?$/.test(name)

export const isFold = (name: string): boolean =>
  OF_INSTANTS.includes(name) || isPercentile(name) || name === 'nth' || name === 'order'

/** Has it happened by now? No fold: a query at one instant may ask it, too. */
export function happened(scope: Scope, node: Node & { is: 'call' }): Term {
  noClauses(node)
  const [arg, ...more] = node.args
  if (arg === undefined || more.length > 0)
    throw new Mistake(node.column, 'happened takes one kind of fact, as in happened(promoted)')
  const pattern = patternOf(arg, scope.cast, scope.term)
  // When it first happened, by whoever asks: that is the same at every instant of a run.
  const known = new WeakMap<object, number>()
  return {
    type: 'truth',
    onFrame: true,
    depth: pattern.depth,
    value(now) {
      const since = known.get(now.slots) ?? now.facts.find(pattern.make(now))?.t ?? Number.POSITIVE_INFINITY
      known.set(now.slots, since)
      return since <= now.timeUs
    },
  }
}

export function fold(scope: Scope, { name, args, clauses, column }: Node & { is: 'call' }): Term {
  const at = { from: bound(scope, clauses.from), to: bound(scope, clauses.to) }
  const base = { slot: scope.folds.length, name, ...at }
  if (name === 'order') {
    const patterns = args.map((arg) => patternOf(arg, scope.cast, scope.term))
    if (patterns.length < 2)
      throw new Mistake(column, 'order takes two or more kinds of fact, as in order(killed, suspected, promoted)')
    return keep(scope, { ...base, over: 'order', patterns, depth: 1 + deepest(at.from, at.to, ...patterns) }, 'truth')
  }
  const nth = name === 'nth' ? countOf(args[0], column) : 0
  const [what, ...more] = name === 'nth' || name === 'at' ? args.slice(1) : args
  if (what === undefined || more.length > 0) throw new Mistake(column, shapeOf(name))
  if (isList(what, scope.cast)) {
    if (name !== 'nth' && !OF_NUMBERS.includes(name) && !isPercentile(name))
      throw new Mistake(
        column,
        `${name} looks at instants and cannot go over facts; for those there are ${OF_NUMBERS.join(', ')} and p50`,
      )
    for (const word of ['every', 'where'] as const)
      if (clauses[word] !== undefined)
        throw new Mistake(
          clauses[word].column,
          `${quoted(word)} is for looking at instants; narrow facts down in their brackets`,
        )
    const list = listOf(what, scope.cast, scope.term)
    return keep(scope, { ...base, over: 'facts', list, nth, depth: 1 + deepest(at.from, at.to, list) }, 'number')
  }
  if (name === 'nth') throw new Mistake(what.column, 'nth counts facts, as in nth(3, write-ok(c1))')
  return foldInstants(scope, base, what, name === 'at' ? args[0]! : null, clauses)
}

function foldInstants(
  scope: Scope,
  base: Pick<Fold, 'slot' | 'name' | 'from' | 'to'>,
  what: Node,
  when: Node | null,
  clauses: { every?: Node; where?: Node },
): Term {
  const { name, from, to } = base
  if (!scope.whole)
    throw new Mistake(what.column, `${name}(...) over instants needs a whole run; here only the present one is known`)
  const at = when === null ? null : bound(scope, when)
  const of = ['share', 'count', 'longest'].includes(name) ? scope.typed(what, 'truth') : scope.term(what)
  const numeric = !['at', 'first', 'last', 'sequence', 'share', 'count', 'longest'].includes(name)
  if (numeric && of.type === 'text') throw new Mistake(what.column, `${name} goes over numbers, and this is a text`)
  const where = clauses.where === undefined ? null : scope.typed(clauses.where, 'truth')
  const every = clauses.every === undefined ? null : constantOf(clauses.every)
  const depth = 1 + deepest(from, to, of, where, at)
  const same = name === 'at' || name === 'last' || name === 'first'
  const type: Type = name === 'sequence' ? 'text' : same && !(of.type === 'truth' && name !== 'at') ? of.type : 'number'
  const term = keep(scope, { ...base, slot: scope.folds.length, over: 'instants', of, where, every, at, depth }, type)
  return same && of.words !== undefined ? { ...term, words: of.words } : term
}

/** Its number is given when it is kept: folds within it have come before. */
function keep(scope: Scope, fold: Fold, type: Type): Term {
  const slot = scope.folds.length
  scope.folds.push({ ...fold, slot })
  return { type, onFrame: false, depth: fold.depth, value: (now) => now.slots[slot] ?? null }
}

function bound(scope: Scope, node: Node | undefined): Term | null {
  if (node === undefined) return null
  // `from killed` means from the first one.
  const meant: Node = isPattern(node, scope.cast)
    ? { is: 'call', name: 'first', args: [node], clauses: {}, column: node.column }
    : node
  const term = scope.typed(meant, 'number')
  if (term.onFrame)
    throw new Mistake(node.column, 'this is known only at an instant; say at(TIME, ...) or first(...) here')
  return term
}

function constantOf(node: Node): number {
  if (node.is === 'number' && node.value > 0) return node.value
  throw new Mistake(node.column, 'how often to look is a time, as in every 100ms')
}

function countOf(node: Node | undefined, column: number): number {
  if (node?.is === 'number' && Number.isInteger(node.value) && node.value > 0) return node.value
  throw new Mistake(node?.column ?? column, 'nth takes a whole number and a kind of fact, as in nth(3, write-ok(c1))')
}

const shapeOf = (name: string): string =>
  name === 'at'
    ? 'at takes a time and an expression, as in at(5s, lag(db2).entries)'
    : `${name} takes one expression, as in ${name}(${name === 'share' || name === 'longest' ? 'gate = on' : 'lag(db2).entries'} from 1s to 5s)`
