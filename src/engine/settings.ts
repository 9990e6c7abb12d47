/**
 * The scenario as the engine works with it: integer microseconds, one immutable object per participant, shared
 * by the contexts of all its machines. A `set` intervention makes new ones; nobody writes to an old one.
 */
import type { ClientSpec, LinkSpec, NodeSpec, Scenario } from '../run/index.ts'
import { linkId } from './kernel/linkId.ts'

export interface Settings {
  /** The scenario as it stands, numbers as in its file. */
  readonly scenario: Scenario
  readonly paceUs: number
  /** What one entry weighs on the wire. */
  readonly entryBytes: number
  /** What a copy of a node's data weighs, in bytes, and what a donor gives to all its copies, in bytes a second. */
  readonly dataBytes: number
  readonly copyBytesPerSecond: number
  /** By node number. */
  readonly nodes: readonly NodeSettings[]
  readonly clients: readonly ClientSettings[]
  readonly monitor: MonitorSettings
  /** Ids of the monitors; one called `monitor` where the scenario names none. */
  readonly monitors: readonly string[]
  /** When a slave's lag, or its silence, is worth a word. */
  readonly lag: LagLimits
}

export interface LagLimits {
  readonly warnEntries: number
  readonly criticalEntries: number
  readonly warnUs: number
  readonly criticalUs: number
  /** Over a threshold for this long before it is an alert. */
  readonly dwellUs: number
  /** Nothing heard for this long is one, too. */
  readonly noDataUs: number
}

export type Mode = Scenario['replication']['mode']
type Drain = Scenario['failover']['drain']
type Fence = Scenario['failover']['fence']
type OldMaster = Scenario['failover']['oldMaster']

/** Durations in microseconds, at least 1. */
export interface NodeSettings {
  readonly id: string
  readonly startsAsMaster: boolean
  readonly executeUs: number
  readonly binlogWriteUs: number
  readonly flushUs: number
  readonly commitUs: number
  readonly relayFlushUs: number
  /** One entry on the SQL thread. */
  readonly applyUs: number
  readonly restartUs: number
  /** Its clock minus true time. */
  readonly clockOffsetUs: number
  readonly mode: Mode
  readonly waitFor: number
  readonly gateTimeoutUs: number
  readonly ackApplied: boolean
  /** Slaves acknowledge in every mode but async. */
  readonly acknowledges: boolean
  /** The wait point AFTER_COMMIT: committed first, then the wait, then OK. */
  readonly commitsFirst: boolean
  readonly connectRetryUs: number
  readonly netTimeoutUs: number
  readonly heartbeatUs: number
  /** Failed attempts to connect after the first; 0 = no end of them. */
  readonly connectRetries: number
  /** How old an entry must be before its SQL thread takes it; 0 = not delayed. */
  readonly delayUs: number
  /** Entries that its log keeps at least; 0 = all. */
  readonly retainEntries: number
  /** How often a master writes its heartbeat row; 0 = never. */
  readonly heartbeatRowUs: number
  readonly promoteUs: number
  /** What it does with what it has received and not applied when it is to take over. */
  readonly drain: Drain
  /** As a master it may write only while somebody has heard of it lately. */
  readonly leases: boolean
  /** A master that returns takes no writes before it is told that it still is one. */
  readonly comesBackReadOnly: boolean
}

export interface ClientSettings {
  readonly id: string
  readonly kind: ClientSpec['kind']
  /** Mean pause: think time of a closed loop, 1/rate of a stream; 0 = writes only when told to. */
  readonly gapUs: number
  readonly exponential: boolean
  readonly connections: number
  readonly keys: number
  /** Of 100,000 requests, how many go to the hot key besides its share of the others. */
  readonly hotOf100k: number
  readonly entriesPerWrite: number
  readonly timeoutUs: number
  readonly retryUs: number
  readonly startUs: number
  /** 0 = never stops. */
  readonly writes: number
  /** How often a read-write client reads its row back. */
  readonly readsPerWrite: number
  readonly route: ClientSpec['route']
  /** How long its reads stay with the leader after a write of its own. */
  readonly routeWindowUs: number
  /** How long a slave may wait for the position that it is asked for. */
  readonly positionTimeoutUs: number
}

export interface MonitorSettings {
  readonly present: boolean
  /** Are there several by name, of which one has to be elected before it acts? */
  readonly votes: boolean
  /** How many must find the master down, and how many votes it takes. */
  readonly quorum: number
  readonly majority: number
  readonly probeEveryUs: number
  readonly probeTimeoutUs: number
  readonly misses: number
  readonly byHand: boolean
  readonly withinDataCenter: boolean
  readonly fence: Fence
  readonly fenceUs: number
  readonly leaseUs: number
  /** 0 = it may fail over again at once. */
  readonly antiFlapUs: number
  readonly catchUpUs: number
  readonly keepsConnections: boolean
  /** What it does with a former master that answers again. */
  readonly oldMaster: OldMaster
  readonly promoteUs: number
  readonly rerouteUs: number
}

