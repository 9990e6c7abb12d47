/** What reads showed, held against what they should have shown. No reader can know that; the lab sees every version. */

/**
 * The version that a read shows, held against the newest one whose writer had been told OK before the read began
 * (DOMAIN 2.6). A version is named by the number of its entry, the one in the cells; 0 = no such row.
 */
export interface ReadVersions {
  /** The node that answered. */
  node: string
  version: number
  newest: { value: number; write: number; version: number } | null
  /** Up to which entry the node had applied, and the furthest that this client had read from before; 0 = nothing. */
  upTo: number
  seen: number
  /** The worst that can be said of it. A client's own write that is missing is worse than time that went back. */
  verdict: 'fresh' | 'stale' | 'own-write-missing' | 'went-back'
}

/** Reads of one client. One answer can be stale, miss an own write and go back at once. */
export interface ReadCounts {
  answered: number
  failed: number
  stale: number
  ownMissing: number
  wentBack: number
}
