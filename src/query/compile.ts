/**
 * Gives every name of a tree its meaning, and refuses what cannot be: a name that nobody has, a text that is to be
 * added, a fold over instants where there is no run to look at again.
 */
import { nearest } from '../run/index.ts'
import type { Fold } from './folds.ts'
import { fold, happened, isFold, OF_INSTANTS, OF_NUMBERS } from './foldTerms.ts'
import { Mistake, quoted, unknown } from './mistake.ts'
import { THINGS } from './names.ts'
import { binary } from './operators.ts'
import { isPattern } from './patterns.ts'
import { isScalar, scalar } from './scalars.ts'
import type { Scope } from './scope.ts'
import type { Cast } from './story.ts'
import type { Node } from './syntax.ts'
import { constant, type Term } from './term.ts'
import { argsOf, fieldOf, itselfOf, thingNamed } from './things.ts'
import { reckon, TYPE } from './value.ts'

/** Offered to whoever mistypes one. */
const FUNCTIONS = [...OF_INSTANTS, 'p50', 'p95', 'nth', 'happened', 'order', 'delay', 'abs', 'floor', 'round']

export class Compiler implements Scope {
  readonly folds: Fold[] = []
  readonly cast: Cast
  readonly whole: boolean
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
        return fieldOf(this, node)
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
        return binary(this, node)
    }
  }

  /** Yes and no may be reckoned with as 1 and 0; nothing else turns into something else. */
  readonly typed = (node: Node, type: 'number' | 'truth'): Term => {
    const term = this.term(node)
    const fits =
      term.type === type || term.type === 'any' || term.type === 'null' || (type === 'number' && term.type === 'truth')
    if (!fits) throw new Mistake(node.column, `${TYPE[type]} is needed here, and this is ${TYPE[term.type]}`)
    return term
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
    if (thing?.args.length === 0) return itselfOf(thing, name, [], column)
    if (thing !== undefined) throw new Mistake(column, `${name} needs its arguments, as in ${thing.example}`)
    throw new Mistake(column, this.noSuch('name', name))
  }

  private call(node: Node & { is: 'call' }): Term {
    const { name, args, column } = node
    if (name === 'happened') return happened(this, node)
    if (isPattern(node, this.cast))
      throw new Mistake(column, `${quoted(name)} is a kind of fact; say happened(${name}(...)) or first(${name}(...))`)
    const thing = thingNamed(name)
    if (thing !== undefined) return itselfOf(thing, name, argsOf(this, thing, name, node), column)
    // Of one argument, max and min go over a run.
    if (isScalar(name) && (args.length > 1 || !OF_NUMBERS.includes(name))) return scalar(this, node)
    if (isFold(name)) return fold(this, node)
    if (name === 'delay') throw new Mistake(column, 'delay(...) is a list: say which of it, as in p50(delay(...))')
    throw new Mistake(column, this.noSuch('function', name))
  }

  /** A name with a dash is either a kind of fact or a difference without its spaces. */
  private noSuch(what: string, name: string): string {
    const { kinds } = this.cast
    const dashed = name.includes('-')
    const known = dashed ? kinds : [...Object.keys(THINGS), ...FUNCTIONS, ...kinds]
    if (nearest(name, known) !== null) return unknown(what, name, known)
    return `there is no ${what} ${quoted(name)}${dashed ? ' (a minus has spaces around it)' : ''}`
  }
}
