/** The picture of one instant: what everybody outside the engine sees of a run. Types only; `observe/` makes them. */
export type { Cell, Row } from './cell.ts'
export type { CheckerFrame } from './checker.ts'
export type { ClientFrame } from './client.ts'
export type { Counters, LostWrite } from './counters.ts'
export type { Frame } from './frame.ts'
export type { Alert, Copies, Lag } from './lag.ts'
export type { ModeFrame } from './mode.ts'
export type { MonitorFrame } from './monitor.ts'
export type {
  Agreement,
  ChannelFrame,
  ConflictFrame,
  EntryName,
  MultiMasterFrame,
  RowFrame,
  RuleName,
  SiteFrame,
  VersionFrame,
} from './multiMaster.ts'
export type { LinkFrame, MessageFrame } from './network.ts'
export type { NodeFrame } from './node.ts'
export type { Outage } from './outage.ts'
export type { PartFrame } from './part.ts'
export type { ReadCounts, ReadVersions } from './read.ts'
export type { RegionFrame } from './regions.ts'
export type { RulingFrame } from './rulings.ts'
export type { Fate, Latency, Service } from './service.ts'
