/** What a master's commit gate waits for: counted from its node and the topology, for the gate itself and for those who watch. */
import { RULES } from '../policies/acknowledge.ts'
import type { Node, World } from '../world/index.ts'
import { firstTier, isFirstTier } from './members.ts'

/** Acknowledgements that a commit on this master waits for now; 0 = it waits for nobody. */
export function neededBy(world: World, master: Node): number {
  const { mode, waitFor } = world.settings.nodes[master.number]!
  return RULES[mode].needed(waitFor, mode === 'all' ? firstTier(world).length : 0)
}

/** Slaves whose acknowledgements, as they are asked for now, have arrived here and cover a position. */
export function acknowledging(world: World, master: Node, position: number): number {
  let count = 0
  for (const node of world.nodes)
    if ((master.counted[node.number] ?? 0) >= position && isFirstTier(world, node)) count++
  return count
}

/** Does this master have an open connection on which it sends to the slave? A silent line counts: nobody knows better. */
export function feeds(master: Node, slave: Node): boolean {
  for (const part of master.parts)
    if (part.machine === 'sender' && part.peer === slave.number && part.attached)
      return part.program.matches(part.config, 'streaming')
  return false
}
