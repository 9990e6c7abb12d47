/**
 * What somebody who watches the whole run from outside has found: invariants that hold in every run, or the lab is wrong, and
 * guarantees that a configuration gives or does not.
 */

export interface CheckerFrame {
  /** Invariants: I1.. ; guarantees: noLostOk, converged, appliedOnce, oneWriter, freshReads, ownReads, monotonicReads. */
  name: string
  kind: 'invariant' | 'guarantee'
  /** Invariants are always promised. */
  promised: boolean
  held: boolean
  violation: { t: number; fact: number; text: string } | null
}
