/**
 * The errant set: what a node has and the newest master lacks, by subtraction of GTID sets (DOMAIN 3.5). It decides what a
 * former master can still become: with an empty one it just follows; otherwise its own part has to go first. Sets are
 * subtracted epoch by epoch, because a node that was taken back, and leads again later, counts on from where it was.
 */
import { GtidSet } from '../log/gtid.ts'
import type { NodeLog } from '../log/nodeLog.ts'
import type { Node, World } from '../world/index.ts'
import { historyOf } from './history.ts'

/** Executed there and not in the surviving history. Both share what comes before, so only the ends are looked at. */
export function errantSet(world: World, { log }: Node): GtidSet {
  const history = historyOf(world)
  const common = log === history ? log.end : log.commonWith(history)
  const theirs = executedBeyond(world, history, common, log.end)
  let errant = GtidSet.EMPTY
  for (const [epoch, own] of executedBeyond(world, log, common, log.end))
    errant = errant.union(own.subtract(theirs.get(epoch) ?? GtidSet.EMPTY))
  return errant
}

/** How many of its entries a node has to take back to follow the newest master; -1 = its log no longer holds all of them. */
export function toTakeBack(world: World, { log, purgedTo }: Node): number {
  const common = log.commonWith(historyOf(world))
  return purgedTo > common ? -1 : log.end - common
}

/** What a log holds from behind `common` up to `end`, by epoch. */
function executedBeyond(world: World, log: NodeLog, common: number, end: number): Map<number, GtidSet> {
  const { entries, nodes } = world
  const sets = new Map<number, GtidSet>()
  for (let from = common + 1; from <= Math.min(end, log.end); ) {
    const entry = log.entryAt(from)
    const epoch = entries.epochOf(entry)
    // One epoch has one origin, which counts its entries without a gap.
    let to = from
    while (to < Math.min(end, log.end) && entries.epochOf(log.entryAt(to + 1)) === epoch) to++
    const first = entries.sequenceOf(entry)
    const set = GtidSet.range(nodes[entries.originOf(entry)]!.id, first, first + to - from)
    sets.set(epoch, (sets.get(epoch) ?? GtidSet.EMPTY).union(set))
    from = to + 1
  }
  return sets
}
