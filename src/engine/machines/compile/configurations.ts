// Every set of states that can be active together, numbered. The numbers come from the shape of the definition
// alone (children in document order, regions like digits of a number), never from what a run visited first, so
// they may be stored in checkpoints and hashed into digests.
import type { Definition } from './definition.ts'
import { refuse } from './refuse.ts'

/** More than this is a machine that should be several. */
const CONFIGURATION_LIMIT = 4_096

export interface Configurations {
  readonly count: number
  /** Active states in document order. */
  readonly states: readonly (readonly number[])[]
  /** The number of the configuration with these states, in any order. */
  of(states: Iterable<number>): number
  name(config: number): string
  active(config: number): readonly string[]
  matches(config: number, path: string): boolean
}

export function configurations(definition: Definition): Configurations {
  const { id, states } = definition
  const sizes: number[] = states.map(() => 1)
  for (const { index, kind, children } of [...states].reverse()) {
    if (kind === 'compound') sizes[index] = children.reduce((sum, child) => sum + sizes[child]!, 0)
    if (kind === 'parallel') sizes[index] = children.reduce((product, child) => product * sizes[child]!, 1)
    if (sizes[index]! > CONFIGURATION_LIMIT) {
      refuse(id, states[index]!.path, `there are more than ${CONFIGURATION_LIMIT} configurations`)
    }
  }
  const all = below(definition, 0)
  const numbers = new Map(all.map((config, number) => [config.join(' '), number]))
  const actives = all.map((config) => config.filter((s) => s !== 0).map((s) => states[s]!.path))
  const names = all.map((config) =>
    config
      .filter((s) => states[s]!.kind === 'atomic')
      .map((s) => states[s]!.path)
      .join(' '),
  )
  /** Path -> is it active, by configuration. */
  const active = new Map(states.map(({ path }) => [path, actives.map((paths) => paths.includes(path))]))
  return {
    count: all.length,
    states: all,
    of: (active) => numbers.get([...active].sort((a, b) => a - b).join(' '))!,
    name: (config) => names[config]!,
    active: (config) => actives[config]!,
    matches(config, path) {
      const known = active.get(path)
      if (known === undefined) throw new Error(`machine "${id}" has no state "${path}".`)
      return known[config]!
    },
  }
}

/** All ways to be in a state, each as the states active in it, that state first. */
function below(definition: Definition, state: number): number[][] {
  const { kind, children } = definition.states[state]!
  if (kind === 'atomic') return [[state]]
  const parts = children.map((child) => below(definition, child))
  if (kind === 'compound') return parts.flat().map((part) => [state, ...part])
  let products: number[][] = [[state]]
  for (const part of parts) products = products.flatMap((left) => part.map((right) => [...left, ...right]))
  return products
}
