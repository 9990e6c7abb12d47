/**
 * Rule `arrival`, MySQL as it is: the row image, or the statement, of another master is carried out on whatever stands
 * here. What cannot be carried out stops the applier, is skipped, or overwrites.
 */
import type { Kernel } from '../kernel/kernel.ts'
import {
  type Applied,
  applyRow,
  applyStatement,
  kindOfError,
  type RowState,
  type Statement,
  TOMBSTONE,
  type Version,
  valuesOf,
} from '../resolvers/index.ts'
import type { Node, World } from '../world/index.ts'
import { orderError } from './domain.ts'
import { tellMeeting } from './meet.ts'
import { dotName, dotOf, entryOf, mastersOf, rowName, writtenOf } from './naming.ts'
import { tellRival } from './rival.ts'
import { setRow } from './rows.ts'
import { rowAt, type Site, type StopCode } from './site.ts'
import { holderOf, isTaken } from './unique.ts'

/** What would become of an entry that is applied now by rule `arrival`; null by any other rule. */
export function trial(world: World, site: Site, entry: number): Applied | null {
  const { rule, ship, onError } = world.settings.multiMaster!
  const { key, version, unique, operation, argument } = writtenOf(world, entry)
  if (rule !== 'arrival' || version === null) return null
  const state = plain(rowAt(site, key).state)
  const taken = version.image === 'insert' && isTaken(site, unique, key)
  if (ship === 'row') return applyRow(state, version, onError, taken)
  const statement: Statement =
    operation === 'increment' || operation === 'add' ? { operation, argument } : { operation }
  return applyStatement(state, version, statement, onError, taken)
}

/** The one version that stands, or none: another rule may have left several, or a tombstone. */
function plain(row: RowState): RowState {
  const [first, ...others] = row.versions
  if (first === undefined || (others.length === 0 && first.value !== TOMBSTONE)) return row
  const standing = row.shown.find(({ value }) => value !== TOMBSTONE)
  const versions = standing === undefined ? [] : [standing]
  return { ...row, versions, shown: versions }
}

/** Why the applier cannot apply it; 0 = it can. */
export function errorOf(world: World, site: Site, entry: number): 0 | StopCode {
  const outOfOrder = orderError(world, site, entry)
  if (outOfOrder > 0) return outOfOrder
  const applied = trial(world, site, entry)
  return applied?.stopped ? applied.code : 0
}

export function applyArrival(kernel: Kernel, node: Node, site: Site, entry: number, applied: Applied): void {
  const { world } = kernel
  const { key, version, unique } = writtenOf(world, entry)
  const there = version!
  const row = rowAt(site, key)
  const rival = applied.code === 1062 ? holderOf(site, unique, key) : -1
  if (applied.evicts && rival >= 0)
    setRow(kernel, site, rival, {
      ...rowAt(site, rival),
      state: { ...rowAt(site, rival).state, versions: [], shown: [] },
    })
  const gone = there.image === 'delete' ? there : applied.row.versions.length > 0 ? null : row.gone
  setRow(kernel, site, key, { state: applied.row, gone, unique: unique ?? row.unique })
  const told = toldOf(world, site, key, row.gone, there, applied)
  if (rival >= 0)
    tellRival(kernel, node, site, key, rival, there, applied, applied.outcome === 'skipped' ? 'skipped' : 'kept-there')
  else tellMeeting(kernel, node, key, applied, told)
  noteNumber(kernel, node, key, row.state, there, applied.row)
  if (applied.code > 0 && applied.outcome === 'skipped') tellSkip(kernel, node, key, there)
}

/**
 * A statement that is carried out anew comes to another number than at its origin. Each of two changes may have left
 * enough, and both together do not: no rule sees that, because none looks at what a number means.
 */
function noteNumber(kernel: Kernel, node: Node, key: number, before: RowState, came: Version, after: RowState): void {
  const { world } = kernel
  const [was, is, there] = [numberIn(before), numberIn(after), Number(came.value)]
  if (was === null || is === null || is === there || came.image !== 'update') return
  const args = { key: rowName(world, key), entry: dotName(world, came), value: is }
  const tell = (kind: 'below-zero' | 'statement-redone', more: object) => {
    const old = world.facts.milestones().some((fact) => fact.kind === kind && fact.args.key === args.key)
    kernel.fact(node.id, kind, { ...args, ...more }, kernel.cause, true, old)
  }
  tell('statement-redone', { peer: world.nodes[came.origin]!.id, place: there })
  if (was >= 0 && there >= 0 && is < 0) tell('below-zero', {})
}

function numberIn(state: RowState): number | null {
  const [value, ...others] = valuesOf(state)
  return value === undefined || others.length > 0 || !/^-?[0-9]+$/.test(value) ? null : Number(value)
}

/** Of a row that is not there nothing is left to show but the delete. */
function toldOf(world: World, site: Site, key: number, gone: Version | null, there: Version, applied: Applied) {
  const here = rowAt(site, key).state.shown[0] ?? gone
  if (applied.pair !== null || here === null || !applied.conflict) return {}
  const taken = isTaken(site, writtenOf(world, entryOf(mastersOf(world), there)).unique, key)
  return { pair: { here, there }, kind: kindOfError(there, taken) }
}

function tellSkip(kernel: Kernel, node: Node, key: number, version: Version): void {
  const args = { key: rowName(kernel.world, key), entry: dotName(kernel.world, version) }
  kernel.fact(node.id, 'entry-skipped', args, kernel.cause, true)
}

/** An applier stops at an entry that it cannot apply. */
export function stopAt(kernel: Kernel, node: Node, peer: Node, entry: number, code: StopCode): void {
  const { world } = kernel
  const multi = mastersOf(world)
  const site = multi.sites[node.number]!
  const { key, version, unique } = writtenOf(world, entry)
  multi.count('stopped')
  const args = { peer: peer.id, key: rowName(world, key), entry: dotName(world, dotOf(world, entry)), count: code }
  kernel.fact(node.id, 'applier-failed', args)
  if (code === 1950) return
  const applied = trial(world, site, entry)
  if (applied === null || version === null) return
  const rival = code === 1062 ? holderOf(site, unique, key) : -1
  if (rival >= 0) tellRival(kernel, node, site, key, rival, version, applied, 'stopped')
  else
    tellMeeting(
      kernel,
      node,
      key,
      { ...applied, discarded: [] },
      { ...toldOf(world, site, key, rowAt(site, key).gone, version, applied), outcome: 'stopped' },
    )
}
