/**
 * What became of every write and every read so far. The sums balance at every instant, so that nothing can be lost unseen.
 */

/** All in writes; issued = ok + error + unknown + pending, ok = surviving + atRisk + lost + overwritten + discarded. */
export interface Counters {
  issued: number
  ok: number
  error: number
  unknown: number
  pending: number
  surviving: number
  /** Told OK, held by no reachable node of the newest epoch. */
  atRisk: number
  /** Told OK, and a newer epoch began without it. */
  lost: number
  /** Not told OK, yet it survives. */
  ghost: number
  overwritten: number
  discarded: number
  /** Reads answered, and those of them that showed a version which a newer epoch then left out (DOMAIN 1). */
  reads: number
  phantomReads: number
  /** Reads that showed less than what somebody had been told OK for before they began (DOMAIN 2.6). */
  staleReads: number
  /** Reads that did not show a write of the same client, though it had been told OK. */
  ownWriteMissing: number
  /** Reads from a state of the data that is older than one which the same client had read from before. */
  readsWentBack: number
  /** Clients that saw an error or waited over a second in an outage. */
  noticed: number
}

export interface LostWrite {
  write: number
  number: number
  key: string
  value: number
  client: string
  okAt: number
  lostAt: number
}
