/**
 * When a client hears OK, as the settings say and as the gate of the master behaves at this instant: a master that waits in
 * vain looks configured like one that does not.
 */
import type { Scenario } from '../../run/index.ts'

export interface ModeFrame {
  kind: Scenario['replication']['mode']
  /** The setting; `needed` is what it comes to. */
  waitFor: number
  /** Acknowledgements that a commit waits for now: 0 in async, every slave in `all`. */
  needed: number
  /** Of semi-sync alone: the others have no timeout. */
  timeoutUs: number
  ack: Scenario['replication']['ack']
  waitPoint: Scenario['replication']['waitPoint']
  /**
   * `fallen-back`: semi-sync that timed out and now behaves as async. `blocked`: a commit waits for more slaves than
   * are connected, and without a timeout.
   */
  gate: 'async' | 'on' | 'fallen-back' | 'blocked'
  since: number
  /** Transactions that wait at the gate of the newest master, and since when the oldest does. */
  waiting: number
  waitingSince: number | null
}
