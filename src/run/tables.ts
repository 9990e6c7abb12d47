import type { Fields } from './field.ts'

/**
 * The parts of a scenario, field by field. Defaults are those of one data centre region (round trip 2 ms
 * between zones, a flush of 1 ms: DOMAIN 8) and, where a setting has a namesake in MySQL, MySQL's own unless
 * the description says otherwise.
 */
const delay = { type: 'number', unit: 'ms', min: 0.001, max: 60_000, step: 1 } as const
const cost = { type: 'number', unit: 'ms', min: 0.001, max: 60_000, step: 0.1, live: true } as const
const patience = { type: 'number', unit: 'ms', min: 0.001, max: 86_400_000, step: 100 } as const

export const NODE = {
  id: { type: 'id', description: 'Name of the node.' },
  role: {
    type: 'choice',
    choices: ['master', 'slave'],
    default: 'slave',
    description: 'Exactly one node starts as the master.',
  },
  upstream: {
    type: 'id',
    optional: true,
    description:
      'Slaves: whom it copies from at the start. Absent: the master. A slave in the middle passes on what it has applied.',
  },
  dataCenter: {
    type: 'id',
    optional: true,
    description: 'Where it stands. Two that name different data centres are far apart; absent: near everybody.',
  },
  promotion: {
    type: 'choice',
    choices: ['neutral', 'prefer', 'must-not'],
    default: 'neutral',
    live: true,
    description:
      'May it take over by itself? A preferred one goes first, even if another has received more: what only that one has is lost then. One that must not is passed over, and only a person can name it.',
  },
  applyMs: {
    ...cost,
    optional: true,
    description: 'What one entry takes on this node’s SQL thread. Absent: as `costs.applyMs`.',
  },
  clockOffsetMs: {
    type: 'number',
    unit: 'ms',
    min: -3_600_000,
    max: 3_600_000,
    step: 100,
    default: 0,
    live: true,
    description:
      'How far this node’s clock is ahead of true time. It goes into time stamps, so that the lag a slave reports is wrong by it.',
  },
  delayMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 100,
    default: 0,
    live: true,
    description:
      'A delayed slave receives at once, but applies an entry only when it is this old, counted from its upstream’s commit. That leaves time to stop before a mistake is applied here, too.',
  },
} as const satisfies Fields

const bandwidth = { type: 'number', unit: 'kB/s', min: 0, max: 10_000_000, step: 10, live: true } as const
const loss = { type: 'number', unit: '%', min: 0, max: 50, step: 0.1, live: true } as const

export const LINK = {
  between: { type: 'pair', description: 'The two ends: nodes, clients or `monitor`. It counts for both directions.' },
  oneWayMs: {
    ...delay,
    live: true,
    optional: true,
    description: 'Time from one end to the other. Absent: as in `network` for links of its kind.',
  },
  jitterMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 60_000,
    step: 0.1,
    live: true,
    optional: true,
    description: 'Median of the extra delay drawn for every message. Absent: as `network.jitterMs`.',
  },
  kilobytesPerSecond: {
    ...bandwidth,
    optional: true,
    description: 'What it carries in each direction; 0 = no limit. Absent: as `network.kilobytesPerSecond`.',
  },
  lossPercent: {
    ...loss,
    optional: true,
    description: 'Share of messages lost on the way. Absent: as `network.lossPercent`.',
  },
} as const satisfies Fields

export const NETWORK = {
  oneWayMs: {
    ...delay,
    default: 1,
    live: true,
    description: 'Time from one database node to another. While it lasts, an entry is nowhere but on the wire.',
  },
  jitterMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 60_000,
    step: 0.1,
    default: 0,
    live: true,
    description: 'Median of the extra delay drawn for every message; 0 draws none. A link never reorders.',
  },
  kilobytesPerSecond: {
    ...bandwidth,
    default: 0,
    description:
      'What a link between two nodes carries in each direction; 0 = no limit. A slave behind a narrow link falls behind without noticing.',
  },
  lossPercent: {
    ...loss,
    default: 0,
    description:
      'Share of messages lost on the way. A connection sends them again, which delays all that follows; a probe is simply gone.',
  },
  farOneWayMs: {
    ...delay,
    live: true,
    optional: true,
    description:
      'Time from one data centre to another, between nodes and from clients to nodes. Absent: as within one. It is what waiting for a slave elsewhere costs, and what an asynchronous one may lose.',
  },
  clientOneWayMs: {
    ...delay,
    default: 1,
    live: true,
    description: 'Time from a client to a node. It adds to every answer.',
  },
  monitorOneWayMs: { ...delay, default: 1, live: true, description: 'Time from the monitor to a node.' },
  links: {
    type: 'list',
    of: LINK,
    max: 200,
    description: 'Exceptions: pairs that are nearer or further than the rest.',
  },
} as const satisfies Fields

