/**
 * How a node that cannot just follow becomes a slave again: it takes entries back, or copies somebody else's data. Both take
 * their time and may be cut short, so they are part of the world and not of one instant.
 */

/** Positions `from` .. `to` of a node's log are being taken back. */
export interface Rewind {
  readonly from: number
  readonly to: number
  readonly startedAt: number
  readonly endsAt: number
  /** The fact that began it. */
  readonly fact: number
}

/** A snapshot of a node's data on its way to another node. */
export interface Copy {
  /** Node number of the donor. */
  readonly from: number
  /** Up to where the donor had applied when the copy began, and the entry that stands there; 0 and 0 = no data. */
  readonly position: number
  readonly entry: number
  /** What it weighs. */
  readonly bytes: number
  readonly startedAt: number
  /** Bytes that were there at `at`, and how many come in a second from then on; 0 = the line is silent. */
  readonly done: number
  readonly at: number
  readonly rate: number
  /** When it will be done if nothing changes; -1 while the line is silent. */
  readonly endsAt: number
  /** Pairs of (time, millionths done), linear between them: all but the last one. */
  readonly bends: readonly (readonly [number, number])[]
  /** The fact that began it. */
  readonly fact: number
}
