/** Things of a frame as an expression names them: `gate`, `lag(db2).entries`, `node(master).role`. */
import { Mistake, unknown } from './mistake.ts'
import { ALSO, type Field, THINGS, type Thing } from './names.ts'
import { noClauses } from './patterns.ts'
import type { Scope } from './scope.ts'
import type { Node } from './syntax.ts'
import type { Term } from './term.ts'

export const thingNamed = (name: string): Thing | undefined => (Object.hasOwn(THINGS, name) ? THINGS[name] : undefined)

/** A thing that is a value itself. */
export function itselfOf(
  { itself, fields, example }: Thing,
  name: string,
  args: readonly string[],
  column: number,
): Term {
  if (itself !== undefined) return seen(itself, args)
  throw new Mistake(column, `${name} has ${Object.keys(fields ?? {}).join(', ')}; say which, as in ${example}`)
}

/** A field of a thing; whoever has none says which there are. */
export function fieldOf(scope: Scope, { of, field, fieldColumn }: Node & { is: 'field' }): Term {
  const name = of.is === 'name' || of.is === 'call' ? of.name : ''
  const thing = thingNamed(name)
  if (thing === undefined)
    throw new Mistake(of.column, name === '' ? 'this has no fields' : unknown('thing', name, Object.keys(THINGS)))
  const args = argsOf(scope, thing, name, of)
  const named = ALSO[field] ?? field
  const found = thing.fields !== undefined && Object.hasOwn(thing.fields, named) ? thing.fields[named] : undefined
  if (found !== undefined) return seen(found, args)
  throw new Mistake(fieldColumn, unknown(`field of ${name}`, field, Object.keys(thing.fields ?? {})))
}

/** What stands in the brackets of a thing: names of those who are there. */
export function argsOf(scope: Scope, thing: Thing, name: string, of: Node): string[] {
  const given = of.is === 'call' ? of.args : []
  if (of.is === 'call') noClauses(of)
  if (given.length !== thing.args.length)
    throw new Mistake(
      of.column,
      `${name} takes ${thing.args.length === 0 ? 'no arguments' : `${thing.args.length} in its brackets`}, as in ${thing.example}`,
    )
  return given.map((node, at) => {
    if (node.is === 'text') return node.value
    if (node.is !== 'name') throw new Mistake(node.column, `the brackets of ${name} hold names, as in ${thing.example}`)
    const kind = thing.args[at]!
    const { nodes, clients, monitors } = scope.cast
    const known =
      kind === 'node'
        ? nodes
        : kind === 'client'
          ? clients
          : kind === 'end'
            ? [...nodes, ...clients, ...monitors]
            : null
    if (known !== null && node.name !== 'master' && !known.includes(node.name))
      throw new Mistake(node.column, unknown(kind === 'end' ? 'node or client' : kind, node.name, known))
    return node.name
  })
}

const seen = ({ type, words, get }: Field, args: readonly string[]): Term => ({
  type,
  ...(words === undefined ? {} : { words }),
  onFrame: true,
  depth: 0,
  value: ({ sight }) => (sight === null ? null : get(sight, args)),
})
