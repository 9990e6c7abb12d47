/** Every preset, in one piece: pages fetch it when a run is chosen. */
import { afterCommitPhantom } from './after-commit-phantom.ts'
import { asyncPipeline } from './async-pipeline.ts'
import { countersBelowZero } from './counters-below-zero.ts'
import { customMerge } from './custom-merge.ts'
import { delayedSlave } from './delayed-slave.ts'
import { drainSkipped } from './drain-skipped.ts'
import { duplicateKey } from './duplicate-key.ts'
import { empty } from './empty.ts'
import { failoverClean } from './failover-clean.ts'
import { failoverLostWrites } from './failover-lost-writes.ts'
import { fullySync } from './fully-sync.ts'
import { globalTableMrec } from './global-table-mrec.ts'
import { globalTableMrsc } from './global-table-mrsc.ts'
import { globalTableWitness } from './global-table-witness.ts'
import { heartbeat } from './heartbeat.ts'
import { home } from './home.ts'
import { immortalEntry } from './immortal-entry.ts'
import { lagUnderLoad } from './lag-under-load.ts'
import { leaseFencing } from './lease-fencing.ts'
import { lostIncrement } from './lost-increment.ts'
import { lwwClockSkew } from './lww-clock-skew.ts'
import { noMajority } from './no-majority.ts'
import { noticedFirst } from './noticed-first.ts'
import { oldConnectionsKept } from './old-connections-kept.ts'
import { oldMasterReturns } from './old-master-returns.ts'
import type { Preset } from './preset.ts'
import { purgedLog } from './purged-log.ts'
import { readYourWrites } from './read-your-writes.ts'
import { reseed } from './reseed.ts'
import { rewindOldMaster } from './rewind-old-master.ts'
import { ringOfThree } from './ring-of-three.ts'
import { semiSync } from './semi-sync.ts'
import { silentPartition } from './silent-partition.ts'
import { slowSqlThread } from './slow-sql-thread.ts'
import { staleReads } from './stale-reads.ts'
import { swappedRows } from './swapped-rows.ts'
import { switchover } from './switchover.ts'
import { syncQuorum } from './sync-quorum.ts'
import { threeMonitors } from './three-monitors.ts'
import { tombstoneZombie } from './tombstone-zombie.ts'
import { twoDataCenters } from './two-data-centers.ts'
import { twoMastersLww } from './two-masters-lww.ts'
import { twoStrategies } from './two-strategies.ts'
import { twoTier } from './two-tier.ts'
import { vectorClockSiblings } from './vector-clock-siblings.ts'
import { wentBack } from './went-back.ts'

/** Those with a card, in the order of learning. */
export const presets: readonly Preset[] = [
  asyncPipeline,
  semiSync,
  syncQuorum,
  fullySync,
  lagUnderLoad,
  slowSqlThread,
  silentPartition,
  staleReads,
  readYourWrites,
  wentBack,
  heartbeat,
  noticedFirst,
  twoTier,
  delayedSlave,
  purgedLog,
  reseed,
  failoverClean,
  failoverLostWrites,
  drainSkipped,
  switchover,
  oldMasterReturns,
  rewindOldMaster,
  oldConnectionsKept,
  leaseFencing,
  twoDataCenters,
  threeMonitors,
  noMajority,
  afterCommitPhantom,
  twoMastersLww,
  twoStrategies,
  lwwClockSkew,
  vectorClockSiblings,
  customMerge,
  swappedRows,
  lostIncrement,
  duplicateKey,
  countersBelowZero,
  ringOfThree,
  immortalEntry,
  tombstoneZombie,
  globalTableMrec,
  globalTableMrsc,
  globalTableWitness,
]

/** Any preset by its id, those without a card included; undefined when there is none of that name. */
export const preset = (id: string): Preset | undefined => everyPreset.find((one) => one.id === id)

export const everyPreset: readonly Preset[] = [...presets, home, empty]
