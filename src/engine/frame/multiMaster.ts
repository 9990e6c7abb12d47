/**
 * What several masters hold, and where they differ: rows with all their versions, channels, clocks, conflicts (DOMAIN 5).
 * An entry has the same name everywhere, its origin and its number there (`db1:6`), but another position in every log.
 */

import type { RegionFrame } from './regions.ts'

export interface MultiMasterFrame {
  topology: 'all-to-all' | 'ring' | 'star'
  /** As the settings stand now. */
  loops: 'seen' | 'origin'
  rule: RuleName
  ties: 'highest-id' | 'lowest-id'
  ship: 'row' | 'statement'
  onError: 'stop' | 'skip' | 'overwrite'
  /** Every master that ever was, in the order that gives their entries their letters: one may be gone. */
  origins: string[]
  /** In node order. */
  sites: SiteFrame[]
  agreement: Agreement
  /**
   * What the writes ask for that clients wait for longest or heard of last, as on the wire: `cart=3`, `cart+=2`, `cart<4`,
   * `cart deleted`.
   */
  asked: { write: number; word: string }[]
  /** The last 20, the oldest first. */
  conflicts: ConflictFrame[]
  counts: ConflictCounts
}

export type RuleName =
  | 'wall-clock'
  | 'hybrid-clock'
  | 'version-vectors'
  | 'dotted-version-vectors'
  | 'site-priority'
  | 'function'
  | 'arrival'

/** The name of an entry: a GTID. */
export interface EntryName {
  origin: string
  sequence: number
}

/** One master with its data. */
export interface SiteFrame {
  node: string
  /** Its clock now, and how that is wrong. */
  clock: { wallUs: number; offsetUs: number; driftPpm: number }
  hybrid: HybridTime
  /** Up to which number it has applied the entries of each origin, itself included; origins that wrote nothing are left out. */
  vector: EntryName[]
  /** At most 16 rows, the shared ones first, each in the order of its key. */
  rows: RowFrame[]
  channels: ChannelFrame[]
  /** Masters whose data equal its own, and the number of rows in which it differs from most (ties: the first master's). */
  agreesWith: string[]
  differsOn: number
  priority: number
  /** Null = it is a single server. */
  region: RegionFrame | null
}

interface HybridTime {
  us: number
  count: number
}

/** What comes from one other master. Positions count what came in over this channel. */
export interface ChannelFrame {
  from: string
  received: number
  applied: number
  /** It stopped at this entry, and waits for somebody: 1062 = the row is there already, 1032 = it is not, 1950 = out of order. */
  error: { code: 1062 | 1032 | 1950; key: string; entry: EntryName } | null
}

export interface RowFrame {
  key: string
  /** Several are siblings; none of them null unless all are. */
  versions: VersionFrame[]
  since: number
}

/** A row as one write left it. */
export interface VersionFrame extends EntryName {
  /** JSON; null = the row was deleted there. */
  value: string | null
  /** 0 = no client's: made from several others. */
  write: number
  client: string
  /** What the clock of its origin said, and when it really was. */
  wallUs: number
  bornAt: number
  hybrid: HybridTime
  /** What its writer had seen of the row, and itself. */
  vector: EntryName[]
  /** Which versions a function made it from; empty = a client wrote it. */
  mergedFrom: EntryName[]
  /** Was its client told OK (by the frame's time)? */
  toldOk: boolean
}

export interface ConflictFrame {
  /** 1, 2, 3 ... in order of being found. */
  id: number
  at: number
  /** Where it was found. The same two versions meet at every master. */
  node: string
  key: string
  kind: 'update-update' | 'insert-insert' | 'unique' | 'update-delete' | 'delete-delete'
  /** What was there, and what came. */
  here: VersionFrame
  there: VersionFrame
  /** The newest version that both writers had seen; null = none. */
  base: VersionFrame | null
  /** What the vectors say, whatever the rule asks: did the writer of `there` know `here`, or the other way round? */
  relation: 'before' | 'after' | 'concurrent'
  rule: RuleName
  outcome: 'kept-here' | 'kept-there' | 'siblings' | 'merged' | 'stopped' | 'skipped'
  /** What was thrown away, and whether its client had been told OK; null = nothing. */
  discarded: EntryName | null
  discardedToldOk: boolean
  /** Which one was really written later. */
  reallyLater: 'here' | 'there'
  /** The same two versions, kept differently at another master: they differ for good. */
  swappedAt: string | null
  /** Rule `function`: what the function or its result was refused for; then the later version stands. */
  error: string | null
  /** Its `conflict-found`. */
  fact: number
}

export interface Agreement {
  /** The largest number of masters with equal data; down ones count with what they have. */
  agree: number
  /** How many have rows: all but a witness, which can neither agree nor differ. */
  of: number
  /** Rows that differ somewhere, at most 8: masters with equal versions stand together, the largest group first. */
  keys: { key: string; groups: string[][] }[]
}

/** Of the whole run. */
interface ConflictCounts {
  conflicts: number
  /** Versions that a rule threw away though nobody who overwrote them had seen them; and those told OK among them. */
  discarded: number
  discardedOk: number
  /** The most siblings that a row ever had, and has now anywhere. */
  siblingsMost: number
  siblings: number
  /** Marks of deleted rows that stand now, and that were thrown away; and rows that came back after that. */
  tombstones: number
  collected: number
  resurrected: number
  /** Entries applied once more by a node that had applied them before; and dropped as known. */
  appliedAgain: number
  dropped: number
  /** Times that an applier stopped at an error. */
  stopped: number
}