export type Route = ClientSettings['route']

/** At least 1: nothing happens at the instant of its cause. */
const micros = (ms: number): number => Math.max(1, thousand(ms))

/** Numbers of a scenario are multiples of 0.001; those of the engine are whole. */
const thousand = (value: number): number => Math.floor(value * 1000 + 0.5)

/** `before`: of the same run a moment ago. A node keeps its number in it, also after it has left the scenario. */
export function settingsOf(scenario: Scenario, before?: Settings): Settings {
  const { failover, lag } = scenario
  return {
    scenario,
    paceUs: micros(scenario.paceMs),
    entryBytes: scenario.costs.entryBytes,
    dataBytes: scenario.costs.dataMegabytes * 1_000_000,
    copyBytesPerSecond: thousand(scenario.costs.copyKilobytesPerSecond),
    nodes: numbered(scenario, before?.nodes ?? []),
    clients: scenario.clients.map(clientSettings),
    monitor: {
      present: failover.monitor,
      votes: failover.monitors.length > 0,
      quorum: failover.quorum,
      majority: Math.max(failover.quorum, Math.floor(failover.monitors.length / 2) + 1),
      probeEveryUs: micros(failover.probeEveryMs),
      probeTimeoutUs: micros(failover.probeTimeoutMs),
      misses: failover.misses,
      byHand: failover.choose === 'by-hand',
      withinDataCenter: failover.promoteWithin === 'same-data-center',
      fence: failover.fence,
      fenceUs: micros(failover.fenceMs),
      leaseUs: micros(failover.leaseMs),
      antiFlapUs: thousand(failover.antiFlapMs),
      catchUpUs: micros(failover.catchUpMs),
      keepsConnections: failover.oldConnections === 'keep',
      oldMaster: failover.oldMaster,
      promoteUs: micros(failover.promoteMs),
      rerouteUs: micros(failover.rerouteMs),
    },
    monitors: failover.monitors.length > 0 ? failover.monitors.map(({ id }) => id) : ['monitor'],
    lag: {
      warnEntries: lag.warnEntries,
      criticalEntries: lag.criticalEntries,
      warnUs: micros(lag.warnMs),
      criticalUs: micros(lag.criticalMs),
      dwellUs: thousand(lag.dwellMs),
      noDataUs: micros(lag.noDataMs),
    },
  }
}

function numbered(scenario: Scenario, before: readonly NodeSettings[]): NodeSettings[] {
  const specOf = (id: string) => scenario.nodes.find((node) => node.id === id)
  const known = before.map((settings) => {
    const spec = specOf(settings.id)
    return spec === undefined ? settings : nodeSettings(scenario, spec)
  })
  const joined = scenario.nodes.filter(({ id }) => !before.some((settings) => settings.id === id))
  return [...known, ...joined.map((node) => nodeSettings(scenario, node))]
}

function nodeSettings(scenario: Scenario, node: NodeSpec): NodeSettings {
  const { costs, replication, failover } = scenario
  return {
    id: node.id,
    startsAsMaster: node.role === 'master',
    executeUs: micros(costs.executeMs),
    binlogWriteUs: micros(costs.binlogWriteMs),
    flushUs: micros(costs.flushMs),
    commitUs: micros(costs.commitMs),
    relayFlushUs: micros(costs.relayFlushMs),
    applyUs: micros(node.applyMs ?? costs.applyMs),
    restartUs: micros(costs.restartMs),
    clockOffsetUs: thousand(node.clockOffsetMs),
    mode: replication.mode,
    waitFor: replication.waitFor,
    gateTimeoutUs: micros(replication.timeoutMs),
    ackApplied: replication.ack === 'applied',
    acknowledges: replication.mode !== 'async',
    commitsFirst: replication.waitPoint === 'after-commit',
    connectRetryUs: micros(replication.connectRetryMs),
    netTimeoutUs: micros(replication.netTimeoutMs),
    heartbeatUs: micros(replication.heartbeatMs),
    connectRetries: replication.connectRetries,
    delayUs: thousand(node.delayMs),
    retainEntries: replication.retainEntries,
    heartbeatRowUs: thousand(replication.heartbeatRowMs),
    promoteUs: micros(failover.promoteMs),
    drain: failover.drain,
    leases: failover.fence === 'lease' && failover.monitor,
    comesBackReadOnly: failover.fence !== 'none' && failover.monitor,
  }
}

const spacing = (ratePerSecond: number): number =>
  ratePerSecond === 0 ? 0 : Math.max(1, Math.floor(1_000_000 / ratePerSecond + 0.5))

