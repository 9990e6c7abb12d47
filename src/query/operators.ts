/** Signs between two expressions, and what beside them a bare word can mean. */
import { Mistake, unknown } from './mistake.ts'
import type { Scope } from './scope.ts'
import type { Node } from './syntax.ts'
import { constant, deepest, type Term } from './term.ts'
import { thingNamed } from './things.ts'
import { compare, reckon, TYPE, type Type, type Value } from './value.ts'

export function binary(scope: Scope, { sign, left, right, column }: Node & { is: 'binary' }): Term {
  if (sign === 'and' || sign === 'or') {
    const [a, b] = [scope.typed(left, 'truth'), scope.typed(right, 'truth')]
    const value = (x: Value, y: Value) => (sign === 'and' ? x === true && y === true : x === true || y === true)
    return { ...joined(a, b), type: 'truth', value: (now) => value(a.value(now), b.value(now)) }
  }
  if (sign === '+' || sign === '-' || sign === '*' || sign === '/') {
    const [a, b] = [scope.typed(left, 'number'), scope.typed(right, 'number')]
    return { ...joined(a, b), type: 'number', value: (now) => reckon(sign, a.value(now), b.value(now)) }
  }
  const [a, b] = sides(scope, left, right)
  const order = sign !== '=' && sign !== '!='
  if (order && (a.type === 'text' || b.type === 'text'))
    throw new Mistake(column, `${sign} compares numbers, and this is a text`)
  if (!agree(a.type, b.type)) throw new Mistake(column, `${TYPE[a.type]} is never ${TYPE[b.type]}`)
  return { ...joined(a, b), type: 'truth', value: (now) => compare(sign, a.value(now), b.value(now)) }
}

/** Beside a text a bare name is a word: `gate = fallen-back`, `node(db1).role = master`. */
function sides(scope: Scope, left: Node, right: Node): [Term, Term] {
  if (left.is === 'name' && isWord(scope, left) && !(right.is === 'name' && isWord(scope, right))) {
    const [b, a] = sides(scope, right, left)
    return [a, b]
  }
  const a = scope.term(left)
  if (a.type !== 'text' && a.type !== 'any') return [a, scope.term(right)]
  const word = right.is === 'text' ? right.value : right.is === 'name' ? right.name : null
  if (word === null || word === 'null' || (right.is === 'name' && a.words === undefined && !isWord(scope, right)))
    return [a, scope.term(right)]
  if (a.words !== undefined && !a.words.includes(word))
    throw new Mistake(
      right.column,
      unknown('such word here as', word, a.words).replace('there is no such word here as', 'here can never stand'),
    )
  return [a, constant(word, 'text')]
}

function isWord(scope: Scope, { name }: Node & { is: 'name' }): boolean {
  return thingNamed(name) === undefined && !['true', 'false', 'null'].includes(name) && !scope.cast.kinds.includes(name)
}

const joined = (a: Term, b: Term) => ({ onFrame: a.onFrame || b.onFrame, depth: deepest(a, b) })

const agree = (a: Type, b: Type): boolean =>
  a === b || a === 'null' || b === 'null' || a === 'any' || b === 'any' || (a !== 'text' && b !== 'text')
