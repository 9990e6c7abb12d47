import type { Node, World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { forEachWriteBeyond, historyOf } from './history.ts'
import { isUp } from './parts.ts'

/**
 * What an outage costs, in writes whose client was told OK. A write is *lost* when a newer epoch began without it;
 * *at risk* while no reachable node holds it that belongs to the newest epoch; and it *survives* otherwise.
 * Everything is read off the tails of logs: what all of them share cannot be in danger.
 */

/**
 * Writes told OK, not yet marked as lost, that some log holds and the surviving history lacks: numbers, ascending.
 * To be asked when an epoch has begun, and when a client hears OK from a master of an older one.
 */
export function brokenWrites(world: World): number[] {
  const history = historyOf(world)
  const broken = new Set<number>()
  for (const { log } of world.nodes) {
    if (log === history) continue
    forEachWriteBeyond(world, log, log.commonWith(history), (write) => {
      const toldOk = world.writes.outcome.get(write - 1) === OK
      if (toldOk && world.writes.lostAt.get(write - 1) < 0) broken.add(write)
    })
  }
  return [...broken].sort((a, b) => a - b)
}

/** Up and connected to somebody: what stands in its log can be had. */
export function isReachable(world: World, node: Node): boolean {
  if (!isUp(node)) return false
  let alone = true
  for (const link of world.links) {
    if (link.a !== node.id && link.b !== node.id) continue
    if (link.state === 'up') return true
    alone = false
  }
  return alone
}

/** Positions of the entries, told OK, that this node holds and no other node that is up; ascending, the last `most` of them. */
export function heldOnlyHere(world: World, node: Node, most = 512): number[] {
  let shared = 0
  for (const other of world.nodes)
    if (other !== node && isUp(other)) shared = Math.max(shared, node.log.commonWith(other.log))
  const positions: number[] = []
  forEachWriteBeyond(world, node.log, Math.max(shared, node.log.end - most), (write, from, to) => {
    if (world.writes.outcome.get(write - 1) !== OK) return
    for (let position = from; position <= to; position++) positions.push(position)
  })
  return positions
}

/** Up to where a reachable node holds the surviving history. */
export function safeTo(world: World): number {
  const history = historyOf(world)
  let safe = 0
  for (const node of world.nodes) {
    if (safe === history.end) break
    if (isReachable(world, node)) safe = Math.max(safe, node.log.commonWith(history))
  }
  return safe
}

/** Number of writes told OK that are in the surviving history beyond a position. */
export function okBeyond(world: World, position: number): number {
  let count = 0
  forEachWriteBeyond(world, historyOf(world), position, (write) => {
    if (world.writes.outcome.get(write - 1) === OK) count++
  })
  return count
}
