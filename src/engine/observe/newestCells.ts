/** The newest part of a node's log, cell by cell, and what every cell tells, whoever is master. */
import type { Cell } from '../frame/index.ts'
import type { Node, World } from '../world/index.ts'
import { OK } from '../writes.ts'

/** Cells shown of a log. */
const WINDOW = 32

export function newestCells(node: Node, cellAt: (position: number) => Cell): Cell[] {
  const cells: Cell[] = []
  for (let position = Math.max(1, node.log.end - WINDOW + 1); position <= node.log.end; position++)
    cells.push(cellAt(position))
  return cells
}

type PlainCell = Omit<Cell, 'number' | 'epoch' | 'ackedAt' | 'fate' | 'fateAt'>

export function plainCell(world: World, node: Node, position: number): PlainCell {
  const { entries, writes } = world
  const entry = node.log.entryAt(position)
  const write = entries.writeOf(entry)
  const toldOk = write > 0 && writes.outcome.get(write - 1) === OK
  return {
    position,
    origin: world.nodes[entries.originOf(entry)]!.id,
    write,
    key: entries.keyName(entry),
    value: entries.valueOf(entry),
    loggedAt: entries.bornAtOf(entry),
    receivedAt: node.log.loggedAt(position) ?? 0,
    appliedAt: node.applied.at(position),
    okAt: toldOk ? writes.settledAt.get(write - 1) : null,
    heartbeat: write === 0,
  }
}
