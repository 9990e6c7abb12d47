/**
 * The scenario as the engine works with it: integer microseconds, one immutable object per participant, shared
 * by the contexts of all its machines. A `set` intervention makes new ones; nobody writes to an old one.
 */
import type { Scenario } from '../../run/index.ts'
import { type ClientSettings, clientSettings } from './clients.ts'
import { type LagLimits, lagLimits } from './lag.ts'
import { micros, thousand } from './micros.ts'
import { type MonitorSettings, monitorSettings } from './monitors.ts'
import { type MultiMasterSettings, multiMasterSettings } from './multiMaster.ts'
import { type NodeSettings, numbered } from './nodes.ts'
import { type RegionSettings, regionSettings } from './regions.ts'

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
  /** Null with one master. */
  readonly multiMaster: MultiMasterSettings | null
  /** Null where nodes are single servers. */
  readonly regions: RegionSettings | null
}

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
    monitor: monitorSettings(failover),
    monitors: failover.monitors.length > 0 ? failover.monitors.map(({ id }) => id) : ['monitor'],
    lag: lagLimits(lag),
    multiMaster: multiMasterSettings(scenario),
    regions: regionSettings(scenario),
  }
}
