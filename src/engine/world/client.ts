/**
 * A client: a user behind a connection pool. What it has seen and been told is kept here, because an anomaly is always one of
 * somebody: the same answer is stale for one client and fresh for another.
 */
import type { ClientFrame, ReadCounts } from '../frame/index.ts'
import type { Column } from '../log/columns.ts'
import type { KeyValues } from '../log/data.ts'
import type { Part } from './part.ts'

export interface Client {
  readonly id: string
  readonly number: number
  /** Node number that it writes to next. */
  target: number
  /** Writes in order of issue, and how many of them have got a connection: the rest queue here. */
  issued: Column
  started: number
  /** Connections (counted from 1) opened so far, and those of them that are idle. */
  opened: number
  idle: number[]
  last: { write: number; outcome: 'ok' | 'error' | 'unknown'; at: number } | null
  /** What its last answered read showed. Immutable. */
  lastRead: LastRead | null
  /** The read under way or the last one; null = it has not read yet. Immutable. */
  asked: Asked | null
  /** The slave that it keeps to (route sticky), and the node that has failed it since its last answer; numbers, -1 = none. */
  sticksTo: number
  avoids: number
  /** Key -> entry of its own newest version that it was told OK for. Kept while it reads. */
  own: KeyValues
  /** The furthest state of the data that it has read from, as the entry that was applied last there; 0 = it has not read. */
  seen: number
  /** The node it read that from (number), and whether that was master then. */
  seenAt: number
  seenAtLeader: boolean
  /** Its reads so far, by what came of them. Immutable. */
  readCounts: ReadCounts
  /** What a slave must have applied before it may answer (wait for position): an entry, and the epoch of who named it. */
  token: { readonly entry: number; readonly epoch: number }
  /** When the first request since the last success was sent that came to nothing; -1 = the last one did not, or there is none. */
  failingSince: number
  /** When each read of a timetable was due, in order. */
  due: Column
  /** What writes by hand ask for that have not been issued yet, in order. Immutable. */
  given: readonly Given[]
  /** The part with its rhythm (machine closedLoop, stream or reader) first, then its connections. */
  parts: Part[]
}

/** A write by hand: its row and its value, each drawn where it is not given. */
interface Given {
  readonly key?: number
  readonly value?: number
}

/** One read, with what the newest state of things was when it left: entries, 0 = none. */
interface Asked {
  readonly key: number
  /** Node number. */
  readonly node: number
  readonly at: number
  /** The newest version whose writer had been told OK, and when that was; the client's own newest; what it had seen. */
  readonly newest: number
  readonly newestAt: number
  readonly own: number
  readonly seen: number
}

export interface LastRead {
  readonly key: string
  readonly value: number | null
  readonly write: number
  readonly at: number
  /** Node number. */
  readonly node: number
  /** Entry that it showed (0 = no row), the newest one of its key when it was asked, and the last one applied there. */
  readonly entry: number
  readonly newest: number
  readonly upTo: number
  /** What it had seen before: the last entry applied there. */
  readonly seen: number
  readonly verdict: Verdict
}

export type Verdict = NonNullable<ClientFrame['lastRead']>['verdict']
