/**
 * Gives every name of a tree its meaning, and refuses what cannot be: a name that nobody has, a text that is to be
 * added, a fold over instants where there is no run to look at again.
 */
import { nearest } from '../run/index.ts'
import type { Fold } from './folds.ts'
import { isList, listOf } from './lists.ts'
import { Mistake, quoted, unknown } from './mistake.ts'
import { ALSO, type Field, THINGS, type Thing } from './names.ts'
import { isPattern, noClauses, patternOf } from './patterns.ts'
import type { Cast } from './story.ts'
import type { Node } from './syntax.ts'
import { constant, deepest, type Term } from './term.ts'
import { compare, numberOf, reckon, type Type, type Value } from './value.ts'

const OF_NUMBERS = ['max', 'min', 'mean', 'sum', 'first', 'last', 'count']
const OF_INSTANTS = [...OF_NUMBERS, 'at', 'share', 'longest', 'sequence']
const SCALARS: Readonly<Record<string, (values: number[]) => number>> = {
  abs: ([x]) => Math.abs(x!),
  floor: ([x]) => Math.floor(x!),
  round: ([x]) => Math.round(x!),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
}
const isPercentile = (name: string): boolean => /^p[1-9]\d?$/.test(name)
const KNOWN = [...OF_INSTANTS, 'p50', 'p95', 'nth', 'happened', 'order', 'delay', 'abs', 'floor', 'round']
const TYPE: Record<Type, string> = {
  number: 'a number',
  text: 'a text',
  truth: 'yes or no',
  null: 'null',
  any: 'a setting',
}

export class Compiler {
  readonly folds: Fold[] = []
  private readonly cast: Cast
  /** Is there a whole run to look at again, or one instant only? */
  private readonly whole: boolean
  constructor(cast: Cast, whole: boolean) {
    this.cast = cast
    this.whole = whole
  }

  readonly term = (node: Node): Term => {
    switch (node.is) {
      case 'number':
        return constant(node.value, 'number')
      case 'text':
        return constant(node.value, 'text')
      case 'name':
        return this.name(node)
      case 'field':
        return this.field(node)
      case 'call':
        return this.call(node)
      case 'of':
        throw new Mistake(
          node.column,
          `"${node.name} of ..." is a list: say which of it, as in p50(${node.name} of ...)`,
        )
      case 'not': {
        const of = this.typed(node.of, 'truth')
        return { ...of, type: 'truth', value: (now) => of.value(now) !== true }
      }
      case 'minus': {
        const of = this.typed(node.of, 'number')
        return { ...of, type: 'number', value: (now) => reckon('-', 0, of.value(now)) }
      }
      case 'binary':
        return this.binary(node)
    }
  }

  private name({ name, column }: Node & { is: 'name' }): Term {
    if (name === 'true' || name === 'false') return constant(name === 'true', 'truth')
    if (name === 'null') return constant(null, 'null')
    if (isPattern({ is: 'name', name, column }, this.cast))
      throw new Mistake(
        column,
        `${quoted(name)} is a kind of fact; say happened(${name}), first(${name}) or count(${name})`,
      )
    const thing = thingNamed(name)
    if (thing?.args.length === 0) return this.thing(thing, name, [], column)
    if (thing !== undefined) throw new Mistake(column, `${name} needs its arguments, as in ${thing.example}`)
    throw new Mistake(column, this.noSuch('name', name))
  }

  /** A name with a dash is either a kind of fact or a difference without its spaces. */
  private noSuch(what: string, name: string): string {
    const { kinds } = this.cast
    const dashed = name.includes('-')
    const known = dashed ? kinds : [...Object.keys(THINGS), ...KNOWN, ...kinds]
    if (nearest(name, known) !== null) return unknown(what, name, known)
    return `there is no ${what} ${quoted(name)}${dashed ? ' (a minus has spaces around it)' : ''}`
  }

