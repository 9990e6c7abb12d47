import type { Fact, FactKind } from '../fact.ts'
import { newestEpoch } from '../measures/history.ts'
import { stateOf } from '../measures/parts.ts'
import type { Node, World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * Guarantee `oneWriter`: once an epoch has begun, no master of an older one commits anything. Promised where nobody can
 * promote, and where the old master is surely fenced before anybody does: by a lease, or by switching its host off. Not
 * with the proxy: what has passed it is still committed. Not without a fence: a master that is cut off hears nothing of
 * the newer epoch, so it writes on. A promotion that no such fence went before, and that is no handing over, takes the
 * promise away for good.
 */
export class OneWriter extends Checker {
  readonly name = 'oneWriter'
  readonly kind = 'guarantee'
  readonly kinds: FactKind[] = ['entries-committed', 'fence-done', 'promoted']

  override promised(world: World): boolean {
    const { present, fence } = world.settings.monitor
    if (!present) return world.epochs.length === 1
    if (this.recall(0) === 1) return false
    const master = world.nodes[newestEpoch(world).master]!
    return fence === 'power-off' || (fence === 'lease' && isBound(master))
  }

  /** Remembers whether the promise is gone, and by node number who was fenced since the last promotion. */
  see(fact: Fact, world: World): void {
    if (fact.kind === 'fence-done') this.seeFence(fact, world)
    else if (fact.kind === 'promoted') this.seePromotion(world)
    else this.seeCommit(fact, world)
  }

  private seeFence({ args: { peer, reason } }: Fact, world: World): void {
    const node = world.nodes.find(({ id }) => id === peer)
    if (node && (reason === 'power-off' || (reason === 'lease' && isBound(node)))) this.remember(node.number + 1, 1)
  }

  private seePromotion(world: World): void {
    const deposed = world.nodes[world.epochs[world.epochs.length - 2]!.master]!
    const isFenced = this.recall(deposed.number + 1) === 1
    const makesRoom = stateOf(deposed, 'role', ['readOnly']) !== undefined
    this.memory = [this.recall(0)]
    if (!isFenced && !makesRoom) this.remember(0, 1)
  }

  private seeCommit(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    const newest = newestEpoch(world)
    if (!node || node.number === newest.master) return
    const master = world.nodes[newest.master]!.id
    const what = fact.args.write === undefined ? 'a heartbeat row' : `w${fact.args.write}`
    this.broken(fact, `${node.id} committed ${what} although ${master} had become master of epoch ${newest.epoch}.`)
  }
}

/** Has it been given a lease? One that has never had any may write without. A dead master writes nothing. */
const isBound = (node: Node): boolean =>
  stateOf(node, 'lease', ['held', 'lost']) !== undefined || stateOf(node, 'process', ['up']) === undefined
