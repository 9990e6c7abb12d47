import type { Fact, FactKind } from '../fact.ts'
import { acknowledging, neededBy } from '../measures/gate.ts'
import { epochAfter, newestEpoch } from '../measures/history.ts'
import { stateOf } from '../measures/parts.ts'
import { RULES } from '../policies/acknowledge.ts'
import { UNHEARD_OF } from '../policies/choose.ts'
import type { Node, World } from '../world/index.ts'
import { Checker } from './checker.ts'

/**
 * Guarantee `noLostOk`: no write is lost whose client was told OK.
 *
 * The promise follows the configuration over the whole run. It stands in every mode that waits (semi-sync, quorum, all)
 * when the most advanced slave takes over by itself, as long as every OK so far has the acknowledgements that are asked
 * for now. So it rests after a stretch in async, a fallback, a rule made stricter or a failover, until the slaves have
 * caught up: what was told OK before may be lost meanwhile. And it is gone for good once a promotion went against it:
 * - when a write told OK lacked acknowledgements just then;
 * - when as many slaves that had acknowledged could not be asked as acknowledgements are waited for: they may be
 *   the only ones that have the newest entries;
 * - when somebody less advanced was made master, or one whose relay log was not empty or thrown away;
 * - when the deposed master, out of reach of any fence, went on telling OK.
 * Never promised in async: nobody waits for anything there. Nor where rules may pass over the most advanced slave, or
 * where a candidate throws its relay log away. A master that made room after everything was handed over breaks nothing.
 */
export class NoLostOk extends Checker {
  readonly name = 'noLostOk'
  readonly kind = 'guarantee'
  readonly kinds: FactKind[] = [
    'write-ok',
    'promoted',
    'writes-lost',
    'setting-changed',
    'slave-added',
    'slave-removed',
    'copy-started',
    'repoint-asked',
    'repointed',
  ]

  /** Remembers whether a promotion has gone against it. */
  private get void(): boolean {
    return this.recall(0) === 1
  }

  override promised(world: World): boolean {
    const { monitor } = world.settings
    const careful = waits(world) && monitor.present && !monitor.byHand && hasNoRules(world)
    return careful && !this.void && !this.isExposed(world, world.nodes[newestEpoch(world).master]!)
  }

  see(fact: Fact, world: World): void {
    if (fact.kind === 'write-ok') this.seeOk(fact, world)
    else if (fact.kind === 'promoted') this.seePromotion(world)
    else if (fact.kind === 'writes-lost') this.seeLoss(fact, world)
    // Judged anew, by the rules and among the slaves that there are now.
    else this.remember(1, this.recall(2))
  }

  /** Remembers the last position told OK in this epoch, and the last one that lacked acknowledgements or may. */
  private seeOk(fact: Fact, world: World): void {
    const { peer, to = 0, epoch } = fact.args
    const master = world.nodes.find(({ id }) => id === peer)
    const next = epochAfter(world, epoch ?? 0)
    if (next && to > next.fork) {
      this.remember(0, 1)
      return
    }
    this.remember(2, Math.max(this.recall(2), to))
    if (next || (master && !hasAcks(world, master, to))) this.remember(1, Math.max(this.recall(1), to))
  }

  private seePromotion(world: World): void {
    const { master, fork } = newestEpoch(world)
    const deposed = world.nodes[world.epochs[world.epochs.length - 2]!.master]!
    const chosen = world.nodes[master]!
    const { choice } = world.monitor
    // Whoever was heard of counts, also one that must not take over.
    const asked = choice?.candidates.filter(({ reason }) => !UNFIT.includes(reason)) ?? []
    const held = world.nodes.filter((node) => node !== deposed && acknowledged(deposed, node))
    const silent = held.filter((node) => !asked.some((candidate) => candidate.node === node.number))
    const own = asked.find(({ node }) => node === master)
    const mostAdvanced = own !== undefined && asked.every(({ received }) => received <= own.received)
    const byHand = own?.reason === 'by-hand'
    const drained = chosen.applied.position >= fork && (own?.received ?? 0) <= fork
    const { mode, waitFor } = world.settings.nodes[deposed.number]!
    const heard = silent.length < RULES[mode].needed(waitFor, Math.max(1, held.length))
    const careful =
      mostAdvanced && !byHand && drained && heard && waits(world) && !this.wasExposed(world, deposed, chosen)
    if (!careful && !hasHandedOver(deposed, chosen)) this.remember(0, 1)
    // What the new master holds may be held by nobody else, until its slaves have said so.
    const kept = Math.min(this.recall(2), fork)
    this.remember(1, kept)
    this.remember(2, kept)
  }

  private seeLoss(fact: Fact, world: World): void {
    const [write = 0] = fact.args.list ?? []
    const others = (fact.args.count ?? 1) - 1
    const and = others > 0 ? `, and ${others} more,` : ''
    this.broken(fact, `The client was told OK for w${write}${and} but it is not in epoch ${newestEpoch(world).epoch}.`)
  }

  /** The same when the master has just been deposed: whoever took over was its slave, though it is none any more. */
  private wasExposed(world: World, deposed: Node, chosen: Node): boolean {
    const slaves = world.nodes.filter((node) => node === chosen || node.upstream === deposed.number)
    const acks = slaves.filter(({ number }) => (deposed.counted[number] ?? 0) >= this.recall(1))
    const { mode, waitFor } = world.settings.nodes[deposed.number]!
    return this.recall(1) > 0 && acks.length < RULES[mode].needed(waitFor, slaves.length)
  }

  /** Is there a write told OK that fewer slaves have acknowledged than the mode asks for? */
  private isExposed(world: World, master: Node): boolean {
    return this.recall(1) > 0 && !hasAcks(world, master, this.recall(1))
  }
}

/** One that has diverged has nothing that counts. */
const UNFIT: readonly string[] = [...UNHEARD_OF, 'diverged']

/** Is the most advanced slave the one that takes over, with all that it has received? */
function hasNoRules({ settings: { scenario } }: World): boolean {
  const { drain, promoteWithin } = scenario.failover
  return drain !== 'skip' && promoteWithin === 'anywhere' && scenario.nodes.every((n) => n.promotion === 'neutral')
}

/** Did the old master stop taking writes, and has the new one everything? */
function hasHandedOver(old: Node, chosen: Node): boolean {
  return stateOf(old, 'role', ['readOnly']) !== undefined && old.log.commonWith(chosen.log) >= old.log.end
}

const waits = ({ settings }: World): boolean => settings.scenario.replication.mode !== 'async'

function hasAcks(world: World, master: Node, position: number): boolean {
  return waits(world) && acknowledging(world, master, position) >= neededBy(world, master)
}

/** Has this slave acknowledged anything in the master's reign? */
function acknowledged(master: Node, slave: Node): boolean {
  return (master.acks[slave.number]?.position ?? 0) > 0
}
