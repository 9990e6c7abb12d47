/**
 * The scenario as the engine works with it: integer microseconds, one immutable object per participant, shared
 * by the contexts of all its machines. A `set` intervention makes new ones; nobody writes to an old one.
 */
import type { ClientSpec, LinkSpec, NodeSpec, Scenario } from '../run/index.ts'

export interface Settings {
  /** The scenario as it stands, numbers as in its file. */
  readonly scenario: Scenario
  readonly paceUs: number
  readonly nodes: readonly NodeSettings[]
  readonly clients: readonly ClientSettings[]
  readonly monitor: MonitorSettings
  readonly lag: { warnEntries: number; criticalEntries: number; warnUs: number; criticalUs: number }
}

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
  readonly semiSync: boolean
  readonly waitFor: number
  readonly gateTimeoutUs: number
  readonly ackApplied: boolean
  readonly connectRetryUs: number
  readonly netTimeoutUs: number
  readonly heartbeatUs: number
  readonly promoteUs: number
}

export interface ClientSettings {
  readonly id: string
  readonly kind: ClientSpec['kind']
  /** Mean pause: think time of a closed loop, 1/rate of a stream; 0 = writes only when told to. */
  readonly gapUs: number
  readonly exponential: boolean
  readonly connections: number
  readonly keys: number
  readonly entriesPerWrite: number
  readonly timeoutUs: number
  readonly retryUs: number
  readonly startUs: number
  /** 0 = never stops. */
  readonly writes: number
}

export interface MonitorSettings {
  readonly present: boolean
  readonly probeEveryUs: number
  readonly probeTimeoutUs: number
  readonly misses: number
  readonly byHand: boolean
  readonly promoteUs: number
  readonly rerouteUs: number
}

/** At least 1: nothing happens at the instant of its cause. */
const micros = (ms: number): number => Math.max(1, Math.floor(ms * 1000 + 0.5))

export function settingsOf(scenario: Scenario): Settings {
  const { failover, lag } = scenario
  return {
    scenario,
    paceUs: micros(scenario.paceMs),
    nodes: scenario.nodes.map((node) => nodeSettings(scenario, node)),
    clients: scenario.clients.map(clientSettings),
    monitor: {
      present: failover.monitor,
      probeEveryUs: micros(failover.probeEveryMs),
      probeTimeoutUs: micros(failover.probeTimeoutMs),
      misses: failover.misses,
      byHand: failover.choose === 'by-hand',
      promoteUs: micros(failover.promoteMs),
      rerouteUs: micros(failover.rerouteMs),
    },
    lag: {
      warnEntries: lag.warnEntries,
      criticalEntries: lag.criticalEntries,
      warnUs: micros(lag.warnMs),
      criticalUs: micros(lag.criticalMs),
    },
  }
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
    clockOffsetUs: Math.floor(node.clockOffsetMs * 1000 + 0.5),
    semiSync: replication.mode === 'semi-sync',
    waitFor: replication.waitFor,
    gateTimeoutUs: micros(replication.timeoutMs),
    ackApplied: replication.ack === 'applied',
    connectRetryUs: micros(replication.connectRetryMs),
    netTimeoutUs: micros(replication.netTimeoutMs),
    heartbeatUs: micros(replication.heartbeatMs),
    promoteUs: micros(failover.promoteMs),
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
    entriesPerWrite: client.entriesPerWrite,
    timeoutUs: micros(client.timeoutMs),
    retryUs: micros(client.retryMs),
    startUs: micros(client.startMs),
    writes: client.writes,
  }
}

export interface Distance {
  readonly oneWayUs: number
  readonly jitterUs: number
  /** In each direction; 0 = no limit. Only links between nodes have one. */
  readonly kilobytesPerSecond: number
  readonly lossPercent: number
}

/** How far two participants are apart: an exception of the scenario, or what holds for their kind. */
export function distance(scenario: Scenario, a: string, b: string, kind: 'replication' | 'client' | 'probe'): Distance {
  const { network } = scenario
  const own = network.links.find((link: LinkSpec) => {
    const [one, other] = link.between
    return (one === a && other === b) || (one === b && other === a)
  })
  const usual =
    kind === 'client' ? network.clientOneWayMs : kind === 'probe' ? network.monitorOneWayMs : network.oneWayMs
  return {
    oneWayUs: micros(own?.oneWayMs ?? usual),
    jitterUs: Math.floor((own?.jitterMs ?? network.jitterMs) * 1000 + 0.5),
    kilobytesPerSecond: kind === 'replication' ? (own?.kilobytesPerSecond ?? network.kilobytesPerSecond) : 0,
    lossPercent: own?.lossPercent ?? network.lossPercent,
  }
}

/**
 * The scenario with one setting changed. `path` as in `failover.misses`, `nodes.db2.applyMs`, `clients.c1.thinkMs`,
 * `network.links.db1~db2.oneWayMs`. Throws when nothing is there to be set.
 */
export function changed(scenario: Scenario, path: string, value: number | string): Scenario {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const copy: unknown = JSON.parse(JSON.stringify(scenario))
  let here = copy
  for (const step of steps) here = into(here, step)
  if (typeof here !== 'object' || here === null) throw new Error(`There is no setting ${path}.`)
  ;(here as Record<string, unknown>)[last] = value
  return copy as Scenario
}

function into(here: unknown, step: string): unknown {
  if (Array.isArray(here)) {
    return here.find(
      (item: { id?: string; between?: [string, string] }) => (item.id ?? item.between?.join('~')) === step,
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
      for (const item of value) if (typeof item === 'object') walk(item, `${path}.${item.id ?? item.between.join('~')}`)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`)
    }
  }
  const { nodes, network, clients, replication, costs, failover, lag } = scenario
  walk({ nodes, network, clients, replication, costs, failover, lag }, '')
  known.set(scenario, flat)
  return flat
}
