/**
 * A write on its way through a master's binlog and commit gate. It belongs to a session, which hears what becomes of it.
 */

/** A transaction of which the binlog write is done. `session`: number of the part that runs it. */
export interface Pending {
  readonly write: number
  readonly session: number
  /** Fact that it comes from. */
  readonly cause: number
}

/** A transaction at the commit gate. */
export interface Waiting extends Pending {
  readonly from: number
  readonly to: number
  readonly since: number
}
