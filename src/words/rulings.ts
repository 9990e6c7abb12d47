/** The two versions of a conflict by every rule, side by side, a line for each. */
import type { ConflictFrame, Frame, RulingFrame } from '../engine/index.ts'
import { compareWord } from './mastering.ts'
import { entryTag } from './masters.ts'
import { list } from './numbers.ts'
import { terms } from './terms.ts'

export const rulingWords = {
  title: 'The same two by every rule',
  columns: ['rule', 'what stands', 'discarded'],
  here: 'the rule in force then',
  nothing: 'nothing',
  deleted: 'deleted',
  toldOk: 'told OK',
  get hint() {
    return `These two alone, on top of what both had seen, at the two ${terms.masters} that wrote them.`
  },
  noFunction: 'A function of your own can be a rule, too: choose merge above.',
  /** Two rows, one unique value. */
  unique: 'A rule settles one row. Here two rows want the same value, and no rule says which one may have it.',
} as const

/** "wall clock", "arrival, statements". */
export function rulingName({ rule, ship }: RulingFrame): string {
  if (rule === 'arrival') return ship === 'statement' ? 'arrival, statements' : 'arrival, rows'
  if (rule === 'site-priority') return 'priority'
  return rule === 'function' ? 'your function' : (compareWord[rule] ?? rule)
}

/** "3", "3 and 5 side by side", "3 at db1, 5 at db2", "1062 stops db2". */
export function rulingOutcome({ ends, agree, error }: RulingFrame, conflict: ConflictFrame): string {
  const nodes = [conflict.node, conflict.there.origin]
  if (agree) return `${standing(ends[0].values)}${error === null ? '' : `, because the function failed: ${error}`}`
  const stopped = ends.flatMap(({ code }, at) => (code === 0 ? [] : [`${code} stops ${nodes[at]}`]))
  if (stopped.length > 0) return list(stopped)
  return `${ends.map(({ values }, at) => `${standing(values)} at ${nodes[at]}`).join(', ')}: they differ`
}

function standing(values: readonly string[]): string {
  if (values.length === 0) return rulingWords.deleted
  return values.length === 1 ? values[0]! : `${list(values)} side by side`
}

/** "A6, told OK"; `broken` = somebody was told OK. */
export function rulingLoss({ discarded }: RulingFrame, frame: Frame): { text: string; broken: boolean } {
  if (discarded.length === 0) return { text: rulingWords.nothing, broken: false }
  const text = discarded.map((one) => `${entryTag(one, frame)}${one.toldOk ? `, ${rulingWords.toldOk}` : ''}`)
  return { text: list(text), broken: discarded.some(({ toldOk }) => toldOk) }
}
