import type { Fact, FactKind } from '../fact.ts'
import { newestEpoch } from '../measures/history.ts'
import type { World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * Guarantee `converged`: nodes that have applied the same log hold the same data, and no node that is up holds an
 * entry that the others will never get. Being behind does not break it; being different does. Promised until a
 * promotion: one master, one history. After one, the old master may come back with entries of its own.
 */
export class Converged extends Checker {
  readonly name = 'converged'
  readonly kind = 'guarantee'
  readonly kinds: FactKind[] = ['entries-applied', 'entries-committed', 'extra-entries-found']

  override promised(world: World): boolean {
    return world.epochs.length === 1
  }

  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    if (!node) return
    const { to = 0, count = 0 } = fact.args
    if (fact.kind === 'extra-entries-found') {
      const entries = count === 1 ? 'an entry' : `${count} entries`
      this.broken(fact, `${node.id} holds ${entries} that epoch ${newestEpoch(world).epoch} began without.`)
      return
    }
    // What was applied last must be what its key shows now; that being so after every step, data are the log's fold.
    if (to !== node.applied.position || to > node.log.end) return
    const entry = node.log.entryAt(to)
    const shows = world.entries.isHeartbeat(entry) ? node.data.heartbeat : node.data.get(world.entries.keyOf(entry))
    if (shows !== entry)
      this.broken(fact, `${node.id} applied position ${to}, but ${world.entries.keyName(entry)} shows another value.`)
  }
}
