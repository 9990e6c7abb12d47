import type { Fact } from '../fact.ts'
import { survives } from '../measures/history.ts'
import type { Client, World } from '../world/index.ts'
import { ReadGuarantee, routeOf, shownBy } from './readGuarantee.ts'

/**
 * Guarantee `ownReads`, read your writes: a client sees what it has been told OK for (DOMAIN 2.6). Promised where its
 * reads go to the leader, or to slaves that wait for its position; and where an OK means that all slaves have applied.
 * No route brings back what a failover has lost, so a client of which a write was lost is promised nothing.
 */
export class OwnReads extends ReadGuarantee {
  readonly name = 'ownReads'
  protected readonly breach = 'own-write-missing'

  protected promises(world: World, client: Client): boolean {
    const route = routeOf(world, client)
    if (route !== 'leader' && route !== 'wait-for-position') return this.isEverywhere(world)
    const isIts = (write: number): boolean => world.writes.client.get(write - 1) === client.number
    return !world.lost.some(({ write }) => isIts(write) && !survives(world, write))
  }

  protected complaint(fact: Fact): string {
    return `${fact.args.peer} showed ${fact.at} ${shownBy(fact)}, although its own #${fact.args.to} had been told OK.`
  }
}
