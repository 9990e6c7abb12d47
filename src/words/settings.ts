import type { FactArgs } from '../engine/index.ts'
import { type Field, type Fields, SCENARIO, type Unit } from '../run/index.ts'
import { choiceWord } from './choices.ts'
import { decimal, whole } from './numbers.ts'
import { terms } from './terms.ts'

/** Controls: what each setting is called, and the unit behind its value. */
const NAMES: Record<string, string> = {
  'replication.mode': 'Mode',
  'replication.waitFor': 'Wait for',
  'replication.timeoutMs': 'Give up after',
  'replication.ack': 'Ack means',
  'replication.waitPoint': 'Wait point',
  'replication.connectRetryMs': 'Connect again after',
  'replication.netTimeoutMs': 'Silent until',
  'replication.heartbeatMs': 'Heartbeat every',
  'replication.connectRetries': 'Connect again',
  'replication.retainEntries': 'Logs keep',
  'replication.heartbeatRowMs': 'Heartbeat row every',
  'failover.probeEveryMs': 'Probe every',
  'failover.probeTimeoutMs': 'Missed after',
  'failover.misses': 'Down after',
  'failover.quorum': 'Agree',
  'failover.electionPauseMs': 'Ask within',
  'failover.electionMs': 'Wait for votes',
  'failover.electionRetryMs': 'Try again after',
  'failover.choose': 'Who takes over',
  'failover.promoteWithin': 'Promote within',
  'failover.drain': 'Relay log',
  'failover.fence': 'Fence',
  'failover.fenceMs': 'Fencing takes',
  'failover.leaseMs': 'Lease lasts',
  'failover.antiFlapMs': 'Then none for',
  'failover.catchUpMs': 'Catches up within',
  'failover.oldConnections': 'Old connections',
  'failover.oldMaster': 'Once it is back',
  'failover.promoteMs': 'Promotion takes',
  'failover.rerouteMs': 'Clients know after',
  'lag.warnEntries': 'Warn at',
  'lag.criticalEntries': 'Critical at',
  'lag.warnMs': 'Warn at age',
  'lag.criticalMs': 'Critical at age',
  'lag.dwellMs': 'Alert after',
  'lag.noDataMs': 'No data after',
  'network.oneWayMs': 'One way',
  'network.farOneWayMs': 'Between data centres',
  'network.jitterMs': 'Jitter',
  'network.kilobytesPerSecond': 'Bandwidth',
  'network.lossPercent': 'Loss',
  'network.clientOneWayMs': 'To clients',
  'network.monitorOneWayMs': 'To the monitor',
  'nodes.applyMs': 'Applying takes',
  'nodes.clockOffsetMs': 'Clock ahead by',
  'nodes.promotion': 'May take over',
  'nodes.delayMs': 'Delayed by',
  'clients.kind': 'Kind',
  'clients.thinkMs': 'Pause',
  'clients.ratePerSecond': 'Rate',
  'clients.spacing': 'Spacing',
  'clients.connections': 'Connections',
  'clients.keys': 'Keys',
  'clients.hotPercent': 'Hot key gets',
  'clients.entriesPerWrite': 'Write has',
  'clients.timeoutMs': 'Gives up after',
  'clients.retryMs': 'Tries again after',
  'clients.readsPerSecond': 'Reads a second',
  'clients.readsPerWrite': 'Reads back',
  'clients.route': 'Reads from',
  'clients.routeWindowMs': 'Stays with it for',
  'clients.positionTimeoutMs': 'Waits at most',
  'costs.entryBytes': 'Entry weighs',
  'costs.executeMs': 'Statement takes',
  'costs.binlogWriteMs': 'Binlog write takes',
  'costs.flushMs': 'Binlog flush takes',
  'costs.commitMs': 'Commit takes',
  'costs.relayFlushMs': 'Relay flush takes',
  'costs.applyMs': 'Applying takes',
  'costs.restartMs': 'Restart takes',
  'costs.dataMegabytes': 'Data weigh',
  'costs.copyKilobytesPerSecond': 'Copying runs at',
  'nodes.clockDriftPpm': 'Clock gains',
  'nodes.priority': 'Priority',
  'clients.operation': 'Its writes',
  'clients.context': 'A write knows',
  'multiMaster.loops': 'Drops what',
  'multiMaster.rule': 'Conflict rule',
  'multiMaster.ties': 'Ties go to',
  'multiMaster.ship': 'Entries carry',
  'multiMaster.onError': 'On an error',
  'multiMaster.tombstones': 'Tombstones go',
  'multiMaster.graceMs': 'Grace',
  'clients.consistency': 'Its reads are',
  'regions.zoneMs': 'Between zones',
  'regions.leaseMs': 'Lease lasts',
  'regions.giveUpMs': 'Waits for regions',
}

/** The path without the id in it: `nodes.db2.applyMs` -> `nodes.applyMs`. */
export const settingKind = (path: string): string => {
  const parts = path.split('.')
  return `${parts[0]}.${parts[parts.length - 1]}`
}

const field = (path: string): Field | undefined => {
  const [group = '', name = ''] = settingKind(path).split('.')
  const table = (SCENARIO as Fields)[group]
  const fields = table?.type === 'group' ? table.fields : table?.type === 'list' ? table.of : {}
  return fields[name]
}

export const settingName = (path: string): string => NAMES[settingKind(path)] ?? settingKind(path)

const UNITS: Record<Unit, [string, string]> = {
  ms: ['ms', 'ms'],
  'per second': ['writes/s', 'writes/s'],
  'kB/s': ['kB/s', 'kB/s'],
  '%': ['%', '%'],
  bytes: ['byte', 'bytes'],
  slaves: ['slave', 'slaves'],
  probes: ['miss', 'misses'],
  monitors: ['monitor', 'monitors'],
  entries: ['entry', 'entries'],
  keys: ['key', 'keys'],
  connections: ['connection', 'connections'],
  writes: ['write', 'writes'],
  reads: ['read', 'reads'],
  MB: ['MB', 'MB'],
  attempts: ['time', 'times'],
  draws: ['', ''],
  ppm: ['ppm', 'ppm'],
  rank: ['', ''],
  value: ['', ''],
}
export function unitWord(unit: Unit, n: number, _path = ''): string {
  if (unit === 'slaves') return n === 1 ? terms.slave : terms.slaves
  return UNITS[unit][n === 1 ? 0 : 1]
}

/** Where 0 is no number but a choice. */
const ZERO: Record<string, string> = {
  'replication.connectRetries': 'for ever',
  'replication.retainEntries': 'all entries',
  'replication.heartbeatRowMs': 'never',
  'nodes.delayMs': 'none',
}

/** A value with its unit: "500 ms", "1 slave", "most advanced". */
export function settingValue(path: string, value: number | string): string {
  const known = field(path)
  if (typeof value === 'string' || known?.type !== 'number') return choiceWord(path, String(value))
  if (known.unit === 'kB/s' && value === 0) return 'no limit'
  const none = value === 0 ? ZERO[settingKind(path)] : undefined
  if (none !== undefined) return none
  const text = Number.isInteger(value) ? whole(value) : decimal(value, 3)
  return `${text} ${unitWord(known.unit, value, path)}`.trim()
}

/** A change of a setting, for the log: "Down after: 2 misses"; with its owner, unless the line stands beside it. */
export function settingText({ path = '', value, reason }: FactArgs, beside = ''): string {
  const parts = path.split('.')
  const owner = parts.length === 3 && parts[1] !== beside ? `${parts[1]}, ` : ''
  return `${owner}${settingName(path)}: ${settingValue(path, reason ?? value ?? 0)}`
}
