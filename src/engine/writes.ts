/**
 * Every write that a client ever issued: numbers 1, 2, 3 ... in order of issue, one row each. A write is one
 * transaction of `count` entries with one outcome as its client sees it.
 */
import { Column, type ColumnSnapshot } from './log/columns.ts'

/** What the client knows. */
export const PENDING = 0
export const OK = 1
export const ERROR = 2
export const UNKNOWN = 3
export type Outcome = typeof PENDING | typeof OK | typeof ERROR | typeof UNKNOWN

export type WritesSnapshot = readonly ColumnSnapshot[]

/** Read and write by write number: `writes.client.get(write - 1)`. */
export class WriteTable {
  /** Client number. */
  readonly client = Column.ints()
  /** Index of the first key: entry i writes key `(key + i) % keys`. */
  readonly key = Column.ints()
  readonly value = Column.floats()
  /** Entries. */
  readonly count = Column.ints()
  /** When its client wanted it: with a free connection it left at once. Only measured, so no part of the digest. */
  readonly issuedAt = Column.floats(8)
  /** 1: somebody named its row. That stands in the script, so it is no part of the digest either. */
  readonly named = Column.ints(8)
  /** When it left its client; -1 while it queues there. */
  readonly sentAt = Column.floats(8)
  /** Number of the node that it was sent to. */
  readonly sentTo = Column.ints(8)
  readonly outcome = Column.ints(8)
  /** When the client knew; -1 while pending. */
  readonly settledAt = Column.floats(8)
  /** Id of its first entry in the store; 0 until it is flushed to a master's binlog. */
  readonly entry = Column.ints(8)
  /** When an epoch that lacks it made its OK worthless; -1. */
  readonly lostAt = Column.floats(8)
  private readonly columns = [
    this.client,
    this.key,
    this.value,
    this.count,
    this.sentAt,
    this.sentTo,
    this.outcome,
    this.settledAt,
    this.entry,
    this.lostAt,
  ]

  /** Number of the youngest. */
  get length(): number {
    return this.client.length
  }

  /** `at`: now. */
  issue(client: number, key: number, value: number, count: number, at: number, named = false): number {
    this.issuedAt.push(at)
    this.named.push(named ? 1 : 0)
    this.client.push(client)
    this.key.push(key)
    this.value.push(value)
    this.count.push(count)
    this.sentAt.push(-1)
    this.sentTo.push(0)
    this.outcome.push(PENDING)
    this.settledAt.push(-1)
    this.entry.push(0)
    this.lostAt.push(-1)
    return this.length
  }

  snapshot(): WritesSnapshot {
    return [...this.columns, this.issuedAt, this.named].map((column) => column.snapshot())
  }

  restore(from: WritesSnapshot): void {
    ;[...this.columns, this.issuedAt, this.named].forEach((column, at) => {
      column.restore(from[at]!)
    })
  }

  /** All columns, for the digest. */
  get all(): readonly Column[] {
    return this.columns
  }
}
