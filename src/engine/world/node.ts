/**
 * A database node: its disk (log and data) survives a crash, everything else begins anew with its next life. It holds what
 * it needs as a master and as a slave at once, because a failover changes which of the two it is.
 */
import type { KeyValues } from '../log/data.ts'
import type { NodeLog } from '../log/nodeLog.ts'
import type { Reached } from '../log/reached.ts'
import type { Part } from './part.ts'
import type { Copy, Rewind } from './repair.ts'
import type { Pending, Waiting } from './transaction.ts'

/** A clock on the wall: at `since` it was `offsetUs` ahead of true time, and it gains `driftPpm` microseconds a second. */
export interface Clock {
  readonly offsetUs: number
  readonly driftPpm: number
  readonly since: number
}

export interface Node {
  readonly id: string
  /** Place in `World.nodes`. */
  readonly number: number
  /** Counts its deaths: what was told to an earlier life is not heard. */
  life: number
  /** When it last died, and the fact that says so; -1 and 0 never. */
  diedAt: number
  diedBy: number
  /** Transactions that its last death rolled back. */
  rolledBack: number
  /** Newest epoch it follows or leads (fencing token): it rejects entries and writes of smaller ones. */
  epoch: number
  epochSince: number
  /** Its binlog if it is a master, its relay log if it is a slave: what is flushed. `log.end` = received. */
  log: NodeLog
  /** Positions up to here are no longer in its log: it cannot send them to anybody. */
  purgedTo: number
  /** When its log was last thrown away, so that it no longer witnesses what it wrote before; -1 never. */
  wipedAt: number
  /** The copy of somebody else's data that it is being built from; null = none. Immutable: replaced, never written to. */
  copy: Copy | null
  /** Entries that it is taking back, to follow the newest master then; null = none. Immutable: replaced, never written to. */
  rewind: Rewind | null
  /** Is it a former master that has not yet connected to the newest one? */
  returns: boolean
  /** Committed to its data: a prefix of `log`. `applied.position` is how far. */
  applied: Reached
  /** Since when a reader's lock keeps its SQL thread from changing rows; -1 = no lock. */
  lockedAt: number
  /** Key -> entry that wrote it last. */
  data: KeyValues
  /** While master: per slave number, up to where acknowledgements had arrived here, and when. Kept when deposed. */
  acks: Reached[]
  /**
   * While master: per slave number, up to where it has acknowledged what is asked for now (`replication.ack`). Behind
   * `acks` after a change from received to applied. Immutable: replaced, never written to.
   */
  counted: readonly number[]
  /** First position this node took as master in its last reign; `acks` says nothing about earlier ones. 0 = never. */
  reignFrom: number
  /** Whom it copies from now or did last (node number); -1 for a master. */
  upstream: number
  /** Whom somebody put it under (scenario or intervention), whatever failovers made of it; -1 for the first master. */
  placedUnder: number
  joinedAt: number
  /** Immutable: replaced, never written to. */
  clock: Clock
  /** When it was taken out of service for good; -1 = it belongs. See `measures/members.ts`. */
  leftAt: number
  /** Upstream's clock minus own, sampled when the receiver connected (DOMAIN 2.2). */
  clockDiff: number
  /** When it last stopped taking writes; -1 never. */
  readOnlySince: number
  /** Does the proxy let no client through to it any more? */
  barred: boolean
  /** The monitor (by number) that it took its last command from: that one hears what becomes of it. */
  commander: number
  /** By monitor number: up to when each would let it write as master. Immutable: replaced, never written to. */
  grants: readonly number[]
  /** When it was last chosen for or given a role that it did not have; -1 never. */
  chosenAt: number
  /** The drain in progress: what it found in its relay log, when, and the fact that says so. */
  drain: { from: number; to: number; startedAt: number; fact: number } | null
  /** First position beyond the last entry in common with the newest epoch, once found out; -1 none. */
  extraFrom: number
  extraAt: number
  /** Transactions that the binlog is flushing and that wait for the next flush, in log order. */
  flushing: readonly Pending[]
  nextFlush: readonly Pending[]
  /** Flushed transactions held at the commit gate, in log order. */
  waiting: readonly Waiting[]
  /** Earliest instant at which the next commit may become visible, so that commits keep log order. */
  commitDue: number
  /** While master: up to where commits have begun. A transaction commits before its wait only if all before it have. */
  commitsTo: number
  /** In the order in which a process death reaches them; `process` first, then `role`, `applier`, `binlog`, `commitGate`. */
  parts: Part[]
}
