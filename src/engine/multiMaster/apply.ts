/**
 * An entry of another master takes effect here. By most rules the row as its origin had it meets the row that stands
 * here, and the rule makes one of both. What rule `arrival` does instead stands in `arrival.ts`.
 */
import type { Kernel } from '../kernel/kernel.ts'
import { wallOf } from '../measures/clock.ts'
import {
  covers,
  hybridReceive,
  isResurrected,
  type Met,
  type RowState,
  type Version,
  valuesOf,
  withDots,
} from '../resolvers/index.ts'
import type { Node } from '../world/index.ts'
import { applyArrival, trial } from './arrival.ts'
import { noteInDomain } from './domain.ts'
import { passKey } from './generate.ts'
import { resolverFor, tellMeeting } from './meet.ts'
import { dotName, dotOf, mastersOf, rowName, writtenOf } from './naming.ts'
import { tellRival } from './rival.ts'
import { setRow } from './rows.ts'
import { rowAt, type Site } from './site.ts'
import { holderOf } from './unique.ts'

/** `peer`: whom it came from. */
export function applyEntry(kernel: Kernel, node: Node, peer: Node, entry: number): void {
  const { world } = kernel
  const multi = mastersOf(world)
  const site = multi.sites[node.number]!
  const dot = dotOf(world, entry)
  const { key, version, unique, after } = writtenOf(world, entry)
  if (covers(site.seen, dot)) noteAgain(kernel, site, node, peer, entry)
  site.seen = withDots(site.seen, [dot])
  noteInDomain(world, site, entry)
  if (version === null) return
  site.hybrid = hybridReceive(site.hybrid, version.hybrid, wallOf(world, node))
  passKey(site, key)
  const applied = trial(world, site, entry)
  if (applied !== null) applyArrival(kernel, node, site, entry, applied)
  else settleRow(kernel, node, peer, key, after, unique, version)
}

/** The row of another master meets the one that stands here. `version`: the write that it came with; null = a comparison. */
export function settleRow(
  kernel: Kernel,
  node: Node,
  peer: Node,
  key: number,
  there: RowState,
  unique: number | null,
  version: Version | null,
): Met {
  const { world } = kernel
  const site = mastersOf(world).sites[node.number]!
  const row = rowAt(site, key)
  const met = resolverFor(world, key).merge(row.state, there)
  const rival = valuesOf(met.row).length > 0 && version?.image === 'insert' ? holderOf(site, unique, key) : -1
  setRow(kernel, site, key, { state: met.row, gone: row.gone, unique: unique ?? row.unique })
  tellMeeting(kernel, node, key, met)
  // No rule for one row settles two rows with the same value: both stay.
  if (rival >= 0) tellRival(kernel, node, site, key, rival, version!, met)
  noteReturn(kernel, node, peer, site, key, met.row)
  return met
}

/** It came back, though it had been deleted and everybody who forgot that could have known. */
function noteReturn(kernel: Kernel, node: Node, peer: Node, site: Site, key: number, row: RowState): void {
  const forgotten = site.forgotten.get(key)
  if (forgotten === undefined || !isResurrected(row, forgotten)) return
  const { world } = kernel
  site.forgotten.set(key, undefined)
  mastersOf(world).count('resurrected')
  const args = { key: rowName(world, key), entry: dotName(world, row.shown[0]!), peer: peer.id }
  const old = world.facts.milestones().some((fact) => fact.kind === 'row-resurrected' && fact.args.key === args.key)
  kernel.fact(node.id, 'row-resurrected', args, kernel.cause, true, old)
}

function noteAgain(kernel: Kernel, site: Site, node: Node, peer: Node, entry: number): void {
  const { world } = kernel
  const known = site.again.find((one) => one.entry === entry)
  const count = (known?.count ?? 1) + 1
  site.again = [...site.again.filter((one) => one !== known), { entry, count }].sort((a, b) => a.entry - b.entry)
  const old = mastersOf(world).counts.appliedAgain > 0
  mastersOf(world).count('appliedAgain')
  const args = { peer: peer.id, entry: dotName(world, dotOf(world, entry)), count }
  kernel.fact(node.id, 'applied-again', args, kernel.cause, true, old)
}
