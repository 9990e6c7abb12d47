import type { Fact, FactKind } from '../fact.ts'
import type { Counters } from '../frame/index.ts'
import { survives } from '../measures/history.ts'
import type { World } from '../world/index.ts'
import { ERROR, OK, UNKNOWN } from '../writes.ts'
import { Checker } from './checker.ts'

/** What the counters must say. `kept`: told OK, and it stands. */
type Recount = (world: World) => { readonly kept: number } & { readonly [K in keyof Counters]?: number }

const TURNS: readonly FactKind[] = [
  'killed',
  'node-recovered',
  'promoted',
  'writes-lost',
  'failover-done',
  'extra-entries-found',
]

/** I8: the counters tell the truth. `recount`: every write looked up again, one by one, and sorted anew. */
export class Conservation extends Checker {
  readonly name = 'I8'
  readonly kind = 'invariant'
  readonly kinds: FactKind[]
  private readonly counters: (world: World) => Counters
  private readonly recount: Recount

  /** `kinds`: at which facts it looks. The defaults are the turns of a failover, with a single master. */
  constructor(counters: (world: World) => Counters, kinds: readonly FactKind[] = TURNS, recounted: Recount = recount) {
    super()
    this.counters = counters
    this.kinds = [...kinds]
    this.recount = recounted
  }

  see(fact: Fact, world: World): void {
    const said = this.counters(world)
    const found = this.recount(world)
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
