/**
 * A client's write is carried out where it was sent. A transaction changes its row at the moment at which it is in the
 * binlog, in the order of the binlog: rows that wait for their commit are locked, so what comes from elsewhere comes after.
 * A put, an increment or an element makes the row if it is not there, as `INSERT ... ON DUPLICATE KEY UPDATE` does.
 * Simplified: a delete of a row that is not there changes nothing and is a transaction without content.
 */
import type { Kernel } from '../kernel/kernel.ts'
import { wallOf } from '../measures/clock.ts'
import {
  type Dot,
  EMPTY_ROW,
  hasSeen,
  historyOf,
  hybridReceive,
  hybridTick,
  type RowState,
  type Seen,
  seenIn,
  TOMBSTONE,
  type Vector,
  type Version,
  valuesOf,
  withDots,
} from '../resolvers/index.ts'
import type { Node, World } from '../world/index.ts'
import { sharesDomain } from './domain.ts'
import { takeKey } from './generate.ts'
import { resolverFor, tellMeeting } from './meet.ts'
import { dotName, entryOf, mastersOf, rowName } from './naming.ts'
import { setRow } from './rows.ts'
import { rowAt, type Site } from './site.ts'
import { isTaken } from './unique.ts'
import { type Asked, OPERATIONS } from './written.ts'

/** What a transaction does to its row, once it is known what stands there. */
interface Change {
  readonly key: number
  readonly image: Version['image']
  readonly value: string
  readonly unique: number | null
  /** What its client had seen of the row. */
  readonly context: Vector
  readonly base: Seen | null
  /** The version that its client brings knowledge of; null = it has read what stands here. */
  readonly known: Version | null
}

/** More than there can be rows: keys of entries are counted round. */
const LARGEST = 0x7fffffff

/** Gives a flushed write its entry and changes the row. Returns the entry. */
export function writeEntry(kernel: Kernel, node: Node, write: number): { entry: number; tell: () => void } {
  const { world, now } = kernel
  const multi = mastersOf(world)
  const site = multi.sites[node.number]!
  const asked = multi.asked.get(write)!
  const client = world.writes.client.get(write - 1)
  const change = changeOf(world, site, asked, client)
  const wallUs = wallOf(world, node)
  const sequence = site.own.length + 1
  // A client carries along what it has seen, also to a master that has not.
  if (change?.known) site.hybrid = hybridReceive(site.hybrid, change.known.hybrid, wallUs)
  site.hybrid = hybridTick(site.hybrid, wallUs)
  const key = change?.key ?? Math.max(0, asked.key)
  const born = { epoch: 1, origin: node.number, sequence, wallUs, bornAt: now, hybrid: 0, write, count: 1 }
  const operation = OPERATIONS.indexOf(asked.operation)
  const entry = world.entries.append({ ...born, key, keys: LARGEST, operation, value: asked.argument })
  site.own.push(entry)
  multi.ledger.add()
  if (sharesDomain(world)) site.domainEnd++
  const inDomain = site.domainEnd
  site.seen = withDots(site.seen, [{ origin: node.number, sequence }])
  if (change === null) {
    const nothing = { ...asked, key, unique: null, version: null, inDomain, after: EMPTY_ROW }
    multi.written.set(entry, nothing)
    return { entry, tell: () => {} }
  }
  const { image, value, unique, context, base } = change
  const priority = world.settings.multiMaster!.priorities[node.id] ?? 0
  const stamps = { origin: node.number, sequence, wallUs, hybrid: site.hybrid, priority }
  const version: Version = { ...stamps, value, image, context, base, sources: [] }
  const row = rowAt(site, key)
  // First the content, because the row counts where each version stands.
  multi.written.set(entry, { ...asked, key, unique, version, inDomain, after: EMPTY_ROW })
  const met = resolverFor(world, key).write(row.state, version)
  multi.written.set(entry, { ...asked, key, unique, version, inDomain, after: met.row })
  for (const shown of row.state.shown)
    if (!met.row.shown.includes(shown) && hasSeen(version, shown)) multi.ledger.overwrite(world, entryOf(multi, shown))
  return {
    entry,
    tell() {
      setRow(kernel, site, key, { state: met.row, gone: image === 'delete' ? version : null, unique })
      tellMeeting(kernel, node, key, met)
      const joined = row.state.shown.length
      if (joined > 1 && met.row.shown.length === 1) {
        const args = { key: rowName(world, key), entry: dotName(world, version), count: joined }
        kernel.fact(node.id, 'siblings-joined', args, kernel.cause, true)
      }
    },
  }
}

/** Null: nothing is changed. */
function changeOf(world: World, site: Site, asked: Asked, client: number): Change | null {
  const { operation, argument } = asked
  if (operation === 'insert') {
    // Regions that agree on every write have given it its key when they asked for it.
    if (asked.key < 0 && isTaken(site, argument, -1)) return null
    const key = asked.key < 0 ? takeKey(world, site) : asked.key
    const { context } = rowAt(site, key).state
    return { key, image: 'insert', value: String(argument), unique: argument, context, base: null, known: null }
  }
  const { key } = asked
  const { state, unique } = rowAt(site, key)
  const seen = seenBy(world, site, key, client)
  const isThere = valuesOf(state).length > 0
  if (operation === 'delete') {
    if (!isThere && world.settings.multiMaster!.rule === 'arrival') return null
    return { key, image: 'delete', value: TOMBSTONE, unique, ...seen }
  }
  const image = isThere ? 'update' : 'insert'
  return { key, image, value: textOf(world, asked, state, seen.base, client), unique, ...seen }
}

/** What its client knows of the row: all that this master holds, or its own last version only. */
function seenBy(world: World, site: Site, key: number, client: number): Pick<Change, 'context' | 'base' | 'known'> {
  const multi = mastersOf(world)
  if (readsFirst(world, client)) {
    const { state } = rowAt(site, key)
    const seen = seenIn(state)
    return { context: state.context, base: seen && { ...seen, sources: seen.sources.map(named) }, known: null }
  }
  const known = multi.written.get(multi.own[client]!.get(key) ?? 0)?.version ?? null
  if (known === null) return { context: [], base: null, known }
  return { context: historyOf(known), base: { value: known.value, sources: [named(known)] }, known }
}

/** A write by its name alone: what has been overwritten need not be kept for that. */
const named = ({ origin, sequence }: Dot): Dot => ({ origin, sequence })

const readsFirst = (world: World, client: number): boolean =>
  world.settings.multiMaster!.clients[client]!.context === 'read'

function textOf(
  world: World,
  { operation, argument }: Asked,
  row: RowState,
  base: Seen | null,
  client: number,
): string {
  if (operation === 'put') return String(argument)
  const seen = base === null || base.value === TOMBSTONE ? null : (JSON.parse(base.value) as unknown)
  if (operation === 'increment') return String((typeof seen === 'number' ? seen : 0) + argument)
  // Of siblings a reader makes one list, as the shopping cart of the Dynamo paper does.
  const lists = readsFirst(world, client) ? valuesOf(row).map((value) => JSON.parse(value) as unknown) : [seen]
  const elements = lists.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
  return JSON.stringify([...new Set(elements), argument])
}
