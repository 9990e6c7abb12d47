/** Plain functions of numbers. Where one argument is unknown, so is the result. */
import { Mistake } from './mistake.ts'
import { noClauses } from './patterns.ts'
import type { Scope } from './scope.ts'
import type { Node } from './syntax.ts'
import { deepest, type Term } from './term.ts'
import { numberOf } from './value.ts'

const SCALARS: Readonly<Record<string, (values: number[]) => number>> = {
  abs: ([x]) => Math.abs(x!),
  floor: ([x]) => Math.floor(x!),
  round: ([x]) => Math.round(x!),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
}

export const isScalar = (name: string): boolean => Object.hasOwn(SCALARS, name)

export function scalar(scope: Scope, node: Node & { is: 'call' }): Term {
  noClauses(node)
  const { name } = node
  const terms = node.args.map((arg) => scope.typed(arg, 'number'))
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
