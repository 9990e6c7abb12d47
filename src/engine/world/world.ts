/**
 * The world: everything that is true in a run at one instant, and nothing else. The kernel is the only one who
 * writes to it; frames, counters, lags, checkers and the digest read it. A checkpoint is a copy of it, so that
 * its parts are either immutable values (contexts, messages), columns with copy-on-write chunks, or small.
 *
 * Places in a log are 1-based positions. One epoch has one master, so (epoch, position) names an entry, and
 * the same entry stands at the same position in every log that has it.
 * Times are integer microseconds. -1 stands for "never" or "none" in numeric fields.
 */
import type { Run } from '../../run/index.ts'
import type { Chance } from '../kernel/chance.ts'
import type { KernelEvent } from '../kernel/event.ts'
import type { FactLog } from '../kernel/factLog.ts'
import type { EventQueue } from '../kernel/queue.ts'
import type { KeyValues } from '../log/data.ts'
import type { EntryStore } from '../log/entries.ts'
import type { MultiMaster } from '../multiMaster/multiMaster.ts'
import type { Kit } from '../packs/kit.ts'
import type { ReadTable } from '../reads.ts'
import type { Settings } from '../settings/index.ts'
import type { WriteTable } from '../writes.ts'
import type { Client } from './client.ts'
import type { Monitor } from './monitor.ts'
import type { Connection, Link, Message } from './network.ts'
import type { Node } from './node.ts'
import type { Part } from './part.ts'

export interface World {
  readonly run: Run
  /** The code that it runs by: no part of the state. */
  readonly kit: Kit
  time: number
  /** Kernel events carried out. */
  work: number
  /** The scenario in integer microseconds, as `set` interventions have left it. Immutable: replaced, never written to. */
  settings: Settings
  queue: EventQueue<KernelEvent>
  chance: Chance
  /** Ring of facts and all milestones; numbers them. */
  facts: FactLog
  /** Every entry ever logged anywhere, shared by all logs. */
  entries: EntryStore
  writes: WriteTable
  reads: ReadTable
  /**
   * Key -> entry of the newest version whose writer was told OK, in the surviving history: what a fresh read shows at
   * least. Kept while somebody reads.
   */
  told: KeyValues
  /** Oldest first, numbers rising (one is skipped when its candidate dies before it takes over). The last one's lineage is the surviving history. */
  epochs: Epoch[]
  /** In scenario order. */
  nodes: Node[]
  clients: Client[]
  /**
   * In scenario order; one called `monitor` where the scenario names none. There even when the scenario has none
   * (`settings.monitor.present`): then it is the operator who promotes by hand.
   */
  monitors: Monitor[]
  /** Of these, the one that leads a failover or led the last one; the first until there is one. */
  monitor: Monitor
  router: Part
  /** Every part there ever was, by number. */
  parts: Part[]
  /** Every pair of nodes, client and node, monitor and node has one; in scenario order. */
  links: Link[]
  connections: Map<number, Connection>
  nextConnection: number
  /** Under way or held, by id; in order of sending. */
  messages: Map<number, Message>
  nextMessage: number
  /** Writes whose OK a newer epoch has broken, in order of write number. */
  lost: { write: number; lostAt: number }[]
  /** Every data centre that somebody stands in, and whether it is cut off. Immutable: replaced, never written to. */
  dataCenters: readonly DataCenter[]
  /** Numbers of clients that saw an error or waited over a second in an outage. */
  noticed: number[]
  /** Null with one master. Written to by pack `multiMaster` alone. */
  multi: MultiMaster | null
}

interface DataCenter {
  readonly id: string
  readonly cut: boolean
  readonly since: number
}

export interface Epoch {
  epoch: number
  /** Node number. */
  master: number
  /** Log end of the new master when it took over: the last position it shares with older epochs. */
  fork: number
  beganAt: number
}
