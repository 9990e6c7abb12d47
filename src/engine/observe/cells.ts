import type { Cell } from '../frame/index.ts'
import { epochAfter, epochOf, historyOf } from '../measures/history.ts'
import type { Node, World } from '../world/index.ts'
import { OK } from '../writes.ts'

/**
 * The newest part of a node's log, cell by cell: whose write it is, when it came, who has proven to have it, and what
 * became of it. An entry that a newer epoch began without is `lost` when its client had been told OK, else `extra`.
 */
const WINDOW = 32

export function cellsOf(world: World, node: Node): Cell[] {
  const cells: Cell[] = []
  for (let position = Math.max(1, node.log.end - WINDOW + 1); position <= node.log.end; position++)
    cells.push(cellAt(world, node, position))
  return cells
}

function cellAt(world: World, node: Node, position: number): Cell {
  const { entries, writes } = world
  const entry = node.log.entryAt(position)
  const epoch = entries.epochOf(entry)
  const write = entries.writeOf(entry)
  const master = world.nodes[epochOf(world, epoch)!.master]!
  const receivedAt = node.log.loggedAt(position) ?? 0
  const loggedAt = entries.bornAtOf(entry)
  const heartbeat = write === 0
  const toldOk = !heartbeat && writes.outcome.get(write - 1) === OK
  const kept = historyOf(world).entryAt(position) === entry
  const lostAt = toldOk ? writes.lostAt.get(write - 1) : -1
  const left = lostAt >= 0 ? lostAt : Math.max(loggedAt, epochAfter(world, epoch)?.beganAt ?? 0)
  return {
    position,
    number: position,
    epoch,
    origin: world.nodes[entries.originOf(entry)]!.id,
    write,
    key: entries.keyName(entry),
    value: entries.valueOf(entry),
    loggedAt,
    receivedAt,
    appliedAt: node.applied.at(position),
    okAt: toldOk ? writes.settledAt.get(write - 1) : null,
    ackedAt: acksOf(master, position),
    fate: kept ? 'kept' : toldOk ? 'lost' : 'extra',
    fateAt: kept ? 0 : left,
    heartbeat,
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
