/** What is said about a merge function that the reader writes: its arguments, its errors, the laws, and what came of it. */
import { count, moment, whole } from './numbers.ts'
import { terms } from './terms.ts'

export { type StartingFunction, startingFunctions } from './startingFunctions.ts'

type Law = 'commutative' | 'associative' | 'idempotent'

/** A version as an example shows it; times in microseconds. */
interface Version {
  readonly value: string
  readonly node: string
  readonly wall: number
  readonly hybrid: { readonly us: number; readonly count: number }
  readonly vector: readonly number[]
}

export const merging = {
  title: 'Merge function',
  get about(): string {
    return `Two ${terms.masters} have written a row without knowing of each other: versions a and b. What the function returns is the row from then on.`
  },
  /** The arguments: a name, and what it is. */
  arguments: [
    ['a, b', 'the versions: {value, wall, hybrid, vector, node}'],
    ['base', 'what both had seen of the row: {value}, or null'],
    ['value', 'the row; null = deleted'],
  ],
  editor: 'The merge function, in JavaScript',
  keys: 'Tab indents. Escape, then Tab, leaves the editor; Escape twice closes.',
  startFrom: 'Start from',
  asWritten: 'as written here',
  converging: 'Convergent',
  breaking: 'Each breaks a law',
  others: 'Others',
  ofTheRun: 'The function of the run',
  draft: 'What you wrote last, not used',
  // values that it is tried on
  triedOn: 'Tried on',
  values: { run: 'rows of this run', number: 'numbers', list: 'lists', text: 'texts' },
  // while it is looked at
  fetching: 'The interpreter is on its way.',
  noInterpreter:
    'Without the interpreter the function cannot be tried. It can be used all the same once you are connected.',
  looking: 'Trying it.',
  place: (line: number, column: number): string => `Line ${whole(line)}, column ${whole(column)}`,
  /** Behind a place. */
  at: (message: string): string => `: ${message}`,
  keepsOld: 'The run keeps the function that it has.',
  // laws
  laws: 'Laws of convergence',
  lawNames: { commutative: 'Commutative', associative: 'Associative', idempotent: 'Idempotent' },
  get lawMeans(): Record<Law, string> {
    return {
      commutative: `Two ${terms.masters} meet the same two versions in opposite orders.`,
      associative: 'Of three versions, any two can meet first.',
      idempotent: 'What was merged before can come again.',
    }
  },
  holds: (tried: number): string => `holds as far as tried (${count(tried, 'try', 'tries')})`,
  broken: 'does not hold',
  unknown: 'not tried',
  example: 'Counter-example',
  /** `a = 3, written by db1` with those clocks that are not zero. */
  input: (name: string, version: Version): string => {
    const clocks = clocksOf(version)
    return `${name} = ${shown(version.value)}, by ${version.node}${clocks === '' ? '' : `, ${clocks}`}`
  },
  base: (base: { readonly value: string } | null): string => `base = ${base === null ? 'null' : shown(base.value)}`,
  results: (law: Law, left: string, right: string): readonly [string, string] => {
    const [one, other] = CALLS[law]
    return [`${one} = ${shown(left)}`, `${other} = ${shown(right)}`]
  },
  get verdicts(): Record<'converges as far as tried' | 'may not converge', string> {
    return {
      'converges as far as tried': `Converges as far as tried: all ${terms.masters} come to the same value, in whatever order versions reach them.`,
      'may not converge': `May not converge: ${terms.masters} that met the same versions in another order can keep different values for ever.`,
    }
  },
  failed: (inputs: readonly Version[], base: { readonly value: string } | null, message: string): string => {
    const [a, b] = inputs.map(({ value }) => shown(value))
    const seen = base === null ? 'base = null' : `base.value = ${shown(base.value)}`
    return `It fails on some of these values, as on a.value = ${a}, b.value = ${b}, ${seen}. ${message} Where it fails, the later version stays.`
  },
  // using it
  use: 'Use it',
  used: 'The run uses this function.',
  usedFrom: (time: number): string => `The run uses your function from ${moment(time)} on.`,
  becomesRule: (rule: string): string => `The conflict rule is ${rule} now, and becomes this function.`,
} as const

const CALLS: Record<Law, readonly [string, string]> = {
  commutative: ['merge(a, b)', 'merge(b, a)'],
  associative: ['merge(merge(a, b), c)', 'merge(a, merge(b, c))'],
  idempotent: ['merge(a, a)', 'a'],
}

/** As the function sees it: the empty text stands for a deleted row. */
const shown = (value: string): string => (value === '' ? 'null' : value)

function clocksOf({ wall, hybrid, vector }: Version): string {
  const said: string[] = []
  if (wall > 0) said.push(`wall ${whole(wall)} µs`)
  if (hybrid.us > 0 || hybrid.count > 0) said.push(`hybrid ${whole(hybrid.us)} µs, ${whole(hybrid.count)}`)
  if (vector.some((seen) => seen > 0)) said.push(`vector [${vector.join(', ')}]`)
  return said.join(', ')
}
