/**
 * What became of every write among several masters. The sums balance as with one master:
 * ok = surviving + atRisk + lost + overwritten + discarded. A write survives as long as it stands anywhere; it is
 * discarded when a rule threw it away and nobody who had seen it wrote over it.
 */
import type { Counters } from '../frame/index.ts'
import { isReachable } from '../measures/loss.ts'
import { members } from '../measures/members.ts'
import type { World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { siteOf } from './channels.ts'
import { mastersOf } from './naming.ts'
import { hasAgreed } from './onlyHere.ts'

export function countersOf(world: World): Counters {
  const { outcomes, ledger } = mastersOf(world)
  const { tallies } = ledger
  const { ok, error, unknown, ghost } = outcomes
  const issued = world.writes.length
  const atRisk = atRiskOf(world)
  const { okLost: lost, okOverwritten: overwritten, okDiscarded: discarded } = tallies
  return {
    issued,
    ok,
    error,
    unknown,
    pending: issued - ok - error - unknown,
    surviving: ok - atRisk - lost - overwritten - discarded,
    atRisk,
    lost,
    ghost,
    overwritten,
    discarded,
    reads: world.reads.length,
    phantomReads: 0,
    staleReads: world.reads.stale.length,
    ownWriteMissing: 0,
    readsWentBack: 0,
    noticed: world.noticed.length,
  }
}

/** Told OK, and only masters that cannot be reached have it. */
function atRiskOf(world: World): number {
  const nodes = members(world)
  const there = nodes.filter((node) => isReachable(world, node))
  const reachable = there.map((node) => siteOf(world, node))
  if (reachable.length === nodes.length) return 0
  const { ledger } = mastersOf(world)
  let count = 0
  for (const { number } of nodes) {
    const { own } = mastersOf(world).sites[number]!
    const safe = Math.max(0, ...reachable.map(({ seen }) => seen[number] ?? 0))
    for (let at = own.length - 1; at >= safe; at--) {
      const entry = own.get(at)
      const write = world.entries.writeOf(entry)
      const isOk = write > 0 && world.writes.outcome.get(write - 1) === OK
      if (!isOk || ledger.fateOf(world, entry) !== 'surviving') continue
      if (!there.some((node) => hasAgreed(world, node, entry))) count++
    }
  }
  return count
}
