import type { Row } from '../frame/index.ts'
import type { World } from '../world/index.ts'

/**
 * What somebody would see who looked at a node's table: for every key the version that its data holds, whatever its
 * log has beyond that. Newest change first, and at most `most` rows; nothing for a node that is not there.
 */
export function rowsOf(world: World, id: string, most: number): Row[] {
  const node = world.nodes.find((each) => each.id === id)
  if (node === undefined) return []
  const { entries, nodes } = world
  const found: number[] = node.data.heartbeat === 0 ? [] : [node.data.heartbeat]
  node.data.forEach((_, entry) => {
    found.push(entry)
  })
  // Of two entries in one log the younger has the greater id, because one master at a time numbers them.
  found.sort((one, other) => other - one)
  return found.slice(0, Math.max(0, most)).map((entry) => ({
    key: entries.keyName(entry),
    value: entries.valueOf(entry),
    position: node.log.positionOf(entry),
    write: entries.writeOf(entry),
    epoch: entries.epochOf(entry),
    origin: nodes[entries.originOf(entry)]!.id,
  }))
}
