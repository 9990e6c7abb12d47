/**
 * The world: everything that is true in a run at one instant, and nothing else. The kernel is the only one who
 * writes to it; frames, counters, lags, checkers and the digest read it. A checkpoint is a copy of it, so that
 * its parts are either immutable values (contexts, messages), columns with copy-on-write chunks, or small.
 *
 * Places in a log are 1-based positions. One epoch has one master, so (epoch, position) names an entry, and a
 * node's log is a list of segments "epoch e up to position p": what two logs share is read off their segments.
 * Times are integer microseconds. -1 stands for "never" or "none" in numeric fields.
 */
import type { Run } from '../run/index.ts'
import type { FactLog } from './kernel/factLog.ts'
import type { Chance } from './kernel/chance.ts'
import type { EventQueue } from './kernel/queue.ts'
import type { Pages } from './kernel/pages.ts'
import type { EntryStore } from './log/entries.ts'
import type { NodeLog } from './log/nodeLog.ts'
import type { Program } from './machines/compile/index.ts'
import type { Settings } from './settings.ts'
import type { KernelEvent } from './kernel/event.ts'
import type { WriteTable } from './writes.ts'
import type { PositionTimes } from './kernel/positionTimes.ts'

export interface World {
  readonly run: Run
  time: number
  /** Kernel events carried out. */
  work: number
  /** The scenario in integer microseconds, as `set` interventions have left it. Immutable: replaced, never written to. */
  settings: Settings
  queue: EventQueue<KernelEvent>
  chance: Chance
  /** Ring of facts and all milestones; numbers them. */
  facts: FactLog
  /** Every entry ever logged anywhere, shared by all logs. */
  entries: EntryStore
  writes: WriteTable
  /** Oldest first; `epochs[i].epoch === i + 1`. The last one's lineage is the surviving history. */
  epochs: Epoch[]
  /** In scenario order. */
  nodes: Node[]
  clients: Client[]
  monitor: Monitor | null
  router: Part
  /** In order of first use; at most one per unordered pair. */
  links: Link[]
  connections: Connection[]
  /** Under way or held, by id; in order of sending. */
  messages: Map<number, Message>
  nextMessage: number
  /** Writes whose OK a newer epoch has broken, in order of write number. */
  lost: { write: number; lostAt: number }[]
  /** Next of `run.interventions`. */
  nextIntervention: number
  /** Numbers of clients that saw an error or waited over a second in an outage. */
  noticed: number[]
}

export interface Epoch {
  epoch: number
  /** Node number. */
  master: number
  /** Log end of the new master when it took over: the last position it shares with older epochs. */
  fork: number
  beganAt: number
}

export interface Node {
  readonly id: string
  /** Place in `World.nodes`. */
  readonly number: number
  /** Newest epoch it has heard of as valid for itself (fencing token): it rejects entries and writes of smaller ones. */
  epoch: number
  epochSince: number
  /** Its binlog if it is a master, its relay log if it is a slave: what is flushed. `log.end` = received. */
  log: NodeLog
  /** Committed to its data: a prefix of `log`. */
  applied: number
  /** The highest position of this log that a client was told OK about, while it was master. 0 = none. */
  okTo: number
  /** Key -> last value and position: its data. Pages are copied on write. */
  data: Pages
  /** When `log` and `applied` reached a position: at least one pair (position, time) per range. */
  receivedTimes: PositionTimes
  appliedTimes: PositionTimes
  /** Master only: per slave number, when acknowledgements up to a position arrived here. Kept when it is deposed. */
  ackTimes: PositionTimes[]
  /** Master only: acknowledged up to, by slave number. */
  acked: number[]
  /** Whom it copies from now or did last; -1 for a master. */
  upstream: number
  /** Upstream's clock minus own, sampled when the receiver connected (DOMAIN 2.2). */
  clockDiff: number
  /** A role that it did not have: when it was chosen or took it; -1 never. */
  chosenAt: number
  /** The drain in progress: log left to apply when it began, and when. */
  drain: { from: number; to: number; startedAt: number } | null
  /** First position beyond the last entry in common with the newest epoch, once found out; -1 none. */
  extraFrom: number
  extraAt: number
  /** Transactions between binlog write and commit: flush queue, and those waiting at the commit gate, oldest first. */
  flush: { running: readonly number[]; next: readonly number[] }
  waiting: readonly Waiting[]
  /** Earliest instant at which the next commit may become visible, so that commits keep log order. */
  commitDue: number
  /** In the order in which a process death reaches them; `process` first. */
  parts: Part[]
}

