/** One master with its data: rows, what it has applied, and what comes to it from others. */
import type { Digest } from '../kernel/hash.ts'
import { Column, type ColumnSnapshot } from '../log/columns.ts'
import { NodeLog, type NodeLogSnapshot } from '../log/nodeLog.ts'
import {
  EMPTY_ROW,
  feedRow,
  HYBRID_START,
  type Hybrid,
  type RowState,
  type Vector,
  type Version,
} from '../resolvers/index.ts'
import { Table, type TableSnapshot } from './table.ts'

export interface Row {
  readonly state: RowState
  /** When it last changed. */
  readonly since: number
  /** Rule `arrival` keeps nothing of a deleted row: the delete, to tell of it; null = it was not deleted. */
  readonly gone: Version | null
  /** The value that no other row may have. */
  readonly unique: number | null
}

const NO_ROW: Row = { state: EMPTY_ROW, since: 0, gone: null, unique: null }

/** The row is there already; it is not; or the number is not higher than the last one of a shared domain. */
export type StopCode = 1062 | 1032 | 1950

/** An applier that stopped, and the entry that it stopped at. */
interface Stop {
  readonly code: StopCode
  readonly entry: number
}

/** What comes from one other master. */
export interface Channel {
  /** Node number. */
  readonly peer: number
  /** Position in that one's log up to which everything has come in. */
  received: number
  /** What came in and was not dropped at once; positions count within this channel. */
  readonly relay: NodeLog
  /** Up to where in the relay log. */
  applied: number
  error: Stop | null
}

interface Again {
  readonly entry: number
  /** Times applied here. */
  readonly count: number
}

export interface Site {
  /** The node's. */
  readonly number: number
  /** In the order in which the topology names them. */
  channels: Channel[]
  /** By origin: up to which of its entries everything has been applied here. Immutable. */
  seen: Vector
  readonly rows: Table<Row>
  /** Buckets of the unique index: pairs of value and key. */
  readonly taken: Table<readonly (readonly [number, number])[]>
  /** Keys of rows that stand as tombstones, in rising order. Immutable. */
  deleted: readonly number[]
  /** Keys of rows with several versions side by side. Immutable. */
  manifold: readonly number[]
  /** By key: what had been seen of a row when its tombstone was thrown away. */
  readonly forgotten: Table<Vector>
  hybrid: Hybrid
  /** The next number that it may generate. */
  nextKey: number
  /** The last number of the shared domain in its log; 0 = none, or each has a domain of its own. */
  domainEnd: number
  /** Its own entries by sequence number, counted from 0. */
  readonly own: Column
  /** Positions in its log that are flushed and not committed. Immutable. */
  uncommitted: readonly number[]
  /** Entries that were applied here more than once. Immutable. */
  again: readonly Again[]
  /** Two sums over its rows: equal where data are equal. Immutable. */
  sum: readonly [number, number]
}

export function makeSite(number: number): Site {
  return {
    number,
    channels: [],
    seen: [],
    rows: new Table(),
    taken: new Table(),
    deleted: [],
    manifold: [],
    forgotten: new Table(),
    hybrid: HYBRID_START,
    nextKey: 1,
    domainEnd: 0,
    own: Column.ints(8),
    uncommitted: [],
    again: [],
    sum: [0, 0],
  }
}

export const makeChannel = (peer: number, received: number): Channel => ({
  peer,
  received,
  relay: new NodeLog(),
  applied: 0,
  error: null,
})

export const rowAt = (site: Site, key: number): Row => site.rows.get(key) ?? NO_ROW

export const channelFrom = (site: Site, peer: number): Channel | undefined =>
  site.channels.find((channel) => channel.peer === peer)

type ChannelSnapshot = Omit<Channel, 'relay'> & { readonly relay: NodeLogSnapshot }
export type SiteSnapshot = Omit<Site, 'channels' | 'rows' | 'taken' | 'forgotten' | 'own'> & {
  readonly channels: readonly ChannelSnapshot[]
  readonly rows: TableSnapshot<Row>
  readonly taken: TableSnapshot<readonly (readonly [number, number])[]>
  readonly forgotten: TableSnapshot<Vector>
  readonly own: ColumnSnapshot
}

export function siteSnapshot(site: Site): SiteSnapshot {
  return {
    ...site,
    channels: site.channels.map((channel) => ({ ...channel, relay: channel.relay.snapshot() })),
    rows: site.rows.snapshot(),
    taken: site.taken.snapshot(),
    forgotten: site.forgotten.snapshot(),
    own: site.own.snapshot(),
  }
}

export function restoreSite(site: Site, from: SiteSnapshot): void {
  const { rows, taken, forgotten, own } = site
  rows.restore(from.rows)
  taken.restore(from.taken)
  forgotten.restore(from.forgotten)
  own.restore(from.own)
  const channels = from.channels.map((channel) => {
    const relay = new NodeLog()
    relay.restore(channel.relay)
    return { ...channel, relay }
  })
  Object.assign(site, from, { rows, taken, forgotten, own, channels })
}

export function feedSite(digest: Digest, site: Site): void {
  const { number, channels, seen, rows, deleted, manifold, hybrid, nextKey, uncommitted, again, sum, domainEnd } = site
  digest.int(number).int(channels.length)
  for (const { peer, received, relay, applied, error } of channels) {
    digest
      .int(peer)
      .int(received)
      .int(applied)
      .int(error?.code ?? 0)
      .int(error?.entry ?? 0)
    relay.feed(digest)
  }
  const lists = [seen, deleted, manifold, uncommitted, sum, again.flatMap(({ entry, count }) => [entry, count])]
  for (const list of lists) {
    digest.int(list.length)
    for (const value of list) digest.int(value)
  }
  digest.int(hybrid.us).int(hybrid.count).int(nextKey)
  if (domainEnd > 0) digest.int(domainEnd)
  rows.forEach((key, { state, since, gone, unique }) => {
    digest
      .int(key)
      .int(since)
      .int(gone?.sequence ?? 0)
      .int(unique === null ? 0 : 1)
      .int(unique ?? 0)
    feedRow(state, digest)
  })
  site.forgotten.forEach((key, context) => {
    digest.int(key)
    for (const sequence of context) digest.int(sequence)
  })
}
