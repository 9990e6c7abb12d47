import type { Digest } from '../kernel/hash.ts'
import { Column, type ColumnSnapshot } from './columns.ts'

/**
 * Every entry ever logged anywhere, once, with its whole identity. Logs and messages name entries by id; an
 * id never changes its meaning within a branch of a run.
 *
 * The entries of one transaction are neighbours and differ only by their place in it: sequence and value count
 * up, the key goes round the client's keys. So one row describes them all, and a transaction of 4,096 entries
 * costs what a single one does. Simplified: within a transaction a client cannot choose its keys freely.
 */
export interface Transaction {
  epoch: number
  /** Index of the node where it was born. */
  origin: number
  /** Its first sequence number at that origin: entry i of it is the GTID `origin:sequence+i`. */
  sequence: number
  /** Index of the first key; entry i writes key `(key + i) % keys`. */
  key: number
  /** How many keys its client goes round; 0 = it is the heartbeat row, which is no client's. */
  keys: number
  operation: number
  /** Entry i writes `value + i`. */
  value: number
  /** The origin's own clock when the statement ran: what Seconds_Behind_Source is computed from. */
  wallUs: number
  /** The true time at which it was logged there: nobody in the system knows it. */
  bornAt: number
  /** Hybrid logical time as one number; 0 where nothing asks for it. */
  hybrid: number
  /** 0 = no client's. */
  write: number
  /** Entries in it, 1 or more. */
  count: number
}

export type EntriesSnapshot = { readonly length: number; readonly columns: readonly ColumnSnapshot[] }

export class EntryStore {
  private readonly first = Column.ints()
  private readonly epoch = Column.ints()
  private readonly origin = Column.ints()
  private readonly sequence = Column.floats()
  private readonly key = Column.ints()
  private readonly keys = Column.ints()
  private readonly operation = Column.ints()
  private readonly value = Column.floats()
  private readonly wallUs = Column.floats()
  private readonly bornAt = Column.floats()
  private readonly hybrid = Column.floats()
  private readonly write = Column.ints()
  private readonly columns = [
    this.first,
    this.epoch,
    this.origin,
    this.sequence,
    this.key,
    this.keys,
    this.operation,
    this.value,
    this.wallUs,
    this.bornAt,
    this.hybrid,
    this.write,
  ]
  private count = 0
  /** How rows are called; the scenario's names never change, so it is no part of the state. */
  rowName: (key: number) => string = (key) => `k${key + 1}`
  /** The row found last: neighbours are asked for in turn. Never part of the state. */
  private recent = 0

  /** Entries so far; ids are 1 .. length, and 0 is "no entry". */
  get length(): number {
    return this.count
  }

  /** Returns the id of the first of its entries; the others follow. */
  append(of: Transaction): number {
    const id = this.count + 1
    this.count += of.count
    this.first.push(id)
    this.epoch.push(of.epoch)
    this.origin.push(of.origin)
    this.sequence.push(of.sequence)
    this.key.push(of.key)
    this.keys.push(of.keys)
    this.operation.push(of.operation)
    this.value.push(of.value)
    this.wallUs.push(of.wallUs)
    this.bornAt.push(of.bornAt)
    this.hybrid.push(of.hybrid)
    this.write.push(of.write)
    return id
  }

  epochOf(entry: number): number {
    return this.epoch.get(this.rowOf(entry))
  }
  originOf(entry: number): number {
    return this.origin.get(this.rowOf(entry))
  }
  sequenceOf(entry: number): number {
    const row = this.rowOf(entry)
    return this.sequence.get(row) + entry - this.first.get(row)
  }
  keyOf(entry: number): number {
    const row = this.rowOf(entry)
    return (this.key.get(row) + entry - this.first.get(row)) % this.keys.get(row)
  }
  /** Keys that its transaction goes round. */
  keysOf(entry: number): number {
    return this.keys.get(this.rowOf(entry))
  }
  /** Is it a new version of the heartbeat row? Then it has no key among those of the clients. */
  isHeartbeat(entry: number): boolean {
    return this.keysOf(entry) === 0
  }
  /** The row that it writes: `k1`, `k2` ... or `heartbeat`. */
  keyName(entry: number): string {
    return this.isHeartbeat(entry) ? 'heartbeat' : this.rowName(this.keyOf(entry))
  }
  operationOf(entry: number): number {
    return this.operation.get(this.rowOf(entry))
  }
  valueOf(entry: number): number {
    const row = this.rowOf(entry)
    return this.value.get(row) + entry - this.first.get(row)
  }
  wallUsOf(entry: number): number {
    return this.wallUs.get(this.rowOf(entry))
  }
  bornAtOf(entry: number): number {
    return this.bornAt.get(this.rowOf(entry))
  }
  hybridOf(entry: number): number {
    return this.hybrid.get(this.rowOf(entry))
  }
  writeOf(entry: number): number {
    return this.write.get(this.rowOf(entry))
  }

  /** Id of the first entry of the transaction that this entry belongs to. */
  firstOf(entry: number): number {
    return this.first.get(this.rowOf(entry))
  }
  /** Id of the last entry of its transaction. */
  lastOf(entry: number): number {
    const row = this.rowOf(entry)
    return row + 1 < this.first.length ? this.first.get(row + 1) - 1 : this.count
  }

  snapshot(): EntriesSnapshot {
    return { length: this.count, columns: this.columns.map((column) => column.snapshot()) }
  }

  restore(from: EntriesSnapshot): void {
    this.count = from.length
    this.columns.forEach((column, at) => {
      column.restore(from.columns[at]!)
    })
  }

  feed(digest: Digest): void {
    digest.int(this.count).int(this.first.length)
    for (const column of this.columns) for (let row = 0; row < column.length; row++) digest.int(column.get(row))
  }

  private rowOf(entry: number): number {
    if (entry < 1 || entry > this.count) throw new RangeError(`There is no entry ${entry}; there are ${this.count}.`)
    const rows = this.first.length
    let row = this.recent
    if (row >= rows || this.first.get(row) > entry) return this.search(entry)
    if (row + 1 === rows || this.first.get(row + 1) > entry) return row
    row++
    if (row + 1 < rows && this.first.get(row + 1) <= entry) return this.search(entry)
    this.recent = row
    return row
  }

  private search(entry: number): number {
    this.recent = this.first.upTo(entry) - 1
    return this.recent
  }
}
