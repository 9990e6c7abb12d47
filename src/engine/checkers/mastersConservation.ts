/**
 * I8 among several masters: every row of every master is looked at, and every write sorted anew: what stands anywhere
 * survives, and of what stands nowhere the account of how it went is the running one.
 */
import type { FactKind } from '../fact.ts'
import type { Counters } from '../frame/index.ts'
import { members } from '../measures/members.ts'
import { dotsOf } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { ERROR, OK, PENDING, UNKNOWN } from '../writes.ts'
import { Conservation } from './conservation.ts'

const KINDS: readonly FactKind[] = ['killed', 'node-recovered', 'master-removed', 'repair-done', 'setting-changed']

export const mastersConservation = (counters: (world: World) => Counters): Conservation =>
  new Conservation(counters, KINDS, recount)

/** `kept`: told OK, and it stands somewhere, or was a delete that did its work. */
function recount(world: World) {
  const { sites, ledger } = world.multi!
  const standing = new Set<number>()
  for (const { number } of members(world))
    sites[number]!.rows.forEach((_, { state }) => {
      for (const version of state.shown)
        for (const { origin, sequence } of dotsOf(version)) standing.add(sites[origin]!.own.get(sequence - 1))
    })
  const found = { ok: 0, error: 0, unknown: 0, pending: 0, kept: 0, lost: 0, overwritten: 0, discarded: 0, ghost: 0 }
  for (let write = 1; write <= world.writes.length; write++) {
    const outcome = world.writes.outcome.get(write - 1)
    const entry = world.writes.entry.get(write - 1)
    if (outcome === PENDING) found.pending++
    else if (outcome === ERROR) found.error++
    else if (outcome === UNKNOWN) {
      found.unknown++
      if (entry > 0) found.ghost++
    }
    if (outcome !== OK) continue
    found.ok++
    const fate =
      world.writes.lostAt.get(write - 1) >= 0 ? 'lost' : standing.has(entry) ? 'surviving' : ledger.fateOf(world, entry)
    if (fate === 'surviving') found.kept++
    else found[fate]++
  }
  return found
}
