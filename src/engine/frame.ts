import type { Fact } from './fact.ts'

/**
 * A frame is a picture of one instant of a run: plain data that survives a structured clone. Everything drawn
 * or shown in a panel is a pure function of a frame and a time. Times are integer microseconds of virtual
 * time; a `since` says when its neighbour field took its present value; positions are 1-based places in a
 * node's log (0 = nothing); null means "does not apply".
 */
export interface Frame {
  model: number
  time: number
  /** Facts so far: the "event 214" under the clock. */
  event: number
  scenarioId: string
  title: string
  /** Database microseconds per wall second at speed 1: the scale of every effect on the stage. */
  paceUs: number
  /** The newest epoch anywhere. */
  epoch: number
  mode: ModeFrame
  nodes: NodeFrame[]
  links: LinkFrame[]
  messages: MessageFrame[]
  clients: ClientFrame[]
  /** The one that leads a failover or led the last one, else the first; null when nobody watches. */
  monitor: MonitorFrame | null
  /** All of them, in scenario order. */
  monitors: VoterFrame[]
  /** Every data centre that somebody stands in; `cut`: its links to everybody else are. */
  dataCenters: { id: string; nodes: string[]; clients: string[]; cut: boolean; since: number }[]
  /** Every stretch without a master that all clients can write to, the oldest first. */
  outages: Outage[]
  counters: Counters
  /** Writes whose OK a newer epoch has broken, in order. */
  lost: LostWrite[]
  checkers: CheckerFrame[]
  /** Facts young enough to leave a mark on the stage (two wall seconds at speed 1), oldest first. */
  recent: Fact[]
  /** The last milestone. */
  milestone: Fact | null
  /** The settings as they stand (numbers as in the scenario file, by path), for the controls. */
  settings: Record<string, number | string>
  lag: {
    warnEntries: number
    criticalEntries: number
    warnUs: number
    criticalUs: number
    dwellUs: number
    noDataUs: number
  }
  /** What the lag monitor raised: the last 50, the oldest first; those that stand are all among them. */
  alerts: Alert[]
  copies: Copies
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

export interface ModeFrame {
  kind: 'async' | 'semi-sync' | 'quorum' | 'all'
  /** The setting; `needed` is what it comes to. */
  waitFor: number
  /** Acknowledgements that a commit waits for now: 0 in async, every slave in `all`. */
  needed: number
  /** Of semi-sync alone: the others have no timeout. */
  timeoutUs: number
  ack: 'received' | 'applied'
  waitPoint: 'after-sync' | 'after-commit'
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
  promotion: 'neutral' | 'prefer' | 'must-not'
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

/** How long nobody could write, and what the time went on: phases follow one another without gaps. */
export interface Outage {
  /** When service was lost, and when all clients had it again; null = not yet. */
  from: number
  to: number | null
  /** `unreachable`: the master lived, and the monitor gave it up. `lease`: it stopped by itself. */
  reason: 'killed' | 'unreachable' | 'lease' | 'switchover' | 'by-hand'
  phases: {
    name: 'detect' | 'confirm' | 'fence' | 'choose' | 'drain' | 'promote' | 'repoint' | 'reroute'
    from: number
    to: number | null
  }[]
  /** Writes told OK that are gone since. */
  lost: number
  /** Clients that saw ERROR or UNKNOWN, or waited over a second. */
  noticed: number
}

/** A write's entry as one node holds it. */
export interface Cell {
  position: number
  /** The number shown in the cell. */
  number: number
  epoch: number
  origin: string
  write: number
  key: string
  value: number
  loggedAt: number
  /** When it reached this node's log. */
  receivedAt: number
  /** When it became part of this node's data; null = received only. */
  appliedAt: number | null
  /** When its client was told OK. */
  okAt: number | null
  /** Arrival times at the master of acknowledgements that cover it, ascending. */
  ackedAt: number[]
  /** `lost`: told OK and left out of a newer epoch. `extra`: not told OK, or not known, and not in the newest epoch. */
  fate: 'kept' | 'lost' | 'extra'
  fateAt: number
  /** The master's heartbeat row, which no client wrote: `write` is 0. */
  heartbeat: boolean
}

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

/** One state machine of a participant, for the inspector. */
export interface PartFrame {
  /** As in `receiver:db1`. */
  id: string
  /** Key into the machine definitions. */
  machine: string
  /** Dotted paths of active states, for instance ['streaming']. */
  active: string[]
  since: number
  /** Transition id (as in the machine definition) -> when it last fired; absent = never. */
  fired: Record<string, number>
  /** The last transition's id, '' before the first. */
  last: string
}

export interface LinkFrame {
  /** `a~b` with a < b. */
  id: string
  a: string
  b: string
  /** replication: entries flow `from` -> `to`. client: writes. probe: monitor. */
  kind: 'replication' | 'client' | 'probe'
  from: string
  to: string
  oneWayUs: number
  jitterUs: number
  /** In each direction; 0 = no limit. */
  kilobytesPerSecond: number
  lossPercent: number
  state: 'up' | 'cut' | 'stalled'
  since: number
  /** Does it carry anything now: is the connection open? Old replication links that carry nothing are not drawn. */
  connected: boolean
}

/**
 * Something under way. Its place at time t is read off `path`, pairs of (time, fraction of the way), linear
 * between them and constant after the last: a held message just stays.
 */
export interface MessageFrame {
  id: number
  kind:
    | 'entries'
    | 'ack'
    | 'subscribe'
    | 'heartbeat'
    | 'snapshot'
    | 'write'
    | 'read'
    | 'reply'
    | 'probe'
    | 'answer'
    | 'command'
    | 'gossip'
    | 'vote'
  from: string
  to: string
  /** Link id. */
  link: string
  path: [number, number][]
  held: boolean
  /** entries: positions first..last in the sender's log; ack: up to `last`. */
  first: number
  last: number
  epoch: number
  origin: string
  /** write and reply: the write. */
  write: number
  /** ack: what it means. reply: the outcome, or `k3=41` of a read. read: the key. command: its name. */
  word: string
  /** The fact that sent it; 0 = none. */
  cause: number
  /** How many times it was lost on its way so far and sent again. */
  resent: number
  /** reply of a read: what its client will make of it; null otherwise. */
  answers: ReadVersions | null
}

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

export interface ClientFrame {
  id: string
  kind: 'closed-loop' | 'stream' | 'reader' | 'read-write'
  /** The node that it takes for the master: where its writes go. */
  target: string
  /** The policy by which its reads find a node. */
  route: 'leader' | 'random' | 'sticky' | 'leader-after-write' | 'wait-for-position'
  /** Whom it reads from: the read under way, or the last one; null = it has not read yet. */
  readsFrom: string | null
  reads: ReadCounts
  state: 'thinking' | 'waiting' | 'backing-off' | 'stopped'
  since: number
  /** Waiting or backing off: when the oldest unanswered write was sent, and when it will be given up. */
  waitingSince: number | null
  givesUpAt: number | null
  /** In an outage as this client sees it: when the first write was sent that has come to nothing since its last OK. */
  failingSince: number | null
  /** Writes without an answer right now. */
  pending: number
  /** The oldest write without an answer; null = none, or it is a read. */
  oldest: number | null
  /** What it read last: `write` is the write whose version it saw (0 = the row did not exist). */
  lastRead: ({ key: string; value: number | null; write: number; at: number } & ReadVersions) | null
  /** The youngest outcome. */
  last: { write: number; outcome: 'ok' | 'error' | 'unknown'; at: number } | null
}

export interface MonitorFrame {
  state:
    | 'watching'
    | 'suspecting'
    | 'confirming'
    | 'blocked'
    | 'fencing'
    | 'choosing'
    | 'waiting-for-choice'
    | 'switching-over'
    | 'draining'
    | 'promoting'
    | 'repointing'
    | 'rerouting'
    | 'done'
    | 'failed'
  since: number
  watches: string
  probes: { node: string; missed: number; lastAnswerAt: number; lastMissAt: number | null }[]
  /** What it last decided, with what it weighed. */
  choice: { chosen: string; candidates: { node: string; received: number; reason: string }[]; at: number } | null
  parts: PartFrame[]
}
/** One of several monitors, or the only one: what it finds, and how it has voted. */
export interface VoterFrame extends MonitorFrame {
  id: string
  dataCenter: string | null
  /** What it makes of the master: it answers, it does not answer this one, or a quorum has agreed on that. */
  verdict: 'up' | 'down-for-me' | 'down-for-all'
  /** Whom it last gave its vote, and the newest epoch that it has heard somebody ask for; null = nobody yet. */
  votedFor: string | null
  epoch: number
  /** Is it at work on a failover that it was elected for (or, alone, on any)? */
  leads: boolean
}

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

export interface CheckerFrame {
  /** Invariants: I1.. ; guarantees: noLostOk, converged, appliedOnce, oneWriter, freshReads, ownReads, monotonicReads. */
  name: string
  kind: 'invariant' | 'guarantee'
  /** Invariants are always promised. */
  promised: boolean
  held: boolean
  violation: { t: number; fact: number; text: string } | null
}

/** A row of a node's data. */
export interface Row {
  key: string
  value: number
  /** Of the entry that wrote it last. */
  position: number
  write: number
  epoch: number
  /** Where it was written. */
  origin: string
}
