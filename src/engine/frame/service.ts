/** What a run has been worth to its clients so far (`measures/service.ts`). Times in microseconds. */
export interface Service {
  /** Of writes that were told OK, and of reads that were answered: from when each was wanted. */
  writes: Latency
  reads: Latency
  /** Time in which at least one client had no service, how many clients had none at some time, and when the longest began. */
  without: { us: number; clients: number; from: number | null }
  /** Writes told OK that are gone. */
  lost: Fate
  discarded: Fate
  /** Reads that showed less than had been told OK when they were asked. */
  stale: Fate
  /** Requests that came to nothing as far as their client knows. */
  failed: Fate & { refused: number; unknown: number; reads: number }
}

export interface Latency {
  count: number
  /** Null: there was none. */
  medianUs: number | null
  p95Us: number | null
  /** When the request of the 95th percentile was answered. */
  p95At: number | null
}

export interface Fate {
  count: number
  /** The first of them; null: there was none, or nobody noted when. */
  at: number | null
}