  private thing({ itself, fields, example }: Thing, name: string, args: readonly string[], column: number): Term {
    if (itself !== undefined) return seen(itself, args)
    throw new Mistake(column, `${name} has ${Object.keys(fields ?? {}).join(', ')}; say which, as in ${example}`)
  }

  private field({ of, field, fieldColumn }: Node & { is: 'field' }): Term {
    const name = of.is === 'name' || of.is === 'call' ? of.name : ''
    const thing = thingNamed(name)
    if (thing === undefined)
      throw new Mistake(of.column, name === '' ? 'this has no fields' : unknown('thing', name, Object.keys(THINGS)))
    const args = this.args(thing, name, of)
    const named = ALSO[field] ?? field
    const found = thing.fields !== undefined && Object.hasOwn(thing.fields, named) ? thing.fields[named] : undefined
    if (found !== undefined) return seen(found, args)
    throw new Mistake(fieldColumn, unknown(`field of ${name}`, field, Object.keys(thing.fields ?? {})))
  }

  private args(thing: Thing, name: string, of: Node): string[] {
    const given = of.is === 'call' ? of.args : []
    if (of.is === 'call') noClauses(of)
    if (given.length !== thing.args.length)
      throw new Mistake(
        of.column,
        `${name} takes ${thing.args.length === 0 ? 'no arguments' : `${thing.args.length} in its brackets`}, as in ${thing.example}`,
      )
    return given.map((node, at) => {
      if (node.is === 'text') return node.value
      if (node.is !== 'name')
        throw new Mistake(node.column, `the brackets of ${name} hold names, as in ${thing.example}`)
      const kind = thing.args[at]!
      const { nodes, clients } = this.cast
      const known =
        kind === 'node'
          ? nodes
          : kind === 'client'
            ? clients
            : kind === 'end'
              ? [...nodes, ...clients, 'monitor']
              : null
      if (known !== null && node.name !== 'master' && !known.includes(node.name))
        throw new Mistake(node.column, unknown(kind === 'end' ? 'node or client' : kind, node.name, known))
      return node.name
    })
  }

  private call(node: Node & { is: 'call' }): Term {
    const { name, args, column } = node
    if (name === 'happened') return this.happened(node)
    if (isPattern(node, this.cast))
      throw new Mistake(column, `${quoted(name)} is a kind of fact; say happened(${name}(...)) or first(${name}(...))`)
    const thing = thingNamed(name)
    if (thing !== undefined) return this.thing(thing, name, this.args(thing, name, node), column)
    if (Object.hasOwn(SCALARS, name) && (args.length > 1 || !OF_NUMBERS.includes(name))) return this.scalar(node)
    if (OF_INSTANTS.includes(name) || isPercentile(name) || name === 'nth' || name === 'order') return this.fold(node)
    if (name === 'delay') throw new Mistake(column, 'delay(...) is a list: say which of it, as in p50(delay(...))')
    throw new Mistake(column, this.noSuch('function', name))
  }

  private scalar(node: Node & { is: 'call' }): Term {
    noClauses(node)
    const { name } = node
    const terms = node.args.map((arg) => this.typed(arg, 'number'))
    const most = name === 'max' || name === 'min' ? 20 : 1
    if (terms.length === 0 || terms.length > most)
      throw new Mistake(node.column, `${name} takes ${most === 1 ? 'one number' : 'numbers'}`)
    return {
      type: 'number',
      onFrame: terms.some(({ onFrame }) => onFrame),
      depth: deepest(...terms),
      value(now) {
        const values = terms.map((term) => numberOf(term.value(now)))
        return values.some((value) => value === null) ? null : SCALARS[name]!(values as number[])
      },
    }
  }

