/**
 * A write as a node holds it: as an entry of its log, and as a row of its data. The same entry has a cell on every node that
 * has it, and each says what became of it there.
 */

/** A write's entry as one node holds it. */
export interface Cell {
  position: number
  /** The number shown in the cell. */
  number: number
  epoch: number
  origin: string
  write: number
  key: string
  value: number
  loggedAt: number
  /** When it reached this node's log. */
  receivedAt: number
  /** When it became part of this node's data; null = received only. */
  appliedAt: number | null
  /** When its client was told OK. */
  okAt: number | null
  /** Arrival times at the master of acknowledgements that cover it, ascending. */
  ackedAt: number[]
  /**
   * `lost`: told OK and left out of a newer epoch. `extra`: not told OK, or not known, and not in the newest epoch.
   * `discarded`: several masters, and a rule threw away what it wrote.
   */
  fate: 'kept' | 'lost' | 'extra' | 'discarded'
  fateAt: number
  /** The master's heartbeat row, which no client wrote: `write` is 0. */
  heartbeat: boolean
}

/** A row of a node's data. */
export interface Row {
  key: string
  value: number
  /** Several masters: what stands there, as JSON, when it is not one number; `value` is 0 then. */
  text?: string
  /** Of the entry that wrote it last. */
  position: number
  write: number
  epoch: number
  /** Where it was written. */
  origin: string
}