/** A transaction at the commit gate. `session`: index of the part that waits. */
export interface Waiting {
  write: number
  from: number
  to: number
  since: number
  session: string
}

/** One state machine of a participant, e.g. `db2/receiver:db1`. */
export interface Part {
  /** `owner/id`. */
  readonly address: string
  /** As in `receiver:db1`. */
  readonly id: string
  readonly owner: string
  /** Key of the definition: `receiver`. */
  readonly machine: string
  /** `program.active(config)` = dotted paths; `program.transitionIds` = names for `fired` and `last`. */
  readonly program: Program<Context>
  config: number
  /** Immutable: a step returns a new one or the same. */
  context: Context
  /** When `config` last changed. */
  since: number
  /** By transition number: when it last fired; -1 never. */
  fired: number[]
  /** Number of the last transition; -1 before the first. */
  last: number
  /** Timers set, by id: number of the queue entry that is valid. */
  timers: Map<string, number>
}

/** Integers, strings and booleans, and `s`: the settings it works under (immutable, shared). */
export type Context = Record<string, unknown>

export interface Client {
  readonly id: string
  readonly number: number
  /** Node number that it writes to next. */
  target: number
  /** Writes waiting for a free connection. */
  queued: readonly number[]
  last: { write: number; outcome: 'ok' | 'error' | 'unknown'; at: number } | null
  /** `loop` (machine closedLoop or stream) first, then its connections. */
  parts: Part[]
}

export interface Monitor {
  /** The node it watches as master. */
  watches: number
  /** By node number. */
  probes: Probe[]
  /** What the slaves reported in the confirmation under way; by node number, null = no report. */
  reports: (Report | null)[]
  choice: { chosen: number; candidates: { node: number; received: number; reason: string }[]; at: number } | null
  /** `failoverManager` first, then `probe:<node>` each. */
  parts: Part[]
  /** When service was lost, for the outage of the failover under way; -1. */
  outageFrom: number
}
export interface Probe {
  missed: number
  lastAnswerAt: number
  lastMissAt: number
}
export interface Report {
  replicating: boolean
  received: number
  epoch: number
}

export interface Link {
  /** `a~b` with a < b by code units. */
  readonly id: string
  readonly a: string
  readonly b: string
  readonly kind: 'replication' | 'client' | 'probe'
  oneWayUs: number
  jitterUs: number
  state: 'up' | 'cut' | 'stalled'
  since: number
  /** Earliest arrival of the next message a -> b and b -> a: jitter never reorders. */
  free: [number, number]
}

/** An ordered reliable connection, opened by one end's part. */
export interface Connection {
  readonly id: number
  /** Address of the part that opened it, and of the one that serves it. */
  readonly from: string
  readonly to: string
  readonly link: string
  readonly openedAt: number
}

/** Immutable: holding or releasing replaces it. */
export interface Message {
  readonly id: number
  readonly kind: 'entries' | 'ack' | 'subscribe' | 'heartbeat' | 'write' | 'reply' | 'probe' | 'answer' | 'command'
  readonly from: string
  readonly to: string
  /** Part address that receives it. */
  readonly part: string
  readonly link: string
  /** 0: none (a probe, an answer: may be lost). */
  readonly connection: number
  readonly sentAt: number
  /** When it arrives if nothing happens to its link. */
  readonly arrivesAt: number
  readonly held: boolean
  /** (time, millionths of the way): as MessageFrame.path. */
  readonly path: readonly (readonly [number, number])[]
  readonly first: number
  readonly last: number
  readonly epoch: number
  /** Node number of the origin of the entries; -1. */
  readonly origin: number
  readonly write: number
  readonly word: string
  /** The event that the receiving part is stepped with, without what the kernel adds on arrival. */
  readonly event: { readonly type: string; readonly [key: string]: unknown }
  /** Fact that it comes from. */
  readonly cause: number
}
