/**
 * A log with a single master: who has proven to have each entry, and what became of it. An entry that a newer epoch
 * began without is `lost` when its client had been told OK, else `extra`.
 */
import type { Cell } from '../frame/index.ts'
import { epochAfter, epochOf, historyOf } from '../measures/history.ts'
import type { Node, World } from '../world/index.ts'
import { newestCells, plainCell } from './newestCells.ts'

export const cellsOf = (world: World, node: Node): Cell[] =>
  newestCells(node, (position) => cellAt(world, node, position))

function cellAt(world: World, node: Node, position: number): Cell {
  const { entries, writes } = world
  const entry = node.log.entryAt(position)
  const plain = plainCell(world, node, position)
  const epoch = entries.epochOf(entry)
  const master = world.nodes[epochOf(world, epoch)!.master]!
  const toldOk = plain.okAt !== null
  const kept = historyOf(world).entryAt(position) === entry
  const lostAt = toldOk ? writes.lostAt.get(plain.write - 1) : -1
  const left = lostAt >= 0 ? lostAt : Math.max(plain.loggedAt, epochAfter(world, epoch)?.beganAt ?? 0)
  return {
    ...plain,
    number: position,
    epoch,
    ackedAt: acksOf(master, position),
    fate: kept ? 'kept' : toldOk ? 'lost' : 'extra',
    fateAt: kept ? 0 : left,
  }
}

/** What arrived at the master of its epoch, as far as it remembers. */
function acksOf(master: Node, position: number): number[] {
  if (master.reignFrom === 0 || position < master.reignFrom) return []
  const times: number[] = []
  for (const acked of master.acks) {
    const at = acked.at(position)
    if (at !== null) times.push(at)
  }
  return times.sort((a, b) => a - b)
}
