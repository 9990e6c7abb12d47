import type { Copies } from '../frame/index.ts'
import type { Node, World } from '../world/index.ts'
import { neededBy } from './gate.ts'
import { historyOf, newestEpoch } from './history.ts'
import { members } from './members.ts'
import { NEVER } from './over.ts'
import { isUp } from './parts.ts'

/**
 * How many whole copies of what was written there are: nodes that are up and hold everything up to the newest entry,
 * applied or not. With one only, the next disk that fails takes data with it, however healthy all gauges look.
 */
export function copiesOf(world: World): Copies {
  const { end } = historyOf(world)
  let complete = 0
  for (const node of members(world)) if (heldBy(world, node) >= end) complete++
  return { of: end, complete, needed: neededCopies(world) }
}

/** Since when the oldest entry waits that too few nodes hold; NEVER = all that was written is held by enough. */
export function thinSince(world: World): number {
  const history = historyOf(world)
  const held = members(world)
    .map((node) => heldBy(world, node))
    .sort((a, b) => b - a)
  // Nobody who is down holds anything that can be had.
  const safe = Math.max(0, held[neededCopies(world) - 1] ?? 0)
  return safe >= history.end ? NEVER : world.entries.bornAtOf(history.entryAt(safe + 1))
}

/** The master's, and one for each acknowledgement that a commit waits for; two at least where there is a slave. */
function neededCopies(world: World): number {
  const nodes = members(world).length
  const master = world.nodes[newestEpoch(world).master]!
  return Math.min(nodes, Math.max(2, neededBy(world, master) + 1))
}

/** Up to where a node holds the surviving history; -1 = it is down. */
function heldBy(world: World, node: Node): number {
  if (!isUp(node)) return -1
  const history = historyOf(world)
  const { log } = node
  if (log === history) return history.end
  const { end } = log
  return end <= history.end && log.entryAt(end) === history.entryAt(end) ? end : log.commonWith(history)
}
