import type { Fact, FactKind } from '../fact.ts'
import type { CheckerFrame } from '../frame/index.ts'
import { newestEpoch } from '../measures/history.ts'
import type { Client, World } from '../world/index.ts'
import { Checker } from './checker.ts'

/**
 * What the guarantees about reads have in common. Each is promised by the routes of all clients that read, and for one
 * read by how things stand both when it is sent and when it is answered. Reads that were never promised anything may go
 * wrong; if a route is changed so that they are promised from then on, only later ones are held against the promise.
 */
export abstract class ReadGuarantee extends Checker {
  readonly kind = 'guarantee'
  /** The fact that says that a read went wrong. */
  protected abstract readonly breach: FactKind
  /** Memory: 0 = the violation went against a promise; 1 = slaves may lack what all had to have applied; then by client: was the read under way promised? */
  get kinds(): readonly FactKind[] {
    return ['read-sent', this.breach, 'setting-changed', 'slave-added', 'promoted', 'repoint-asked', 'rebuild-asked']
  }

  /** May this client rely on it now? */
  protected abstract promises(world: World, client: Client): boolean
  protected abstract complaint(fact: Fact): string

  override promised(world: World): boolean {
    const all = world.clients.filter((client) => isReading(world, client))
    return all.length > 0 && all.every((client) => this.promises(world, client))
  }

  override frame(world: World): CheckerFrame {
    const whole = super.frame(world)
    return whole.promised && this.recall(0) === 0 ? { ...whole, held: true, violation: null } : whole
  }

  see(fact: Fact, world: World): void {
    const client = world.clients.find(({ id }) => id === fact.at)
    if (fact.kind === 'read-sent') this.seeRead(fact, world, client!)
    else if (fact.kind !== this.breach) this.seeChange(fact)
    else {
      const wasPromised = this.recall(2 + client!.number) === 1 && this.promises(world, client!)
      if (wasPromised && this.recall(0) === 0) {
        this.violation = null
        this.remember(0, 1)
      }
      this.broken(fact, this.complaint(fact))
    }
  }

  /** In `all` with acknowledgements that mean applied, an OK says that every slave shows it. */
  protected isEverywhere({ settings, nodes }: World): boolean {
    const { mode, ack } = settings.scenario.replication
    const tiers = nodes.some(({ upstream }) => upstream >= 0 && nodes[upstream]!.upstream >= 0)
    return mode === 'all' && ack === 'applied' && !tiers && this.recall(1) === 0
  }

  /** One that goes on to the leader is as good as its first try was. */
  private seeRead({ cause }: Fact, world: World, client: Client): void {
    const before = cause === 0 || this.recall(2 + client.number) === 1
    this.remember(2 + client.number, before && this.promises(world, client) ? 1 : 0)
  }

  private seeChange({ kind, args }: Fact): void {
    if (kind !== 'setting-changed' || args.path?.startsWith('replication.')) this.remember(1, 1)
  }
}

const isReading = ({ settings }: World, { number }: Client): boolean =>
  ['reader', 'read-write'].includes(settings.clients[number]!.kind)

export const routeOf = ({ settings }: World, { number }: Client) => settings.clients[number]!.route

/** Does it take the newest master for the master? Not for a while after a failover. */
export const knowsLeader = (world: World, { target }: Client): boolean => newestEpoch(world).master === target

/** What a read showed, for a sentence: "k1 of #9", "no k1". */
export const shownBy = ({ args }: Fact): string =>
  args.value === undefined ? `no ${args.key}` : `${args.key}=${args.value}${args.from ? ` (#${args.from})` : ''}`
