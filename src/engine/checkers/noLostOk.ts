import type { Fact, FactKind } from '../fact.ts'
import { epochAfter, newestEpoch } from '../measures/history.ts'
import { OUT_OF_THE_RUNNING } from '../policies/choose.ts'
import type { Node, World } from '../world.ts'
import { Checker } from './checker.ts'

/**
 * Guarantee `noLostOk`: no write is lost whose client was told OK.
 *
 * Promised in semi-sync when the most advanced slave takes over by itself, as long as every OK so far had its
 * acknowledgements (so not after a fallback to async, until the slaves have caught up again), and as long as no
 * promotion went against it. A promotion goes against it
 * - when a write told OK lacked acknowledgements just then;
 * - when as many slaves that had acknowledged could not be asked as acknowledgements are waited for: they may be
 *   the only ones that have the newest entries;
 * - when somebody less advanced was made master, or one whose relay log was not empty;
 * - when the deposed master, out of reach of any fence, went on telling OK.
 * Never promised in async: nobody waits for anything there.
 */
export class NoLostOk extends Checker {
  readonly name = 'noLostOk'
  readonly kind = 'guarantee'
  readonly kinds: FactKind[] = ['write-ok', 'promoted', 'writes-lost']

  /** Remembers whether a promotion has gone against it, and the last position told OK without its acknowledgements. */
  private get void(): boolean {
    return this.recall(0) === 1
  }

  override promised(world: World): boolean {
    const { monitor, scenario } = world.settings
    const careful = scenario.replication.mode === 'semi-sync' && monitor.present && !monitor.byHand
    return careful && !this.void && !this.isExposed(world, world.nodes[newestEpoch(world).master]!)
  }

  see(fact: Fact, world: World): void {
    if (fact.kind === 'write-ok') this.seeOk(fact, world)
    else if (fact.kind === 'promoted') this.seePromotion(world)
    else this.seeLoss(fact, world)
  }

  private seeOk(fact: Fact, world: World): void {
    const { peer, to = 0, epoch } = fact.args
    const master = world.nodes.find(({ id }) => id === peer)
    const next = epochAfter(world, epoch ?? 0)
    if (next && to > next.fork) this.remember(0, 1)
    else if (master && !hasAcks(world, master, to)) this.remember(1, Math.max(this.recall(1), to))
  }

  private seePromotion(world: World): void {
    const { master, fork } = newestEpoch(world)
    const deposed = world.nodes[world.epochs[world.epochs.length - 2]!.master]!
    const chosen = world.nodes[master]!
    const { choice } = world.monitor
    const asked = choice?.candidates.filter(({ reason }) => !OUT_OF_THE_RUNNING.includes(reason)) ?? []
    const silent = world.nodes.filter(
      (node) =>
        node !== deposed && acknowledged(deposed, node) && !asked.some((candidate) => candidate.node === node.number),
    )
    const own = asked.find(({ node }) => node === master)
    const mostAdvanced = own !== undefined && asked.every(({ received }) => received <= own.received)
    const byHand = own?.reason === 'by-hand'
    const drained = chosen.applied.position >= fork
    const waitFor = world.settings.nodes[deposed.number]!.waitFor
    const careful = mostAdvanced && !byHand && drained && silent.length < waitFor && !this.isExposed(world, deposed)
    if (!careful) this.remember(0, 1)
    this.remember(1, 0)
  }

  private seeLoss(fact: Fact, world: World): void {
    const [write = 0] = fact.args.list ?? []
    const others = (fact.args.count ?? 1) - 1
    const and = others > 0 ? `, and ${others} more,` : ''
    this.broken(fact, `The client was told OK for w${write}${and} but it is not in epoch ${newestEpoch(world).epoch}.`)
  }

  /** Is there a write told OK that fewer slaves have acknowledged than the mode asks for? */
  private isExposed(world: World, master: Node): boolean {
    return this.recall(1) > 0 && !hasAcks(world, master, this.recall(1))
  }
}

function hasAcks(world: World, master: Node, position: number): boolean {
  let acks = 0
  for (const acked of master.acks) if (acked.position >= position) acks++
  return acks >= world.settings.nodes[master.number]!.waitFor
}

/** Has this slave acknowledged anything in the master's reign? */
function acknowledged(master: Node, slave: Node): boolean {
  return (master.acks[slave.number]?.position ?? 0) > 0
}
