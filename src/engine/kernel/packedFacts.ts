/**
 * The youngest facts, packed for a checkpoint. As objects the facts of a thousand checkpoints would weigh far more than
 * everything else in them; as bytes they take a tenth, and nobody has to look through them when memory is tidied up.
 * Names are written once, in a table that all checkpoints share.
 */
import { FACTS, type Fact, type FactArgs, type FactKind } from '../fact.ts'
import { NumberReader, type Numbers, NumberWriter } from './numbers.ts'

/** A frame shows no more marks than this, so a checkpoint need not know more facts. */
export const REMEMBERED = 512

export interface PackedFacts {
  readonly count: number
  /** Id of the youngest. */
  readonly last: number
  readonly numbers: Numbers
}

const KINDS = Object.keys(FACTS) as FactKind[]
const KIND_NUMBERS = new Map(KINDS.map((kind, number) => [kind, number]))
type Kept<V> = V extends string ? 'word' : V extends number ? 'number' : 'list'
/** How each detail is kept. A record, so that one which `FactArgs` has and this forgets does not compile. */
const KEPT_AS: { readonly [K in keyof FactArgs]-?: Kept<NonNullable<FactArgs[K]>> } = {
  from: 'number',
  to: 'number',
  peer: 'word',
  upstream: 'word',
  write: 'number',
  key: 'word',
  value: 'number',
  epoch: 'number',
  count: 'number',
  us: 'number',
  reason: 'word',
  path: 'word',
  entry: 'word',
  other: 'word',
  place: 'number',
  list: 'list',
}
const FIELDS = Object.keys(KEPT_AS) as (keyof FactArgs)[]
const FIELD_NUMBERS = new Map<string, number>(FIELDS.map((field, at) => [field, at]))

const names: string[] = []
const numbersOfNames = new Map<string, number>()

function numberOf(name: string): number {
  const known = numbersOfNames.get(name)
  if (known !== undefined) return known
  numbersOfNames.set(name, names.length)
  return names.push(name) - 1
}

const writer = new NumberWriter()

/** `facts`: ids without a gap, up to `last`. Each is written as what it adds to the one before. */
export function pack(facts: readonly Fact[], last: number): PackedFacts {
  let before = 0
  for (const { id, t, at, kind, args, cause } of facts) {
    writer.write(t - before)
    writer.write(id - cause)
    writer.write(KIND_NUMBERS.get(kind)!)
    writer.write(numberOf(at))
    before = t
    const fields = Object.keys(args) as (keyof FactArgs)[]
    writer.write(fields.length)
    for (const field of fields) {
      const value = args[field]!
      writer.write(FIELD_NUMBERS.get(field)!)
      if (typeof value === 'number') writer.write(value)
      else if (typeof value === 'string') writer.write(numberOf(value))
      else {
        writer.write(value.length)
        for (const item of value) writer.write(item)
      }
    }
  }
  return { count: facts.length, last, numbers: writer.finish() }
}

export function unpack({ count, last, numbers }: PackedFacts): Fact[] {
  const reader = new NumberReader(numbers)
  const facts: Fact[] = []
  let t = 0
  for (let id = last - count + 1; id <= last; id++) {
    t += reader.read()
    const cause = id - reader.read()
    const kind = KINDS[reader.read()]!
    const at = names[reader.read()]!
    const args: Record<string, unknown> = {}
    for (let left = reader.read(); left > 0; left--) {
      const field = FIELDS[reader.read()]!
      const value = reader.read()
      if (KEPT_AS[field] === 'list') args[field] = Array.from({ length: value }, () => reader.read())
      else args[field] = KEPT_AS[field] === 'word' ? names[value]! : value
    }
    facts.push({ id, t, at, kind, args: args as FactArgs, cause })
  }
  return facts
}