  private happened(node: Node & { is: 'call' }): Term {
    noClauses(node)
    const [arg, ...more] = node.args
    if (arg === undefined || more.length > 0)
      throw new Mistake(node.column, 'happened takes one kind of fact, as in happened(promoted)')
    const pattern = patternOf(arg, this.cast, this.term)
    /** When it first happened, by whoever asks: that is the same at every instant of a run. */
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

  private fold({ name, args, clauses, column }: Node & { is: 'call' }): Term {
    const at = { from: this.bound(clauses.from), to: this.bound(clauses.to) }
    const base = { slot: this.folds.length, name, ...at }
    if (name === 'order') {
      const patterns = args.map((arg) => patternOf(arg, this.cast, this.term))
      if (patterns.length < 2)
        throw new Mistake(column, 'order takes two or more kinds of fact, as in order(killed, suspected, promoted)')
      return this.keep({ ...base, over: 'order', patterns, depth: 1 + deepest(at.from, at.to, ...patterns) }, 'truth')
    }
    const nth = name === 'nth' ? this.countOf(args[0], column) : 0
    const [what, ...more] = name === 'nth' || name === 'at' ? args.slice(1) : args
    if (what === undefined || more.length > 0) throw new Mistake(column, shapeOf(name))
    if (isList(what, this.cast)) {
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
      const list = listOf(what, this.cast, this.term)
      return this.keep({ ...base, over: 'facts', list, nth, depth: 1 + deepest(at.from, at.to, list) }, 'number')
    }
    if (name === 'nth') throw new Mistake(what.column, 'nth counts facts, as in nth(3, write-ok(c1))')
    return this.foldInstants(base, what, name === 'at' ? args[0]! : null, clauses)
  }

  private foldInstants(
    base: Pick<Fold, 'slot' | 'name' | 'from' | 'to'>,
    what: Node,
    when: Node | null,
    clauses: { every?: Node; where?: Node },
  ): Term {
    const { name, from, to } = base
    if (!this.whole)
      throw new Mistake(what.column, `${name}(...) over instants needs a whole run; here only the present one is known`)
    const at = when === null ? null : this.bound(when)
    const of = ['share', 'count', 'longest'].includes(name) ? this.typed(what, 'truth') : this.term(what)
    const numeric = !['at', 'first', 'last', 'sequence', 'share', 'count', 'longest'].includes(name)
    if (numeric && of.type === 'text') throw new Mistake(what.column, `${name} goes over numbers, and this is a text`)
    const where = clauses.where === undefined ? null : this.typed(clauses.where, 'truth')
    const every = clauses.every === undefined ? null : this.constantOf(clauses.every)
    const depth = 1 + deepest(from, to, of, where, at)
    const same = name === 'at' || name === 'last' || name === 'first'
    const type: Type =
      name === 'sequence' ? 'text' : same && !(of.type === 'truth' && name !== 'at') ? of.type : 'number'
    const term = this.keep({ ...base, slot: this.folds.length, over: 'instants', of, where, every, at, depth }, type)
    return same && of.words !== undefined ? { ...term, words: of.words } : term
  }

  /** Its number is given when it is kept: folds within it have come before. */
  private keep(fold: Fold, type: Type): Term {
    const slot = this.folds.length
    this.folds.push({ ...fold, slot })
    return { type, onFrame: false, depth: fold.depth, value: (now) => now.slots[slot] ?? null }
  }

  private bound(node: Node | undefined): Term | null {
    if (node === undefined) return null
    // `from killed` means from the first one.
    const meant: Node = isPattern(node, this.cast)
      ? { is: 'call', name: 'first', args: [node], clauses: {}, column: node.column }
      : node
    const term = this.typed(meant, 'number')
    if (term.onFrame)
      throw new Mistake(node.column, 'this is known only at an instant; say at(TIME, ...) or first(...) here')
    return term
  }

  private constantOf(node: Node): number {
    if (node.is === 'number' && node.value > 0) return node.value
    throw new Mistake(node.column, 'how often to look is a time, as in every 100ms')
  }

  private countOf(node: Node | undefined, column: number): number {
    if (node?.is === 'number' && Number.isInteger(node.value) && node.value > 0) return node.value
    throw new Mistake(node?.column ?? column, 'nth takes a whole number and a kind of fact, as in nth(3, write-ok(c1))')
  }

  private binary({ sign, left, right, column }: Node & { is: 'binary' }): Term {
    if (sign === 'and' || sign === 'or') {
      const [a, b] = [this.typed(left, 'truth'), this.typed(right, 'truth')]
      const value = (x: Value, y: Value) => (sign === 'and' ? x === true && y === true : x === true || y === true)
      return { ...joined(a, b), type: 'truth', value: (now) => value(a.value(now), b.value(now)) }
    }
    if (sign === '+' || sign === '-' || sign === '*' || sign === '/') {
      const [a, b] = [this.typed(left, 'number'), this.typed(right, 'number')]
      return { ...joined(a, b), type: 'number', value: (now) => reckon(sign, a.value(now), b.value(now)) }
    }
    const [a, b] = this.sides(left, right)
    const order = sign !== '=' && sign !== '!='
    if (order && (a.type === 'text' || b.type === 'text'))
      throw new Mistake(column, `${sign} compares numbers, and this is a text`)
    if (!agree(a.type, b.type)) throw new Mistake(column, `${TYPE[a.type]} is never ${TYPE[b.type]}`)
    return { ...joined(a, b), type: 'truth', value: (now) => compare(sign, a.value(now), b.value(now)) }
  }

  /** Beside a text a bare name is a word: `gate = fallen-back`, `node(db1).role = master`. */
  private sides(left: Node, right: Node): [Term, Term] {
    if (left.is === 'name' && this.isWord(left) && !(right.is === 'name' && this.isWord(right))) {
      const [b, a] = this.sides(right, left)
      return [a, b]
    }
    const a = this.term(left)
    if (a.type !== 'text' && a.type !== 'any') return [a, this.term(right)]
    const word = right.is === 'text' ? right.value : right.is === 'name' ? right.name : null
    if (word === null || word === 'null' || (right.is === 'name' && a.words === undefined && !this.isWord(right)))
      return [a, this.term(right)]
    if (a.words !== undefined && !a.words.includes(word))
      throw new Mistake(
        right.column,
        unknown('such word here as', word, a.words).replace('there is no such word here as', 'here can never stand'),
      )
    return [a, constant(word, 'text')]
  }

  private isWord({ name }: Node & { is: 'name' }): boolean {
    return (
      thingNamed(name) === undefined && !['true', 'false', 'null'].includes(name) && !this.cast.kinds.includes(name)
    )
  }

  /** Yes and no may be reckoned with as 1 and 0; nothing else turns into something else. */
  private typed(node: Node, type: 'number' | 'truth'): Term {
    const term = this.term(node)
    const fits =
      term.type === type || term.type === 'any' || term.type === 'null' || (type === 'number' && term.type === 'truth')
    if (!fits) throw new Mistake(node.column, `${TYPE[type]} is needed here, and this is ${TYPE[term.type]}`)
    return term
  }
}

const thingNamed = (name: string): Thing | undefined => (Object.hasOwn(THINGS, name) ? THINGS[name] : undefined)

const seen = ({ type, words, get }: Field, args: readonly string[]): Term => ({
  type,
  ...(words === undefined ? {} : { words }),
  onFrame: true,
  depth: 0,
  value: ({ sight }) => (sight === null ? null : get(sight, args)),
})

const joined = (a: Term, b: Term) => ({ onFrame: a.onFrame || b.onFrame, depth: deepest(a, b) })

const agree = (a: Type, b: Type): boolean =>
  a === b || a === 'null' || b === 'null' || a === 'any' || b === 'any' || (a !== 'text' && b !== 'text')

const shapeOf = (name: string): string =>
  name === 'at'
    ? 'at takes a time and an expression, as in at(5s, lag(db2).entries)'
    : `${name} takes one expression, as in ${name}(${name === 'share' || name === 'longest' ? 'gate = on' : 'lag(db2).entries'} from 1s to 5s)`
