/**
 * Every read that was answered, in order, one row each: who read which version, and when. They are kept because
 * what a read showed may turn out never to have happened: a newer epoch may begin without it (DOMAIN 1).
 */
import { Column, type ColumnSnapshot } from './log/columns.ts'

export type ReadsSnapshot = readonly ColumnSnapshot[]

export class ReadTable {
  /** Client number. */
  readonly client = Column.ints()
  /** Id of the entry that it saw; 0 = the row did not exist. */
  readonly entry = Column.ints()
  /** When the client had the answer. */
  readonly at = Column.floats()
  /** When it first turned out to be a phantom; -1. */
  readonly goneAt = Column.floats(8)
  /** When it was due at its client. Only measured, so no part of the digest. */
  readonly dueAt = Column.floats(8)
  /** Rows of those that were stale, in order. Only measured, too. */
  readonly stale = Column.ints(8)
  /** All other columns, for the digest. */
  readonly all: readonly Column[] = [this.client, this.entry, this.at, this.goneAt]

  get length(): number {
    return this.client.length
  }

  /** Returns its row, counted from 0. */
  note(client: number, entry: number, at: number, dueAt: number): number {
    this.dueAt.push(dueAt)
    this.client.push(client)
    this.entry.push(entry)
    this.at.push(at)
    this.goneAt.push(-1)
    return this.length - 1
  }

  snapshot(): ReadsSnapshot {
    return [...this.all, this.dueAt, this.stale].map((column) => column.snapshot())
  }

  restore(from: ReadsSnapshot): void {
    ;[...this.all, this.dueAt, this.stale].forEach((column, at) => {
      column.restore(from[at]!)
    })
  }
}
