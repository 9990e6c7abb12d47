/**
 * A row of one master changes. Everything that is known about rows by heart changes with it: where each version stands,
 * the unique index, tombstones, and whether the masters agree.
 */
import { hash32 } from '../kernel/hash.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { members } from '../measures/members.ts'
import { dotsOf, isDeleted, type RowState, sameRow, type Version, valuesOf } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { entryOf, mastersOf } from './naming.ts'
import { type Row, rowAt, type Site } from './site.ts'
import { take } from './unique.ts'

export function setRow(kernel: Kernel, site: Site, key: number, next: Omit<Row, 'since'>): void {
  const { world, now } = kernel
  const multi = mastersOf(world)
  const before = rowAt(site, key)
  const { state, unique } = next
  if (before.state === state && before.gone === next.gone && before.unique === unique) return
  const isSame = before.state === state || sameRow(before.state, state)
  site.rows.set(key, { ...next, since: isSame ? before.since : now })
  if (before.state === state) return
  multi.regions?.doors.rowChanged(kernel, site.number, key, before.state)
  moveStanding(world, before.state, state)
  site.deleted = listed(site.deleted, key, isDeleted(before.state), isDeleted(state))
  site.manifold = listed(site.manifold, key, before.state.shown.length > 1, state.shown.length > 1)
  multi.counts = {
    ...multi.counts,
    siblingsMost: Math.max(multi.counts.siblingsMost, state.shown.length),
  }
  if (isSame) return
  take(site, key, before.unique, valuesOf(before.state).length > 0, unique, valuesOf(state).length > 0)
  addUp(site, key, before.state, state)
  reviewAccord(kernel, [key])
}

/** Two masters with equal sums have equal data (but for one chance in 2^64). */
function addUp(site: Site, key: number, before: RowState, after: RowState): void {
  const [a, b] = site.sum
  site.sum = [
    (a + hashOf(1, key, after) - hashOf(1, key, before)) >>> 0,
    (b + hashOf(2, key, after) - hashOf(2, key, before)) >>> 0,
  ]
}

function hashOf(seed: number, key: number, state: RowState): number {
  const values = valuesOf(state)
  return values.length === 0 ? 0 : hash32(seed, `${key}=${values.join('\n')}`)
}

function moveStanding(world: World, before: RowState, after: RowState): void {
  const { ledger } = mastersOf(world)
  const old = entriesIn(world, before.shown)
  const young = entriesIn(world, after.shown)
  // First who comes, so that one that stays never counts as gone.
  for (const entry of young) if (!old.has(entry)) ledger.stand(world, entry, 1)
  for (const entry of old) if (!young.has(entry)) ledger.stand(world, entry, -1)
}

const entriesIn = (world: World, versions: readonly Version[]): Set<number> =>
  new Set(versions.flatMap((version) => dotsOf(version).map((dot) => entryOf(mastersOf(world), dot))))

/** A master has gone, and all that stood there stands there no more. */
export function dropSite(world: World, site: Site): void {
  const { ledger } = mastersOf(world)
  site.rows.forEach((_, { state }) => {
    for (const entry of entriesIn(world, state.shown)) ledger.stand(world, entry, -1)
  })
}

/** Do the masters agree on these rows, and on everything? Those that are down count with what they have. */
export function reviewAccord(kernel: Kernel, changed: readonly number[]): void {
  const { world, now } = kernel
  const multi = mastersOf(world)
  const sites = members(world).map(({ number }) => multi.sites[number]!)
  const before = multi.accord
  let { keys } = before
  for (const key of changed) {
    const differs = sites.some((site) => !sameRow(rowAt(site, key).state, rowAt(sites[0]!, key).state))
    if (differs !== keys.includes(key)) keys = differs ? inOrder([...keys, key]) : keys.filter((each) => each !== key)
  }
  const agree = Math.max(...sites.map((site) => sites.filter((other) => isAlike(site, other)).length))
  const since = agree === before.agree ? before.since : now
  multi.accord = { ...before, agree, since, keys }
  if (keys.length > 0 && before.differSince < 0) {
    multi.accord = { ...multi.accord, differSince: now, disputed: false }
    kernel.fact('run', 'masters-differ', { count: keys.length }, kernel.cause, true)
  }
  if (keys.length === 0 && before.differSince >= 0) {
    // What takes only as long as entries travel is no news, unless it comes after some.
    const last = world.facts.milestones().at(-1)
    const isNews = before.disputed || (last !== undefined && last.kind !== 'masters-agree')
    kernel.fact('run', 'masters-agree', { us: now - before.differSince }, kernel.cause, true, !isNews)
    multi.accord = { ...multi.accord, differSince: -1, disputed: false }
  }
}

export const isAlike = (one: Site, other: Site): boolean => one.sum[0] === other.sum[0] && one.sum[1] === other.sum[1]

/** A list of keys in rising order, into which one comes or out of which it goes. */
const listed = (list: readonly number[], key: number, was: boolean, is: boolean): readonly number[] =>
  was === is ? list : is ? inOrder([...list, key]) : list.filter((each) => each !== key)

const inOrder = (keys: number[]): number[] => keys.sort((a, b) => a - b)
