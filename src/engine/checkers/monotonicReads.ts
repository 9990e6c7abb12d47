import type { Fact } from '../fact.ts'
import { historyOf } from '../measures/history.ts'
import type { Client, World } from '../world/index.ts'
import { knowsLeader, ReadGuarantee, routeOf } from './readGuarantee.ts'

/**
 * Guarantee `monotonicReads`: a client never reads from older data than it has read from before (DOMAIN 2.6).
 * - Sticky: promised while it reads from the slave that it has read from so far, and that slave keeps its data.
 * - Leader: promised while what it has seen is still part of the history, and was seen at a leader. A slave may show a
 *   change before its master does, which still waits for an acknowledgement.
 * - Wait for position: promised while what it has seen is still part of the history.
 */
export class MonotonicReads extends ReadGuarantee {
  readonly name = 'monotonicReads'
  protected readonly breach = 'read-went-back'

  protected promises(world: World, client: Client): boolean {
    const { seen, seenAt, seenAtLeader, sticksTo, target } = client
    if (seen === 0) return ['leader', 'sticky', 'wait-for-position'].includes(routeOf(world, client))
    switch (routeOf(world, client)) {
      case 'sticky':
        return sticksTo === seenAt && has(world, seenAt, seen)
      case 'leader':
        return knowsLeader(world, client) && (seenAtLeader || seenAt === target) && isKept(world, seen)
      case 'wait-for-position':
        return knowsLeader(world, client) && isKept(world, seen)
      default:
        return false
    }
  }

  protected complaint(fact: Fact): string {
    return `${fact.args.peer} had applied up to #${fact.args.from}, and ${fact.at} had read from #${fact.args.to} before.`
  }
}

const isKept = (world: World, entry: number): boolean => historyOf(world).positionOf(entry) > 0

/** Has a slave kept what it had applied? Not one that was rebuilt or rewound. */
function has(world: World, node: number, entry: number): boolean {
  const { log, applied } = world.nodes[node]!
  const position = log.positionOf(entry)
  return position > 0 && position <= applied.position
}