export const CLIENT = {
  id: { type: 'id', description: 'Name of the client.' },
  kind: {
    type: 'choice',
    choices: ['closed-loop', 'stream', 'reader', 'read-write'],
    default: 'closed-loop',
    live: true,
    description:
      'A closed loop waits for its answer and thinks before the next write; a stream sends at its rate, come what may; a reader thinks and reads. Read-write is a user: it writes a row, thinks, and reads back what it wrote.',
  },
  dataCenter: {
    type: 'id',
    optional: true,
    description: 'Where it stands. A cut of that data centre leaves it with the nodes inside. Absent: near everybody.',
  },
  thinkMs: {
    ...delay,
    max: 3_600_000,
    default: 100,
    live: true,
    description: 'Closed loop, reader and read-write: the pause between an answer and the next request.',
  },
  ratePerSecond: {
    type: 'number',
    unit: 'per second',
    min: 0,
    max: 100_000,
    step: 1,
    default: 5,
    live: true,
    description:
      'Stream: writes a second; with 0 it writes only when told to. What is faster than a slave applies makes it fall behind for ever.',
  },
  spacing: {
    type: 'choice',
    choices: ['even', 'exponential'],
    default: 'even',
    live: true,
    description: 'Even: always exactly that pause or rate. Exponential: drawn with that mean, as crowds behave.',
  },
  connections: {
    type: 'number',
    unit: 'connections',
    min: 1,
    max: 10_000,
    step: 1,
    default: 8,
    live: true,
    description: 'Stream: writes that may wait for an answer at once. Further ones queue at the client.',
  },
  keys: {
    type: 'number',
    unit: 'keys',
    min: 1,
    max: 1_000_000,
    step: 1,
    default: 8,
    live: true,
    description: 'How many different rows it uses, `k1`, `k2` and so on. With 1 the workload is a single hot row.',
  },
  hotPercent: {
    type: 'number',
    unit: '%',
    min: 0,
    max: 100,
    step: 1,
    default: 0,
    live: true,
    description: 'Share of requests that go to the hot key `k1`; the rest spread evenly over all keys.',
  },
  entriesPerWrite: {
    type: 'number',
    unit: 'entries',
    min: 1,
    max: 4096,
    step: 1,
    default: 1,
    live: true,
    description: 'Entries in one write: one transaction with one outcome.',
  },
  timeoutMs: {
    ...patience,
    default: 5_000,
    live: true,
    description: 'Without an answer for this long the client calls the outcome UNKNOWN: it may have happened or not.',
  },
  retryMs: {
    ...patience,
    default: 1_000,
    live: true,
    description: 'Pause before it writes again after ERROR or UNKNOWN.',
  },
  startMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 100,
    default: 0,
    description: 'When its first write is due.',
  },
  writes: {
    type: 'number',
    unit: 'writes',
    min: 0,
    max: 1_000_000_000,
    step: 1,
    default: 0,
    description: 'It stops after this many writes; 0 means never.',
  },
  readsPerWrite: {
    type: 'number',
    unit: 'reads',
    min: 1,
    max: 100,
    step: 1,
    default: 1,
    live: true,
    description:
      'Read-write: how often it reads its row back after each write. The more it reads, the better its chance to see a change come and go.',
  },
  route: {
    type: 'choice',
    choices: ['leader', 'random', 'sticky', 'leader-after-write', 'wait-for-position'],
    default: 'leader',
    live: true,
    description:
      'Where its reads go: to the master; to any slave; to one slave for as long as that lives; to the master for a while after a write of its own; or to a slave that first waits until it has applied all that this client has written or seen.',
  },
  routeWindowMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'Leader after own write: for this long its reads stay with the master. It helps only where it is longer than the slaves lag.',
  },
  positionTimeoutMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'Wait for position: a slave that is not that far within this time says so, and the read goes to the master. It bounds what a lagging slave costs.',
  },
} as const satisfies Fields

