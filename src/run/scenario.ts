/**
 * A scenario is the part of a run that its author writes: who is there, how far apart they are, what their
 * work costs, when a client hears OK, and who watches the master. It is plain JSON.
 *
 * Every duration is in milliseconds of database time (fields end in `Ms`) and is a multiple of 0.001; the
 * engine turns them into integer microseconds. `schema.ts` holds unit, range, default and description of
 * every field and is what files and links are checked against.
 */
export interface Scenario {
  /** `[a-z][a-z0-9-]*` */
  id: string
  title: string
  /** One or two sentences: what to watch, and which of its numbers are scaled and why. */
  about: string
  /** Database time that passes in one wall second at speed 1. */
  paceMs: number
  /** A sensible moment to show up to: milestones after it are not looked ahead for. */
  untilMs: number
  nodes: NodeSpec[]
  network: NetworkSpec
  clients: ClientSpec[]
  replication: ReplicationSpec
  costs: CostSpec
  failover: FailoverSpec
  lag: LagSpec
}

export interface NodeSpec {
  id: string
  role: 'master' | 'slave'
  /** Overrides `costs.applyMs` on this node: a slow SQL thread. Absent: as `costs`. */
  applyMs?: number
}

export interface NetworkSpec {
  /** Between two database nodes, one way. */
  oneWayMs: number
  /** Median of the extra delay drawn for every message (log-normal table); 0 draws nothing. */
  jitterMs: number
  /** Client to database, one way. */
  clientOneWayMs: number
  /** Monitor to database, one way. */
  monitorOneWayMs: number
  /** Exceptions, each for both directions of one pair of ids (nodes, clients or `monitor`). */
  links: LinkSpec[]
}

export interface LinkSpec {
  between: [string, string]
  oneWayMs: number
  jitterMs?: number
}

export interface ClientSpec {
  id: string
  /** A closed loop waits for its answer and thinks before the next write; a stream sends at its rate, come what may. */
  kind: 'closed-loop' | 'stream'
  /** Closed loop: pause between an answer and the next write. */
  thinkMs: number
  /** Stream: writes a second. */
  ratePerSecond: number
  /** Even: exactly `thinkMs` or 1/rate. Exponential: drawn with that mean. */
  spacing: 'even' | 'exponential'
  /** Stream: writes that may be waiting for an answer at once; further ones queue at the client. */
  connections: number
  /** Number of distinct keys written, `k1`..; with one key the workload is a single hot key. */
  keys: number
  /** Entries in one write: one transaction with one outcome. */
  entriesPerWrite: number
  /** Without an answer for this long the client calls the outcome UNKNOWN. */
  timeoutMs: number
  /** Pause before writing again after ERROR or UNKNOWN. */
  retryMs: number
  startMs: number
  /** Number of writes after which it stops; 0 = never. */
  writes: number
}

export interface ReplicationSpec {
  mode: 'async' | 'semi-sync'
  /** Semi-sync: acknowledgements needed before the client hears OK. */
  waitFor: number
  /** Semi-sync: after this long without them the master goes on as async (MySQL's default is 10000). */
  timeoutMs: number
  /** What an acknowledgement means: written and flushed to the relay log, or applied. */
  ack: 'received' | 'applied'
  /** Pause between attempts of a receiver to connect. */
  connectRetryMs: number
  /** A receiver that hears nothing for this long drops its connection (MySQL's default is 60000). */
  netTimeoutMs: number
  /** An idle sender sends a heartbeat this often (MySQL's default is half of `netTimeoutMs`). */
  heartbeatMs: number
}

/** What work takes on a node. */
export interface CostSpec {
  executeMs: number
  binlogWriteMs: number
  flushMs: number
  commitMs: number
  relayFlushMs: number
  /** One entry on the SQL thread. */
  applyMs: number
  /** Restart of a killed node until it answers. */
  restartMs: number
}

export interface FailoverSpec {
  /** Is there a monitor at all? */
  monitor: boolean
  probeEveryMs: number
  /** A probe without an answer for this long is missed. */
  probeTimeoutMs: number
  /** Missed probes in a row before the master is suspected. */
  misses: number
  /** Who takes over: the slave with the most received entries, or the node named by a `promote` intervention. */
  choose: 'most-advanced' | 'by-hand'
  /** Becoming master after the relay log is empty. */
  promoteMs: number
  /** Clients learn the new address this long after the reroute. */
  rerouteMs: number
}

/** Where a lag gauge changes from ok to warn and from warn to critical; the worse of the two measures counts. */
export interface LagSpec {
  warnEntries: number
  criticalEntries: number
  warnMs: number
  criticalMs: number
}
