import type { NodeLog } from '../log/nodeLog.ts'
import type { Epoch, World } from '../world/index.ts'

/**
 * The surviving history: the log of whoever is or was master of the newest epoch. It is what counts, even while
 * that node is down, because its log is on disk; a newer epoch may begin without the end of it.
 */
export function historyOf(world: World): NodeLog {
  return world.nodes[newestEpoch(world).master]!.log
}

export function newestEpoch(world: World): Epoch {
  return world.epochs[world.epochs.length - 1]!
}

/** The epoch with this number; undefined for one that never began, because its candidate died. */
export function epochOf(world: World, epoch: number): Epoch | undefined {
  return world.epochs.find((each) => each.epoch === epoch)
}

/** The epoch that ended this one, if any has begun since. */
export function epochAfter(world: World, epoch: number): Epoch | undefined {
  return world.epochs.find((each) => each.epoch > epoch)
}

/** Does the surviving history hold all of a write's entries? False for one that was never logged. Of several masters: does any of them? */
export function survives(world: World, write: number): boolean {
  const entry = world.writes.entry.get(write - 1)
  if (world.multi !== null) return entry !== 0 && world.writes.lostAt.get(write - 1) < 0
  return entry !== 0 && historyOf(world).positionOf(entry + world.writes.count.get(write - 1) - 1) !== 0
}

/**
 * Calls `visit` with every client's write of which this log holds an entry beyond a position, oldest first, and with the
 * positions of those entries.
 */
export function forEachWriteBeyond(
  world: World,
  log: NodeLog,
  position: number,
  visit: (write: number, from: number, to: number) => void,
): void {
  for (let from = position + 1; from <= log.end; ) {
    const entry = log.entryAt(from)
    const to = Math.min(log.end, from + world.entries.lastOf(entry) - entry)
    const write = world.entries.writeOf(entry)
    if (write > 0) visit(write, from, to)
    from = to + 1
  }
}