export const REPLICATION = {
  mode: {
    type: 'choice',
    choices: ['async', 'semi-sync', 'quorum', 'all'],
    default: 'async',
    live: true,
    description:
      'Async: the client hears OK once the master has committed. Semi-sync: the master first waits for slaves to have it, but not for ever. Quorum: it waits for so many, however long. All: it waits for every slave, however long.',
  },
  waitFor: {
    type: 'number',
    unit: 'slaves',
    min: 1,
    max: 8,
    step: 1,
    default: 1,
    live: true,
    description: 'Semi-sync and quorum: acknowledgements needed before the client hears OK.',
  },
  timeoutMs: {
    ...patience,
    default: 10_000,
    live: true,
    description: 'Semi-sync: without them for this long the master goes on as async, and its promises get weaker.',
  },
  ack: {
    type: 'choice',
    choices: ['received', 'applied'],
    default: 'received',
    live: true,
    description: 'What an acknowledgement means: safe in the relay log, or readable on the slave. MySQL’s is received.',
  },
  waitPoint: {
    type: 'choice',
    choices: ['after-sync', 'after-commit'],
    default: 'after-sync',
    live: true,
    description:
      'Where the master waits: after its log is flushed, when nobody sees the change yet, or after the commit, when everybody else reads what may still be lost.',
  },
  connectRetryMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'Pause of an I/O thread between attempts to connect. MySQL’s default is 60000; tuned set-ups use 1000.',
  },
  netTimeoutMs: {
    ...patience,
    default: 60_000,
    live: true,
    description:
      'An I/O thread that hears nothing for this long drops its connection. Until then silence looks like peace.',
  },
  heartbeatMs: {
    ...patience,
    default: 30_000,
    live: true,
    description: 'An idle sender says that it is alive this often. MySQL’s default is half of the net timeout.',
  },
  connectRetries: {
    type: 'number',
    unit: 'attempts',
    min: 0,
    max: 1_000_000,
    step: 1,
    default: 0,
    live: true,
    description:
      'An I/O thread that cannot connect tries again so many times, then stops until somebody starts it; 0 = it never gives up.',
  },
  retainEntries: {
    type: 'number',
    unit: 'entries',
    min: 0,
    max: 1_000_000_000,
    step: 10,
    default: 0,
    live: true,
    description:
      'Every node keeps at least the newest so many entries in its log; 0 = all. A slave that was away for longer finds what it needs gone, and has to be built anew.',
  },
  heartbeatRowMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 100,
    default: 0,
    live: true,
    description:
      'The master writes the time into a row of its own this often; 0 = never. A slave that looks at its copy of the row knows how far behind it really is.',
  },
} as const satisfies Fields

export const COSTS = {
  entryBytes: {
    type: 'number',
    unit: 'bytes',
    min: 1,
    max: 10_000_000,
    step: 100,
    default: 500,
    live: true,
    description: 'What one entry weighs on the wire. It matters only where a link has a limit.',
  },
  executeMs: { ...cost, default: 0.5, description: 'Running the statement on the master.' },
  binlogWriteMs: { ...cost, default: 0.1, description: 'Writing the entry to the binlog, still in memory.' },
  flushMs: { ...cost, default: 1, description: 'Flushing the binlog to disk: after that the entry survives a crash.' },
  commitMs: { ...cost, default: 0.1, description: 'Making the change visible on the master.' },
  relayFlushMs: {
    ...cost,
    default: 1,
    description: 'Flushing the relay log on a slave: after that it may acknowledge.',
  },
  applyMs: {
    ...cost,
    default: 0.5,
    description: 'One entry on a slave’s SQL thread. It sets how much a slave can take and how fast it catches up.',
  },
  restartMs: {
    ...cost,
    step: 100,
    max: 3_600_000,
    default: 5_000,
    description: 'From restart until the node answers.',
  },
  dataMegabytes: {
    type: 'number',
    unit: 'MB',
    min: 1,
    max: 1_000_000,
    step: 10,
    default: 100,
    live: true,
    description: 'What all data of a node weigh. A node that is built anew copies them before it can follow anybody.',
  },
  copyKilobytesPerSecond: {
    type: 'number',
    unit: 'kB/s',
    min: 1,
    max: 10_000_000,
    step: 1000,
    default: 50_000,
    live: true,
    description:
      'What a node gives to those that copy its data, shared between them. Data divided by it is the time until a lost slave is back.',
  },
} as const satisfies Fields

/** One of several that watch the master and vote. */
const MONITOR = {
  id: { type: 'id', description: 'Name of the monitor.' },
  dataCenter: {
    type: 'id',
    optional: true,
    description: 'Where it stands. A monitor that is cut off together with the master finds it well.',
  },
} as const satisfies Fields

