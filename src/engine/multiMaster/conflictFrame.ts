/** A conflict as its card shows it. */
import type { ConflictFrame, VersionFrame } from '../frame/index.ts'
import { covers, type Dot, historyOf, type Version } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { OK } from '../writes.ts'
import type { Conflict } from './conflict.ts'
import { entryOf, mastersOf, rowName, writeOf } from './naming.ts'
import { entryName, versionFrame } from './versionFrame.ts'

/** The youngest, oldest first. */
const SHOWN = 20

export const conflictFrames = (world: World): ConflictFrame[] =>
  mastersOf(world)
    .conflicts.slice(-SHOWN)
    .map((conflict) => conflictFrame(world, conflict))

function conflictFrame(world: World, conflict: Conflict): ConflictFrame {
  const { id, at, node, key, kind, here, there, relation, rule, outcome, discarded, error, fact } = conflict
  const [one, other] = [versionFrame(world, here), versionFrame(world, there)]
  const toldOk = discarded !== null && world.writes.outcome.get(writeOf(world, discarded) - 1) === OK
  return {
    id,
    at,
    node: world.nodes[node]!.id,
    key: rowName(world, key),
    kind,
    here: one,
    there: other,
    base: baseOf(world, conflict),
    relation,
    rule,
    outcome,
    discarded: discarded && entryName(world, discarded),
    discardedToldOk: toldOk,
    reallyLater: other.bornAt > one.bornAt ? 'there' : 'here',
    swappedAt: swappedAt(world, conflict),
    error,
    fact,
  }
}

/** What was found before: it never changes. No part of the state. */
const BASES = new WeakMap<Conflict, Version | null>()

function baseOf(world: World, conflict: Conflict): VersionFrame | null {
  let base = BASES.get(conflict)
  if (base === undefined) {
    base = findBase(world, conflict)
    BASES.set(conflict, base)
  }
  return base && versionFrame(world, base)
}

/** The newest write to the row that both writers had seen. */
export function findBase(world: World, { key, here, there }: Pick<Conflict, 'key' | 'here' | 'there'>): Version | null {
  const multi = mastersOf(world)
  const [mine, theirs] = [historyOf(here), historyOf(there)]
  const isOne = (dot: Dot, of: Dot): boolean => dot.origin === of.origin && dot.sequence === of.sequence
  const entries = multi.entriesOf(key, world.entries.length)
  for (let at = entries.length - 1; at >= 0; at--) {
    const { version } = multi.written.get(entries[at]!)!
    if (version === null || isOne(version, here) || isOne(version, there)) continue
    if (covers(mine, version) && covers(theirs, version)) return version
  }
  return null
}

/** A master that kept the other one of the two. */
function swappedAt(world: World, { key, node, here, there, outcome, rule }: Conflict): string | null {
  if (rule !== 'arrival' || outcome !== 'kept-there') return null
  const [a, b] = [here, there].map((version) => entryOf(mastersOf(world), version))
  const twin = mastersOf(world).conflicts.find(
    (other) =>
      other.key === key &&
      other.node !== node &&
      other.outcome === 'kept-there' &&
      entryOf(mastersOf(world), other.here) === b &&
      entryOf(mastersOf(world), other.there) === a,
  )
  return twin === undefined ? null : world.nodes[twin.node]!.id
}
