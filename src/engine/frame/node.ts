/**
 * What a node is and does: its card on the stage, its log as cells, and the state machines that make it up. A node that is
 * down still has a frame, because its disk is what a failover is decided about.
 */
import type { NodeSpec } from '../../run/index.ts'
import type { Cell } from './cell.ts'
import type { Lag } from './lag.ts'
import type { PartFrame } from './part.ts'

export interface NodeFrame {
  id: string
  process: 'up' | 'down' | 'recovering'
  processSince: number
  /** What the card says. `candidate` = chosen, not yet draining; `draining` and `promoting` are drawn as PROMOTING. */
  role: 'master' | 'slave' | 'candidate' | 'draining' | 'promoting' | 'fenced' | 'read-only' | 'rewinding'
  roleSince: number
  epoch: number
  epochSince: number
  /** Whom it copies from now (or last did); null for a master. */
  upstream: string | null
  /**
   * Its place in the topology as somebody arranged it (scenario, or an intervention), whatever a failover made of it
   * since: whom it stands under; null for the first master. Layouts hang on it, so that nobody moves when roles do.
   */
  placedUnder: string | null
  /** When it joined; 0 = from the start. A removed node is in no frame. */
  joinedAt: number
  /** Null = it stands nowhere in particular. */
  dataCenter: string | null
  promotion: NodeSpec['promotion']
  /** Up to when a master may write unless it is heard of again; null = it needs no lease, or has none. */
  leaseUntil: number | null
  /** Fenced at the proxy: no client gets through to it. */
  barred: boolean
  /** Its clock minus true time. */
  clockOffsetUs: number
  /** The newest part of its log, oldest first, at most 32 cells. */
  cells: Cell[]
  /** Positions. On a master received = flushed = log end, applied = committed to its data. */
  received: number
  applied: number
  /** Positions up to here are no longer in its log; its data may hold them all the same. 0 = nothing was purged. */
  purgedTo: number
  /** How old an entry must be before its SQL thread takes it; 0 = not delayed. */
  delayUs: number
  /** Entries held only here (or on no other node that is up) whose clients were told OK; positions, ascending. */
  onlyHere: number[]
  receiver: {
    /** `copying`: its data are being built from a copy of somebody else's; see `copy`. */
    state: 'absent' | 'stopped' | 'connecting' | 'streaming' | 'waiting' | 'refused' | 'copying'
    since: number
    reason: string
    peer: string | null
  }
  /**
   * `delaying`: the next transaction is held until it is as old as `delayUs` says. `blocked`: inside a transaction that
   * waits for somebody's lock on its rows.
   */
  applier: { state: 'absent' | 'stopped' | 'idle' | 'delaying' | 'applying' | 'blocked' | 'failed'; since: number }
  /** Since when a reader's lock holds its rows; null = no lock. */
  lockedSince: number | null
  applying: { from: number; to: number; startedAt: number; endsAt: number } | null
  /** Delayed on purpose: when the next transaction will be old enough; null = nothing is held. */
  heldUntil: number | null
  /** Sizes in MB; `done` at the frame's time, growing evenly to the whole at `endsAt` (null: the line is silent). */
  copy: { from: string; megabytes: number; done: number; startedAt: number; endsAt: number | null } | null
  /** While draining: what was there at the start, what is left, and when it will be empty. */
  drain: { total: number; left: number; startedAt: number; endsAt: number } | null
  lag: Lag | null
  /** While rewinding: positions that are taken back, one after another from the end, from when until when. */
  rewind: { from: number; to: number; startedAt: number; endsAt: number } | null
  /**
   * What it has and the newest master lacks, as a GTID set (`db1:5-9`), and how many entries that is; null = nothing. A
   * former master with an empty set can just follow.
   */
  errant: { set: string; count: number } | null
  /** First position beyond the last entry in common with the newest epoch; null = no such entries. */
  extraFrom: number | null
  /** When the card last took or was chosen for a role it did not have: drives the promotion outline. */
  chosenAt: number | null
  parts: PartFrame[]
}