export const FAILOVER = {
  monitor: {
    type: 'flag',
    default: true,
    description: 'Whether somebody watches the master and promotes a slave when it dies.',
  },
  monitors: {
    type: 'list',
    of: MONITOR,
    max: 5,
    description:
      'Several monitors that watch the master each for itself and elect one of them to act: 1, 3 or 5 of them. Empty: a single one that asks nobody. One that is cut off then mistakes nothing for a dead master, and one that dies is replaced.',
  },
  quorum: {
    type: 'number',
    unit: 'monitors',
    min: 1,
    max: 5,
    step: 1,
    default: 2,
    live: true,
    description:
      'How many monitors must find the master down before one asks for votes. It is elected by as many, but never by less than the majority of all monitors. A smaller quorum notices sooner; only the majority keeps two from acting at once.',
  },
  probeEveryMs: {
    ...patience,
    default: 500,
    live: true,
    description: 'How often the monitor asks each node whether it is there.',
  },
  probeTimeoutMs: {
    ...patience,
    default: 500,
    live: true,
    description: 'A probe without an answer for this long is missed.',
  },
  misses: {
    type: 'number',
    unit: 'probes',
    min: 1,
    max: 100,
    step: 1,
    default: 3,
    live: true,
    description:
      'Missed probes in a row before the master is suspected. Fewer: a faster failover, and more false ones.',
  },
  choose: {
    type: 'choice',
    choices: ['most-advanced', 'by-hand'],
    default: 'most-advanced',
    live: true,
    description: 'Who takes over: the slave that has received most, or the one that you name.',
  },
  promoteWithin: {
    type: 'choice',
    choices: ['anywhere', 'same-data-center'],
    default: 'anywhere',
    live: true,
    description:
      'Whether a slave in another data centre than the lost master may take over. If only the same one will do, losing a whole data centre is an outage until somebody acts, and never two masters.',
  },
  drain: {
    type: 'choice',
    choices: ['wait', 'skip', 'fail'],
    default: 'wait',
    live: true,
    description:
      'What a candidate does that has received more than it has applied: apply it all first, throw it away and take over at once, or refuse to take over.',
  },
  fence: {
    type: 'choice',
    choices: ['none', 'lease', 'power-off', 'proxy'],
    default: 'none',
    live: true,
    description:
      'How the old master is kept from taking writes before a new one does. None: it learns of the newer epoch when somebody reaches it. Lease: it stops by itself when it has not been heard of for `leaseMs`. Power-off: its host is switched off. Proxy: clients are no longer let through to it.',
  },
  fenceMs: {
    ...patience,
    default: 1_000,
    live: true,
    description: 'How long switching a host off takes, or telling the proxy. It is part of the outage.',
  },
  leaseMs: {
    ...patience,
    default: 10_000,
    live: true,
    description:
      'A master that the monitor has not heard for this long makes itself read-only; the monitor waits as long before it promotes. Shorter: a shorter outage, and more of them when the network is slow.',
  },
  antiFlapMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 1_000,
    default: 0,
    live: true,
    description:
      'After a failover none by itself for this long, so that a fault that comes and goes does not send the master round and round. Orchestrator’s default is an hour.',
  },
  catchUpMs: {
    ...patience,
    default: 10_000,
    live: true,
    description:
      'Switchover: if the new master has not caught up within this time, the old one takes writes again and nothing has changed.',
  },
  oldConnections: {
    type: 'choice',
    choices: ['close', 'keep'],
    default: 'close',
    live: true,
    description:
      'What a reroute does with connections that are open to the old master. Kept ones go on writing there, for as long as it takes writes.',
  },
  oldMaster: {
    type: 'choice',
    choices: ['leave', 'rejoin', 'rewind', 'rebuild'],
    default: 'leave',
    live: true,
    description:
      'What the monitor does with a former master that answers again. Leave: it stays fenced. Rejoin: it follows as it is, and is refused if it has entries of its own. Rewind: it takes those back first, which takes a while. Rebuild: it throws everything away and copies the data of the master, which takes longest and always works.',
  },
  promoteMs: {
    ...patience,
    default: 50,
    live: true,
    description: 'Becoming master once the relay log is empty.',
  },
  rerouteMs: {
    ...patience,
    default: 100,
    live: true,
    description: 'Clients learn the new address this long after the promotion.',
  },
} as const satisfies Fields

const entries = { type: 'number', unit: 'entries', min: 1, max: 1_000_000_000, step: 1 } as const
export const LAG = {
  warnEntries: {
    ...entries,
    default: 5,
    live: true,
    description:
      'A slave this many entries behind gets a warning. Entries are what is lost if it has to take over now; they say nothing about how old its data are.',
  },
  criticalEntries: {
    ...entries,
    default: 10,
    live: true,
    description: 'A slave this many entries behind is critical: somebody should look before it has to take over.',
  },
  warnMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'A slave whose oldest missing entry is this old gets a warning. Age is what its readers see: data that are so old.',
  },
  criticalMs: {
    ...patience,
    default: 5_000,
    live: true,
    description: 'A slave whose oldest missing entry is this old is critical: what is read there misleads.',
  },
  dwellMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 100,
    default: 1_000,
    live: true,
    description:
      'Over a threshold for this long before it is an alert. Short: alarms about every passing wave. Long: users notice first.',
  },
  noDataMs: {
    ...patience,
    default: 5_000,
    live: true,
    description:
      'Nothing heard of a slave for this long, or NULL instead of a number, is an alert: no data is not a lag of 0.',
  },
} as const satisfies Fields
