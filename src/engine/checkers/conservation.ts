import type { Fact, FactKind } from '../fact.ts'
import type { Counters } from '../frame/index.ts'
import { survives } from '../measures/history.ts'
import type { World } from '../world/index.ts'
import { ERROR, OK, UNKNOWN } from '../writes.ts'
import { Checker } from './checker.ts'

/**
 * I8: the counters tell the truth. At every turn of a failover each write is looked up again, one by one, and sorted
 * into told OK, error, unknown or pending, and into survived or lost; the running counters must say the same.
 */
export class Conservation extends Checker {
  readonly name = 'I8'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = [
    'killed',
    'node-recovered',
    'promoted',
    'writes-lost',
    'failover-done',
    'extra-entries-found',
  ]
  private readonly counters: (world: World) => Counters

  constructor(counters: (world: World) => Counters) {
    super()
    this.counters = counters
  }

  see(fact: Fact, world: World): void {
    const said = this.counters(world)
    const found = recount(world)
    for (const [name, value] of Object.entries(found)) {
      const claimed = name === 'kept' ? said.surviving + said.atRisk : said[name as keyof Counters]
      if (claimed !== value) this.broken(fact, `The counters say ${claimed} ${name}, but there are ${value}.`)
    }
    for (const [name, value] of Object.entries(said))
      if (value < 0) this.broken(fact, `The counters say ${value} ${name}.`)
  }
}

/** Every write looked up, one by one. `kept`: told OK and in the surviving history. */
export function recount(
  world: World,
): Record<'ok' | 'error' | 'unknown' | 'pending' | 'kept' | 'lost' | 'ghost', number> {
  const found = { ok: 0, error: 0, unknown: 0, pending: 0, kept: 0, lost: 0, ghost: 0 }
  for (let write = 1; write <= world.writes.length; write++) {
    const outcome = world.writes.outcome.get(write - 1)
    const kept = survives(world, write)
    if (outcome === OK) {
      found.ok++
      if (kept) found.kept++
      else found.lost++
    } else if (outcome === ERROR || outcome === UNKNOWN) {
      if (outcome === ERROR) found.error++
      else found.unknown++
      if (kept) found.ghost++
    } else found.pending++
  }
  return found
}
