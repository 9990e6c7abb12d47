/**
 * The world: everything that is true in a run at one instant, and nothing else. The kernel is the only one who
 * writes to it; frames, counters, lags, checkers and the digest read it. A checkpoint is a copy of it, so that
 * its parts are either immutable values (contexts, messages), columns with copy-on-write chunks, or small.
 *
 * Places in a log are 1-based positions. One epoch has one master, so (epoch, position) names an entry, and
 * the same entry stands at the same position in every log that has it.
 * Times are integer microseconds. -1 stands for "never" or "none" in numeric fields.
 */
import type { Run } from '../run/index.ts'
import type { ClientFrame, MessageFrame, ReadCounts } from './frame.ts'
import type { Chance } from './kernel/chance.ts'
import type { KernelEvent, Told } from './kernel/event.ts'
import type { FactLog } from './kernel/factLog.ts'
import type { EventQueue } from './kernel/queue.ts'
import type { Timers } from './kernel/timers.ts'
import type { Column } from './log/columns.ts'
import type { KeyValues } from './log/data.ts'
import type { EntryStore } from './log/entries.ts'
import type { NodeLog } from './log/nodeLog.ts'
import type { Reached } from './log/reached.ts'
import type { Program } from './machines/compile/index.ts'
import type { ReadTable } from './reads.ts'
import type { Settings } from './settings.ts'
import type { WriteTable } from './writes.ts'

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
  reads: ReadTable
  /**
   * Key -> entry of the newest version whose writer was told OK, in the surviving history: what a fresh read shows at
   * least. Kept while somebody reads.
   */
  told: KeyValues
  /** Oldest first, numbers rising (one is skipped when its candidate dies before it takes over). The last one's lineage is the surviving history. */
  epochs: Epoch[]
  /** In scenario order. */
  nodes: Node[]
  clients: Client[]
  /**
   * In scenario order; one called `monitor` where the scenario names none. There even when the scenario has none
   * (`settings.monitor.present`): then it is the operator who promotes by hand.
   */
  monitors: Monitor[]
  /** Of these, the one that leads a failover or led the last one; the first until there is one. */
  monitor: Monitor
  router: Part
  /** Every part there ever was, by number. */
  parts: Part[]
  /** Every pair of nodes, client and node, monitor and node has one; in scenario order. */
  links: Link[]
  connections: Map<number, Connection>
  nextConnection: number
  /** Under way or held, by id; in order of sending. */
  messages: Map<number, Message>
  nextMessage: number
  /** Writes whose OK a newer epoch has broken, in order of write number. */
  lost: { write: number; lostAt: number }[]
  /** Every data centre that somebody stands in, and whether it is cut off. Immutable: replaced, never written to. */
  dataCenters: readonly DataCenter[]
  /** Numbers of clients that saw an error or waited over a second in an outage. */
  noticed: number[]
}

