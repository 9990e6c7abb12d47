/**
 * A frame is a picture of one instant of a run: plain data that survives a structured clone. Everything drawn
 * or shown in a panel is a pure function of a frame and a time. Times are integer microseconds of virtual
 * time; a `since` says when its neighbour field took its present value; positions are 1-based places in a
 * node's log (0 = nothing); null means "does not apply".
 */
import type { Fact } from '../fact.ts'
import type { LagLimits } from '../settings/index.ts'
import type { CheckerFrame } from './checker.ts'
import type { ClientFrame } from './client.ts'
import type { Counters, LostWrite } from './counters.ts'
import type { Alert, Copies } from './lag.ts'
import type { ModeFrame } from './mode.ts'
import type { MonitorFrame } from './monitor.ts'
import type { MultiMasterFrame } from './multiMaster.ts'
import type { LinkFrame, MessageFrame } from './network.ts'
import type { NodeFrame } from './node.ts'
import type { Outage } from './outage.ts'

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
  monitors: MonitorFrame[]
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
  /** The thresholds as they stand. */
  lag: LagLimits
  /** What the lag monitor raised: the last 50, the oldest first; those that stand are all among them. */
  alerts: Alert[]
  copies: Copies
  /** Null with one master. */
  multiMaster: MultiMasterFrame | null
}
