/**
 * `Seconds_Behind_Source` as a real slave computes it, mistakes included (DOMAIN 2.2). It compares the slave's own
 * clock with the time stamp of the event that its SQL thread works on. So it measures the gap between SQL thread
 * and relay log, never the way from the master: entries that have not arrived don't exist for it.
 *
 * Both clocks are read in whole seconds, as event headers carry them; a lag of 0.2 s that straddles a full second
 * shows as 1.
 */
export interface SlaveThreads {
  /** Is the SQL thread running (idle or at work)? */
  sqlRunning: boolean
  /** Is the I/O thread running and connected? */
  ioConnected: boolean
  /** The origin's clock when the statement of the event now being applied ran; null = all of the relay log is applied. */
  applyingWallUs: number | null
  /** The slave's own clock. */
  clockUs: number
  /** Slave's clock minus source's, sampled once when the I/O thread connected, and never again until it reconnects. */
  clockDiffUs: number
}

/** Whole seconds, 0 or more; null is the NULL that the slave shows when it cannot tell. */
export function secondsBehind(slave: SlaveThreads): number | null {
  if (!slave.sqlRunning || !slave.ioConnected) return null
  if (slave.applyingWallUs === null) return 0
  const bias = seconds(slave.clockDiffUs + 500_000)
  return Math.max(0, seconds(slave.clockUs) - seconds(slave.applyingWallUs) - bias)
}

const seconds = (us: number): number => Math.floor(us / 1_000_000)
