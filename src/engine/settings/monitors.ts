/** What a monitor works under: how soon it believes that the master is gone, and what it may do then. */
import type { Scenario } from '../../run/index.ts'
import { micros, thousand } from './micros.ts'

export interface MonitorSettings {
  readonly present: boolean
  /** Are there several by name, of which one has to be elected before it acts? */
  readonly votes: boolean
  /** How many must find the master down, and how many votes it takes. */
  readonly quorum: number
  readonly majority: number
  /** The longest pause before it asks for votes. */
  readonly electionPauseUs: number
  /** How long it waits for votes, and then until it asks again. */
  readonly electionUs: number
  /** Until it takes somebody for lost that it has voted for and not heard of since, or tries again what failed. */
  readonly electionRetryUs: number
  readonly probeEveryUs: number
  readonly probeTimeoutUs: number
  readonly misses: number
  readonly byHand: boolean
  readonly withinDataCenter: boolean
  readonly fence: Scenario['failover']['fence']
  readonly fenceUs: number
  readonly leaseUs: number
  /** 0 = it may fail over again at once. */
  readonly antiFlapUs: number
  readonly catchUpUs: number
  readonly keepsConnections: boolean
  /** What it does with a former master that answers again. */
  readonly oldMaster: Scenario['failover']['oldMaster']
  readonly promoteUs: number
  readonly rerouteUs: number
}

export function monitorSettings(failover: Scenario['failover']): MonitorSettings {
  return {
    present: failover.monitor,
    votes: failover.monitors.length > 0,
    quorum: failover.quorum,
    majority: Math.max(failover.quorum, Math.floor(failover.monitors.length / 2) + 1),
    electionPauseUs: micros(failover.electionPauseMs),
    electionUs: micros(failover.electionMs),
    electionRetryUs: micros(failover.electionRetryMs),
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
  }
}
