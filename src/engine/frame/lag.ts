/**
 * How far a slave is behind, and when that was worth an alarm. There is no single number for it: entries are what a failover
 * loses, age is what a reader sees, and what a slave reports of itself can be wrong about both.
 */

/** Lag of a slave, always in more than one measure. DOMAIN section 1 and 2.2. */
export interface Lag {
  entriesToReceive: number
  entriesToApply: number
  entriesBehind: number
  /** Age of the oldest entry not yet applied here; 0 when there is none. */
  trueUs: number
  /** Seconds_Behind_Source: whole seconds, or null (NULL). */
  reported: number | null
  /** By the slave's own clock, how old its copy of the master's heartbeat row is; null = it has none. */
  heartbeatUs: number | null
  /** Worst of entries and time against the scenario's thresholds. `unknown`: the node is down or cannot be asked. */
  level: 'ok' | 'warn' | 'critical' | 'unknown'
  since: number
}

/** What a monitor would have paged somebody for. One of each reason stands for a node at a time. */
export interface Alert {
  /** 1, 2, 3 ... in order of raising. */
  id: number
  node: string
  /** `no-data`: it does not answer, or answers NULL. `copies`: an entry stands in too few logs for too long. */
  reason: 'entries' | 'seconds' | 'no-data' | 'copies'
  /** The worst that it came to. */
  level: 'warn' | 'critical'
  /** When the threshold was crossed; it was raised `dwell` later, at `from`. */
  overSince: number
  from: number
  to: number | null
  /** Its `alert-raised`. */
  fact: number
  /** The fact that made it so: what broke or was changed, else the work that the slave is behind with; 0 = none. */
  cause: number
  /** When a user could first have noticed, and the fact that says so; null = nobody could. May lie before `from`. */
  noticedAt: number | null
  noticedBy: number | null
}

/** How many nodes that are up hold everything, up to the newest entry of the surviving history. */
export interface Copies {
  /** Position of that entry; 0 = nothing was ever written. */
  of: number
  complete: number
  /** How many there should be: the master's, and one for each acknowledgement that a commit waits for, one at least. */
  needed: number
}
