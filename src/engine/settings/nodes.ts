/** What a node works under. All of them share costs and rules of replication: a cluster is configured, not a server. */
import type { NodeSpec, Scenario } from '../../run/index.ts'
import { micros, thousand } from './micros.ts'

export type Mode = Scenario['replication']['mode']

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
  readonly drain: Scenario['failover']['drain']
  /** As a master it may write only while somebody has heard of it lately. */
  readonly leases: boolean
  /** A master that returns takes no writes before it is told that it still is one. */
  readonly comesBackReadOnly: boolean
}

/** By node number. `before`: of the same run a moment ago; a node keeps its number in it, also after it has left. */
export function numbered(scenario: Scenario, before: readonly NodeSettings[]): NodeSettings[] {
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
    // Among several masters every one has entries of its own on the way: there is no age to be read from one row.
    heartbeatRowUs: scenario.multiMaster.topology === 'none' ? thousand(replication.heartbeatRowMs) : 0,
    promoteUs: micros(failover.promoteMs),
    drain: failover.drain,
    leases: failover.fence === 'lease' && failover.monitor,
    comesBackReadOnly: failover.fence !== 'none' && failover.monitor,
  }
}