interface DataCenter {
  readonly id: string
  readonly cut: boolean
  readonly since: number
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

/** Positions `from` .. `to` of a node's log are being taken back. */
interface Rewind {
  readonly from: number
  readonly to: number
  readonly startedAt: number
  readonly endsAt: number
  /** The fact that began it. */
  readonly fact: number
}

/** A snapshot of a node's data on its way to another node. */
export interface Copy {
  /** Node number of the donor. */
  readonly from: number
  /** Up to where the donor had applied when the copy began, and the entry that stands there; 0 and 0 = no data. */
  readonly position: number
  readonly entry: number
  /** What it weighs. */
  readonly bytes: number
  readonly startedAt: number
  /** Bytes that were there at `at`, and how many come in a second from then on; 0 = the line is silent. */
  readonly done: number
  readonly at: number
  readonly rate: number
  /** When it will be done if nothing changes; -1 while the line is silent. */
  readonly endsAt: number
  /** Pairs of (time, millionths done), linear between them: all but the last one. */
  readonly bends: readonly (readonly [number, number])[]
  /** The fact that began it. */
  readonly fact: number
}

/** A transaction of which the binlog write is done. `session`: number of the part that runs it. */
export interface Pending {
  readonly write: number
  readonly session: number
  /** Fact that it comes from. */
  readonly cause: number
}

/** A transaction at the commit gate. */
interface Waiting extends Pending {
  readonly from: number
  readonly to: number
  readonly since: number
}

/** One state machine of a participant, e.g. `db2/receiver:db1`. */
export interface Part {
  /** Place in `World.parts`. */
  readonly number: number
  /** Is it there? A part that went keeps its number. */
  attached: boolean
  /** `owner/id`. */
  readonly address: string
  /** As in `receiver:db1`. */
  readonly id: string
  readonly owner: string
  /** Node or client number of the owner; -1 for the monitor and the router. */
  readonly place: number
  /** What it is about: node number of the peer, number of the connection; -1. */
  readonly peer: number
  /** Key of the definition: `receiver`. */
  readonly machine: string
  /**
   * `program.matches(config, 'connection.streaming')` asks for a state (a receiver's is parallel: `connection` and
   * `relay`), `program.active(config)` lists the dotted paths; `program.transitionIds` = names for `fired` and `last`.
   */
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
  /** The connection that it opened or serves; 0 = none. */
  connection: number
  /** The fact that its last transition came with: what it noted, or what made it move. */
  because: number
  /** Timers set, by id: handle of the queue entry. */
  timers: Timers
}

/** Integers, strings and booleans, and `s`: the settings it works under (immutable, shared). */
export type Context = Readonly<Record<string, unknown>>

export interface Client {
  readonly id: string
  readonly number: number
  /** Node number that it writes to next. */
  target: number
  /** Writes in order of issue, and how many of them have got a connection: the rest queue here. */
  issued: Column
  started: number
  /** Connections (counted from 1) opened so far, and those of them that are idle. */
  opened: number
  idle: number[]
  last: { write: number; outcome: 'ok' | 'error' | 'unknown'; at: number } | null
  /** What its last answered read showed. Immutable. */
  lastRead: LastRead | null
  /** The read under way or the last one; null = it has not read yet. Immutable. */
  asked: Asked | null
  /** The slave that it keeps to (route sticky), and the node that has failed it since its last answer; numbers, -1 = none. */
  sticksTo: number
  avoids: number
  /** Key -> entry of its own newest version that it was told OK for. Kept while it reads. */
  own: KeyValues
  /** The furthest state of the data that it has read from, as the entry that was applied last there; 0 = it has not read. */
  seen: number
  /** The node it read that from (number), and whether that was master then. */
  seenAt: number
  seenAtLeader: boolean
  /** Its reads so far, by what came of them. Immutable. */
  readCounts: ReadCounts
  /** What a slave must have applied before it may answer (wait for position): an entry, and the epoch of who named it. */
  token: { readonly entry: number; readonly epoch: number }
  /** When the first request since the last success was sent that came to nothing; -1 = the last one did not, or there is none. */
  failingSince: number
  /** The part with its rhythm (machine closedLoop, stream or reader) first, then its connections. */
  parts: Part[]
}

/** One read, with what the newest state of things was when it left: entries, 0 = none. */
interface Asked {
  readonly key: number
  /** Node number. */
  readonly node: number
  readonly at: number
  /** The newest version whose writer had been told OK, and when that was; the client's own newest; what it had seen. */
  readonly newest: number
  readonly newestAt: number
  readonly own: number
  readonly seen: number
}

export interface LastRead {
  readonly key: string
  readonly value: number | null
  readonly write: number
  readonly at: number
  /** Node number. */
  readonly node: number
  /** Entry that it showed (0 = no row), the newest one of its key when it was asked, and the last one applied there. */
  readonly entry: number
  readonly newest: number
  readonly upTo: number
  /** What it had seen before: the last entry applied there. */
  readonly seen: number
  readonly verdict: Verdict
}

export type Verdict = NonNullable<ClientFrame['lastRead']>['verdict']

/** Of several each watches for itself, and only the one that is elected acts. */
export interface Monitor {
  readonly id: string
  /** Place in `World.monitors`. */
  readonly number: number
  /** What the others last said of the master, by monitor number; null = nothing yet. Immutable: replaced, never written to. */
  said: readonly (Said | null)[]
  /**
   * Does it look after slaves that copy from nobody or the wrong one, and after a master that takes no writes? Who was
   * elected last does, and the first one until then.
   */
  tends: boolean
  /** Up to when, by the word of those who voted for it, the old master may hold a lease; -1 = none. */
  votersLease: number
  /** The node it watches as master. */
  watches: number
  /** By node number. */
  probes: Probe[]
  /** How far the candidates of the choice under way have come; by node number, null = no answer. */
  reports: (Report | null)[]
  choice: { chosen: number; candidates: { node: number; received: number; reason: string }[]; at: number } | null
  /** `failoverManager` first, then `probe:<node>` each; where there are several, a `voter` last. */
  parts: Part[]
  /** When service was lost, for the outage of the failover under way; -1. */
  outageFrom: number
}

/** What one monitor has said to another: when, whether it finds the master down, and whether it is at work on that. */
interface Said {
  readonly at: number
  readonly down: boolean
  readonly busy: boolean
}

/** What a monitor has heard from a node. */
export interface Probe {
  missed: number
  lastAnswerAt: number
  lastMissAt: number
  /** The role that it last answered with; '' before the first answer. */
  role: string
  /** Node number that it last said to copy from, and whether anything came from there; -1 before the first answer. */
  upstream: number
  replicating: boolean
  /** When, by its own word, it sent the last answer that arrived; -1 before the first. */
  saidAt: number
  /** Until when a lease that it was given may last, by the monitor's own clock; -1 = it has never been given one. */
  leasedUntil: number
}

interface Report {
  received: number
  life: number
  /** Node number. */
  upstream: number
}

export interface Link {
  /** `a~b` with a < b by code units. */
  readonly id: string
  readonly a: string
  readonly b: string
  readonly kind: 'replication' | 'client' | 'probe'
  oneWayUs: number
  jitterUs: number
  /** In each direction; 0 = no limit. */
  bytesPerSecond: number
  /** Messages lost, of 100,000. */
  lossOf100k: number
  state: 'up' | 'cut' | 'stalled'
  since: number
  /** The fact of its present state; 0 at the start. */
  fact: number
  /** Earliest arrival of the next message a -> b and b -> a: jitter never reorders. */
  free: [number, number]
  /** Until when each sending end (a, b) is busy giving its bytes to a narrow link. */
  busy: [number, number]
}

/** An ordered reliable connection, opened by one part and served by another. */
export interface Connection {
  readonly id: number
  /** Numbers of the part that opened it and of the one that serves it; -1 until its first message has arrived. */
  readonly opener: number
  readonly server: number
  readonly link: string
  readonly openedAt: number
}

/** Immutable: holding or releasing replaces it. `pathOf` gives its whole way. */
export interface Message {
  readonly id: number
  readonly kind: MessageFrame['kind']
  readonly from: string
  readonly to: string
  /** Address of the part that it is for. */
  readonly part: string
  readonly link: string
  /** 0: none (a probe, an answer, a command: may be lost). */
  readonly connection: number
  readonly sentAt: number
  /** When it arrives if nothing happens to its link; while held, when it would have. */
  readonly arrivesAt: number
  readonly held: boolean
  /** Where it was held and let go: (time, millionths of the way), between start and arrival. */
  readonly bends: readonly (readonly [number, number])[]
  readonly first: number
  readonly last: number
  readonly epoch: number
  /** Node number where the entries were born; -1. */
  readonly origin: number
  readonly write: number
  readonly word: string
  /** What the receiving part is stepped with, without what the kernel adds on arrival. */
  readonly event: Told
  /** Fact that it comes from. */
  readonly cause: number
  /** Microseconds that its whole way takes, once it is given to the link. */
  readonly wayUs: number
  /** When it is sent again because it was lost before. */
  readonly resends: readonly number[]
  /** It belongs to no connection and will be lost half way. */
  readonly doomed: boolean
  /** Handles in the queue: of its arrival or loss, and of the next time it is sent again. */
  arrival: number
  again: number
}

/** Pairs of (time, millionths of the way), linear between them: where a message is when. */
export function pathOf(message: Message): (readonly [number, number])[] {
  const path: (readonly [number, number])[] = [[message.sentAt, 0], ...message.bends]
  if (!message.held) path.push([message.arrivesAt, 1_000_000])
  return path
}
