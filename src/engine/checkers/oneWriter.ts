import type { Fact, FactKind } from '../fact.ts'
import { newestEpoch } from '../measures/history.ts'
import type { World } from '../world.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * Guarantee `oneWriter`: once an epoch has begun, no master of an older one commits anything. Promised only where
 * nobody can promote: here the old master is fenced when it hears of the new epoch, and a master that is cut
 * off hears nothing, so it writes on.
 */
export class OneWriter extends Checker {
  readonly name = 'oneWriter'
  readonly kind = 'guarantee'
  readonly kinds: FactKind[] = ['entries-committed']

  override promised(world: World): boolean {
    return !world.settings.monitor.present && world.epochs.length === 1
  }

  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    const newest = newestEpoch(world)
    if (!node || node.number === newest.master) return
    const master = world.nodes[newest.master]!.id
    this.broken(
      fact,
      `${node.id} committed w${fact.args.write} although ${master} had become master of epoch ${newest.epoch}.`,
    )
  }
}