function clientSettings(client: ClientSpec): ClientSettings {
  const stream = client.kind === 'stream'
  return {
    id: client.id,
    kind: client.kind,
    gapUs: stream ? spacing(client.ratePerSecond) : micros(client.thinkMs),
    exponential: client.spacing === 'exponential',
    connections: stream ? client.connections : 1,
    keys: client.keys,
    hotOf100k: Math.floor(client.hotPercent * 1000 + 0.5),
    entriesPerWrite: client.entriesPerWrite,
    timeoutUs: micros(client.timeoutMs),
    retryUs: micros(client.retryMs),
    startUs: micros(client.startMs),
    writes: client.writes,
    readsPerWrite: client.readsPerWrite,
    route: client.route,
    routeWindowUs: micros(client.routeWindowMs),
    positionTimeoutUs: micros(client.positionTimeoutMs),
  }
}

export interface Distance {
  readonly oneWayUs: number
  readonly jitterUs: number
  /** In each direction; 0 = no limit. Links of clients and the monitor have one only as an exception. */
  readonly bytesPerSecond: number
  /** Of 100,000 messages. */
  readonly lossOf100k: number
}

/** The data centre that a node, a client or a monitor stands in; undefined = near everybody. */
export const placeOf = ({ nodes, clients, failover }: Scenario, id: string): string | undefined =>
  [nodes, clients, failover.monitors].flatMap((some) => some.find((one) => one.id === id) ?? [])[0]?.dataCenter

/** Every data centre that somebody stands in, in the order in which they are first named. */
export const placesOf = ({ nodes, clients, failover }: Scenario): string[] => [
  ...new Set([...nodes, ...clients, ...failover.monitors].flatMap(({ dataCenter }) => dataCenter ?? [])),
]

/** How far two participants are apart: an exception of the scenario, or what holds for their kind. */
export function distance(scenario: Scenario, a: string, b: string, kind: 'replication' | 'client' | 'probe'): Distance {
  const { network } = scenario
  const own = network.links.find((link: LinkSpec) => {
    const [one, other] = link.between
    return (one === a && other === b) || (one === b && other === a)
  })
  const [here, there] = [placeOf(scenario, a), placeOf(scenario, b)]
  const far = here !== undefined && there !== undefined && here !== there ? network.farOneWayMs : undefined
  const usual =
    far !== undefined
      ? far
      : kind === 'client'
        ? network.clientOneWayMs
        : kind === 'probe'
          ? network.monitorOneWayMs
          : network.oneWayMs
  return {
    oneWayUs: micros(own?.oneWayMs ?? usual),
    jitterUs: thousand(own?.jitterMs ?? network.jitterMs),
    bytesPerSecond: thousand(own?.kilobytesPerSecond ?? (kind === 'replication' ? network.kilobytesPerSecond : 0)),
    lossOf100k: thousand(own?.lossPercent ?? network.lossPercent),
  }
}

/**
 * The scenario with one setting changed. `path` as in `failover.misses`, `nodes.db2.applyMs`, `clients.c1.thinkMs`,
 * `network.links.db1~db2.oneWayMs`: a pair that had no exception gets one. Throws when nothing is there to be set.
 */
export function changed(scenario: Scenario, path: string, value: number | string): Scenario {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const copy = JSON.parse(JSON.stringify(scenario)) as Scenario
  const { links } = copy.network
  const [one, other] = (steps[1] === 'links' ? steps[2]! : '').split('~')
  if (one && other && !links.some(({ between }) => linkId(...between) === linkId(one, other)))
    links.push({ between: [one, other] })
  let here: unknown = copy
  for (const step of steps) here = into(here, step)
  if (typeof here !== 'object' || here === null) throw new Error(`There is no setting ${path}.`)
  ;(here as Record<string, unknown>)[last] = value
  return copy
}

/** `a~b` and `b~a` are one link. */
function linkNamed(name: string): string {
  const [one = '', other = ''] = name.split('~')
  return linkId(one, other)
}

function into(here: unknown, step: string): unknown {
  if (Array.isArray(here)) {
    return here.find(
      ({ id, between }: { id?: string; between?: readonly [string, string] }) =>
        id === step || (between !== undefined && linkId(...between) === linkNamed(step)),
    )
  }
  return (here as Record<string, unknown> | undefined)?.[step]
}

const known = new WeakMap<Scenario, Record<string, number | string>>()

/** Every number and choice of the scenario by its path, for the controls. The same object for the same scenario. */
export function settingsByPath(scenario: Scenario): Record<string, number | string> {
  const before = known.get(scenario)
  if (before !== undefined) return before
  const flat: Record<string, number | string> = {}
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number') flat[path] = value
    else if (typeof value === 'boolean') flat[path] = value ? 1 : 0
    else if (typeof value === 'string') flat[path] = value
    else if (Array.isArray(value)) {
      for (const item of value)
        if (typeof item === 'object') walk(item, `${path}.${item.id ?? linkId(item.between[0], item.between[1])}`)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`)
    }
  }
  const { nodes, network, clients, replication, costs, failover, lag } = scenario
  walk({ nodes, network, clients, replication, costs, failover, lag }, '')
  known.set(scenario, flat)
  return flat
}
