/**
 * Who belongs to the cluster now. A node that was taken out of service keeps its number and its log, because history
 * hangs on them, but it is in nobody's picture and nobody waits for it.
 */
import type { Node, World } from '../world/index.ts'

export const belongs = (node: Node): boolean => node.leftAt < 0

export const members = (world: World): Node[] => world.nodes.filter(belongs)

/** The region that keeps changes and no rows: nobody reads or writes there (DOMAIN 6). */
export const isWitness = ({ settings }: World, { id }: Node): boolean => id === settings.regions?.witness

/** Masters that have rows; a witness can neither agree nor differ. */
export const holders = (world: World): Node[] => members(world).filter((node) => !isWitness(world, node))

/**
 * Can a master wait for this one's acknowledgements? For every slave but those that copy from another slave. One that
 * still copies from a deposed master is among them: it is about to be repointed.
 */
export function isFirstTier(world: World, node: Node): boolean {
  if (!belongs(node) || node.upstream < 0) return false
  const source = world.nodes[node.upstream]!
  return !belongs(source) || source.upstream < 0
}

export const firstTier = (world: World): Node[] => world.nodes.filter((node) => isFirstTier(world, node))
