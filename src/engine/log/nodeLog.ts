import type { Digest } from '../kernel/hash.ts'
import { Column, type ColumnSnapshot } from './columns.ts'
import type { EntryStore } from './entries.ts'
import { Reached, type ReachedSnapshot } from './reached.ts'

/**
 * One node's log: which entry stands at which position, and when it got there. A master's binlog and a slave's
 * relay log are the same thing here, because a slave logs what it applies under the same numbers
 * (`log_replica_updates`), and the position of an entry is the same on every node that has it.
 *
 * Neighbouring entries mostly have neighbouring ids, so the log is kept as runs: copying 4,096 entries from
 * another node is one row, and usually none. Positions are 1-based; 0 is "before the first".
 */
export interface NodeLogSnapshot {
  readonly length: number
  readonly starts: ColumnSnapshot
  readonly entries: ColumnSnapshot
  readonly received: ReachedSnapshot
}

export class NodeLog {
  /** Position and entry id with which each run begins. */
  private readonly starts = Column.ints()
  private readonly entries = Column.ints()
  private readonly received = new Reached()
  private count = 0

  /** The position of its last entry; 0 when it is empty. */
  get end(): number {
    return this.count
  }

  /** Appends the entries `first` .. `first + count - 1`, which became part of this log at `atUs`. */
  append(first: number, count: number, atUs: number): void {
    this.extend(first, count)
    this.received.mark(this.count, atUs)
  }

  /** Copies positions `from` .. `to` of another log, which must be the next ones here. */
  appendFrom(source: NodeLog, from: number, to: number, atUs: number): void {
    if (from !== this.count + 1) throw new RangeError(`Position ${from} does not follow ${this.count}.`)
    source.forEachRun(from, to, (first, count) => this.extend(first, count))
    this.received.mark(this.count, atUs)
  }

  /** The entry at a position, or 0 when there is none. */
  entryAt(position: number): number {
    if (position < 1 || position > this.count) return 0
    const run = this.runOf(position)
    return this.entries.get(run) + position - this.starts.get(run)
  }

  /** The position of an entry, or 0 when it is not in this log. Ids rise along a log with one master at a time. */
  positionOf(entry: number): number {
    const run = this.entries.upTo(entry) - 1
    if (run < 0) return 0
    const position = this.starts.get(run) + entry - this.entries.get(run)
    return position <= this.endOf(run) ? position : 0
  }

  /** When a position became part of this log, or null. */
  loggedAt(position: number): number | null {
    return this.received.at(position)
  }

  /** Position of the end of this log at an earlier instant (of what is still in it). */
  lengthAt(atUs: number): number {
    return this.received.by(atUs)
  }

  /** Positions `from` .. `to` as stretches of consecutive entry ids, in order. */
  forEachRun(from: number, to: number, visit: (first: number, count: number, position: number) => void): void {
    if (from < 1 || to > this.count) throw new RangeError(`Positions ${from}..${to} are not in a log of ${this.count}.`)
    if (from > to) return
    for (let run = this.runOf(from), position = from; position <= to; run++) {
      const end = Math.min(to, this.endOf(run))
      visit(this.entries.get(run) + position - this.starts.get(run), end - position + 1, position)
      position = end + 1
    }
  }

  /**
   * The last position up to which both logs hold the same entries. Logs copy from one another in order, so equal
   * entries at one position mean equal logs before it, and halving finds the place.
   */
  commonWith(other: NodeLog): number {
    let low = 0
    let high = Math.min(this.count, other.count)
    if (this.entryAt(high) === other.entryAt(high)) return high
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.entryAt(middle) === other.entryAt(middle)) low = middle
      else high = middle - 1
    }
    return low
  }

  /** First and last position, within this log, of the transaction that stands at a position. */
  transactionAt(position: number, store: EntryStore): { from: number; to: number } {
    const entry = this.entryAt(position)
    return {
      from: position - (entry - store.firstOf(entry)),
      to: Math.min(this.count, position + store.lastOf(entry) - entry),
    }
  }

  /** The last position, `length` or before, at which a transaction ends: what a recovery keeps of a torn tail. */
  wholeTransactions(length: number, store: EntryStore): number {
    if (length === 0) return 0
    const entry = this.entryAt(length)
    return entry === store.lastOf(entry) ? length : length - (entry - store.firstOf(entry)) - 1
  }

  /** Cuts off everything beyond a position. */
  truncate(length: number): void {
    if (length >= this.count) return
    const runs = length === 0 ? 0 : this.runOf(length) + 1
    this.starts.truncate(runs)
    this.entries.truncate(runs)
    this.count = length
    this.received.truncate(length)
  }

  snapshot(): NodeLogSnapshot {
    return {
      length: this.count,
      starts: this.starts.snapshot(),
      entries: this.entries.snapshot(),
      received: this.received.snapshot(),
    }
  }

  restore(from: NodeLogSnapshot): void {
    this.count = from.length
    this.starts.restore(from.starts)
    this.entries.restore(from.entries)
    this.received.restore(from.received)
  }

  feed(digest: Digest): void {
    digest.int(this.count).int(this.starts.length)
    for (let run = 0; run < this.starts.length; run++) digest.int(this.starts.get(run)).int(this.entries.get(run))
    this.received.feed(digest)
  }

  private extend(first: number, count: number): void {
    if (this.count === 0 || this.entryAt(this.count) + 1 !== first) {
      this.starts.push(this.count + 1)
      this.entries.push(first)
    }
    this.count += count
  }

  private runOf(position: number): number {
    const last = this.starts.length - 1
    return this.starts.get(last) <= position ? last : this.starts.upTo(position) - 1
  }

  private endOf(run: number): number {
    return run + 1 < this.starts.length ? this.starts.get(run + 1) - 1 : this.count
  }
}
