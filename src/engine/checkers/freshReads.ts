import type { Fact } from '../fact.ts'
import type { Client, World } from '../world/index.ts'
import { knowsLeader, ReadGuarantee, routeOf, shownBy } from './readGuarantee.ts'

/**
 * Guarantee `freshReads`: a read shows at least what somebody had been told OK for before it began (DOMAIN 2.6).
 * Promised where reads go to the leader, while nobody takes a deposed master for it; and everywhere where an OK means
 * that all slaves have applied.
 */
export class FreshReads extends ReadGuarantee {
  readonly name = 'freshReads'
  protected readonly breach = 'stale-read'

  protected promises(world: World, client: Client): boolean {
    return (routeOf(world, client) === 'leader' && knowsLeader(world, client)) || this.isEverywhere(world)
  }

  protected complaint(fact: Fact): string {
    return `${fact.args.peer} showed ${fact.at} ${shownBy(fact)}, although #${fact.args.to} had been told OK.`
  }
}
