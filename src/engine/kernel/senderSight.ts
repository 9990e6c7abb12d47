/**
 * What a sender sees of its node's log, of the slave that it serves, and of the line in between. A master serves
 * what it has flushed; a slave in the middle logs anew what it has applied, and serves that (DOMAIN 2.5).
 */
import type { Node, World } from '../world/index.ts'
import type { Way } from './kernel.ts'
import { freeIn, portion } from './wire.ts'

/** Entries in one message at most. */
const CHUNK = 4096

/** Each field as in `machines/sender.ts`. `next`: position to send next; `way`: to the slave. */
export function senderSight(world: World, node: Node, slave: Node, type: string, end: number, next: number, way: Way) {
  const { link, direction } = way
  const logEnd = node.upstream < 0 ? node.log.end : node.applied.position
  const most = link.bytesPerSecond === 0 ? CHUNK : Math.min(CHUNK, portion(link, world.settings.entryBytes))
  return {
    logEnd,
    own: node.epoch,
    chunkTo: logEnd - next < most ? logEnd : chunkTo(world, node, next, most),
    turnUs: Math.max(1, freeIn(link, direction, world.time)),
    // Several masters have each a log of their own.
    diverged: world.multi === null && hasDiverged(node, slave, type, end),
    purged: type === 'SUBSCRIBE' && end < node.purgedTo,
  }
}

/** End of a range from `next` on of about `most` entries: whole transactions, at least one. */
function chunkTo(world: World, { log }: Node, next: number, most: number): number {
  const to = log.wholeTransactions(next + most - 1, world.entries)
  return to >= next ? to : log.transactionAt(next, world.entries).to
}

/**
 * Does the slave hold entries that this log will never have? A master writes others in their place. A slave in the
 * middle may just be behind, and knows only once it has come as far: then it looks again.
 */
function hasDiverged(node: Node, slave: Node, type: string, end: number): boolean {
  if (type === 'SUBSCRIBE') {
    const shared = node.log.commonWith(slave.log)
    return shared < (node.upstream < 0 ? end : Math.min(end, node.log.end))
  }
  if (type !== 'LOG_GREW' || node.upstream < 0) return false
  return node.log.commonWith(slave.log) < Math.min(slave.log.end, node.log.end)
}
