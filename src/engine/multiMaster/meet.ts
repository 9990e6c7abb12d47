/**
 * What came of it when something was written to a row, told and remembered: the conflict whatever the rule asks, what was
 * thrown away, what stands side by side. The same two versions meet at every master; each finds its own conflict, and
 * the first one is news.
 */
import type { Kernel } from '../kernel/kernel.ts'
import {
  conflictKind,
  type Dot,
  type Met,
  RESOLVERS,
  type Resolver,
  type RowHistory,
  relate,
  type Version,
} from '../resolvers/index.ts'
import type { Node, World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { type Conflict, KEPT } from './conflict.ts'
import { dotName, entryOf, mastersOf, rowName, writeOf } from './naming.ts'

export function resolverFor(world: World, key: number): Resolver {
  const multi = mastersOf(world)
  const { rule, ties, function: source } = world.settings.multiMaster!
  const history = rowHistory(world, key)
  return RESOLVERS[rule].resolver({ ties, history, merge: (a, b, base) => multi.mergeBy(source)(a, b, base) })
}

/** The writes to one row, as far as anybody has made them. */
export function rowHistory(world: World, key: number): RowHistory {
  const multi = mastersOf(world)
  const versions = (origin: number): Version[] =>
    multi.entriesOf(key, world.entries.length).flatMap((entry) => {
      const { version } = multi.written.get(entry)!
      return version?.origin === origin ? [version] : []
    })
  return {
    lastOf: (origin, upTo) =>
      versions(origin)
        .filter(({ sequence }) => sequence <= upTo)
        .at(-1) ?? null,
    nextOf: (origin, after) => versions(origin).find(({ sequence }) => sequence > after) ?? null,
  }
}

/** What is told of a meeting beyond what the rule said. */
interface Told {
  /** What came, where the rule has no pair of its own to show: an error. */
  readonly pair?: { readonly here: Version; readonly there: Version } | null
  readonly kind?: Conflict['kind']
  readonly outcome?: Conflict['outcome']
}

/** To be called when the row stands as `met` says. */
export function tellMeeting(kernel: Kernel, node: Node, key: number, met: Met, told: Told = {}): void {
  const { world } = kernel
  const { cause } = kernel
  const pair = told.pair ?? met.pair
  if (met.conflict && pair) tellConflict(kernel, node, key, met, { ...told, pair })
  for (const version of met.discarded) tellDiscard(kernel, node, key, version, met)
  if (met.row.shown.length > 1 && met.conflict)
    kernel.fact(node.id, 'siblings-kept', { key: rowName(world, key), count: met.row.shown.length }, kernel.cause, true)
  kernel.cause = cause
}

function tellConflict(
  kernel: Kernel,
  node: Node,
  key: number,
  met: Met,
  { pair, kind, outcome }: Told & { pair: NonNullable<Met['pair']> },
): void {
  const { world } = kernel
  const multi = mastersOf(world)
  const { rule } = world.settings.multiMaster!
  const { here, there } = pair
  const earlier = multi.conflicts.filter((other) => other.key === key && isPair(other, here, there))
  const known = earlier.length > 0
  if (!known) multi.count('conflicts')
  multi.accord = { ...multi.accord, disputed: true }
  const path = outcome ?? outcomeOf(met)
  const args = {
    key: rowName(world, key),
    entry: dotName(world, there),
    other: dotName(world, here),
    reason: rule,
    path,
    list: [writeOf(world, here), writeOf(world, there)],
  }
  const fact = kernel.fact(node.id, 'conflict-found', args, kernel.cause, false, known)
  const conflict: Conflict = {
    id: (multi.conflicts.at(-1)?.id ?? 0) + 1,
    at: world.time,
    node: node.number,
    key,
    kind: kind ?? conflictKind(here, there),
    here,
    there,
    rule,
    relation: relationOf(here, there),
    outcome: path,
    discarded: met.discarded[0] ?? null,
    error: met.error,
    fact: fact.id,
  }
  multi.conflicts = [...multi.conflicts.slice(1 - KEPT), conflict]
  // It is news when both have found it; whatever meets later, as in a repair, is another story.
  const [crossed, ...more] = earlier
  const isSwap = rule === 'arrival' && path === 'kept-there' && crossed?.outcome === path && same(crossed.there, here)
  if (!isSwap || more.length > 0 || crossed.node === node.number) return
  const swapped = { key: args.key, peer: world.nodes[crossed.node]!.id, entry: args.entry, other: args.other }
  kernel.fact(node.id, 'rows-swapped', swapped, fact.id, true)
}

const same = (a: Dot, b: Dot): boolean => a.origin === b.origin && a.sequence === b.sequence

const isPair = (one: Conflict, a: Dot, b: Dot): boolean =>
  (same(one.here, a) && same(one.there, b)) || (same(one.here, b) && same(one.there, a))

/** `equal` = one and the same write, which came again in another shape. */
function relationOf(here: Version, there: Version): Conflict['relation'] {
  const relation = relate(here, there)
  return relation === 'equal' ? 'concurrent' : relation
}

/** By rule `arrival` what comes last stands. */
const outcomeOf = ({ outcome }: Met): Conflict['outcome'] =>
  outcome === 'swapped' || outcome === 'none' ? 'kept-there' : outcome

function tellDiscard(kernel: Kernel, node: Node, key: number, version: Version, { row }: Met): void {
  const { world } = kernel
  const multi = mastersOf(world)
  const entry = entryOf(multi, version)
  const isFirst = multi.ledger.discard(world, entry)
  const write = world.entries.writeOf(entry)
  const toldOk = write > 0 && world.writes.outcome.get(write - 1) === OK
  const stays = row.shown[0]
  const later = stays === undefined ? 0 : world.entries.bornAtOf(entry) - world.entries.bornAtOf(entryOf(multi, stays))
  const args = {
    key: rowName(world, key),
    entry: dotName(world, version),
    ...(stays === undefined ? {} : { other: dotName(world, stays) }),
    write,
    reason: toldOk ? 'told-ok' : 'not-told',
    ...(later > 0 ? { us: later } : {}),
  }
  const isNews = isFirst && (toldOk || later > 0 || multi.ledger.tallies.discarded <= 1)
  kernel.fact(node.id, 'write-discarded', args, kernel.cause, true, !isNews)
}
