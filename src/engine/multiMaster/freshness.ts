/**
 * Which reads are stale among several masters (U13). No master knows: each answers with what it holds. From outside it can
 * be said, because whoever watches the whole run knows which writes had been told OK when a read was asked, and which of them
 * the row that answered has heard of. A write that a rule has thrown away there has been heard of: it is counted as
 * discarded, and makes no read stale besides.
 *
 * It is only measured: nothing that happens hangs on it, so it is no part of the digest. One number an origin is enough,
 * because every master takes the entries of one origin in their order.
 */
import { covers, type Dot, type Vector, withDots } from '../resolvers/index.ts'
import { Table, type TableSnapshot } from './table.ts'

interface Reading {
  /** Of the row that it asks for: what had been told OK when it asked. */
  readonly told: Vector
  /** Its stale reads so far. */
  readonly stale: number
  /** What its last answer lacked; null = nothing. */
  readonly lacked: Dot | null
}

export interface FreshnessSnapshot {
  readonly told: TableSnapshot<Vector>
  readonly lacking: TableSnapshot<Dot>
  readonly readers: readonly Reading[]
}

const NOBODY: Vector = []

export class Freshness {
  /** By key: of every origin the last write whose client was told OK. */
  private readonly told = new Table<Vector>()
  /** By connection: what the answer on its way lacks. */
  private readonly lacking = new Table<Dot>()
  /** By client number. Immutable. */
  private readers: readonly Reading[]

  constructor(clients: number) {
    this.readers = Array.from({ length: clients }, () => ({ told: NOBODY, stale: 0, lacked: null }))
  }

  /** A client has been told OK for this write of the row. */
  tell(key: number, dot: Dot): void {
    this.told.set(key, withDots(this.told.get(key) ?? NOBODY, [dot]))
  }

  /** A client asks for the row. */
  ask(client: number, key: number): void {
    this.change(client, { told: this.told.get(key) ?? NOBODY })
  }

  /** A node answers a client over this connection with a row that has heard of all this. */
  answer(connection: number, client: number, heard: Vector): void {
    const { told } = this.readers[client]!
    const origin = told.findIndex((sequence, at) => !covers(heard, { origin: at, sequence }))
    this.lacking.set(connection, origin < 0 ? undefined : { origin, sequence: told[origin]! })
  }

  /** That answer has reached its client. True when it was stale. */
  hear(connection: number, client: number): boolean {
    const lacked = this.lacking.get(connection) ?? null
    this.lacking.set(connection, undefined)
    this.change(client, { lacked, stale: this.staleOf(client) + (lacked === null ? 0 : 1) })
    return lacked !== null
  }

  /** How many of a client's reads were stale. */
  staleOf(client: number): number {
    return this.readers[client]!.stale
  }

  /** A write told OK that its last answer had not heard of; null = there is none. */
  lackedBy(client: number): Dot | null {
    return this.readers[client]!.lacked
  }

  snapshot(): FreshnessSnapshot {
    const { readers } = this
    return { told: this.told.snapshot(), lacking: this.lacking.snapshot(), readers }
  }

  restore(from: FreshnessSnapshot): void {
    this.told.restore(from.told)
    this.lacking.restore(from.lacking)
    this.readers = from.readers
  }

  private change(client: number, by: Partial<Reading>): void {
    this.readers = this.readers.map((one, number) => (number === client ? { ...one, ...by } : one))
  }
}
