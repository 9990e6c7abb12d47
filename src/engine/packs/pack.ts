/**
 * A pack: what only some runs need of the engine, in one piece that a page fetches when a run asks for it. The core
 * replicates, watches and fails over; reads, votes, an operator's work on a running cluster and the checkers come as
 * packs. To add one: a file here, its name in `PackName`, a line in `atHand.ts`, in `fetch.ts` and in `needs.ts`.
 *
 * A pack that a run does not need changes nothing in it (`packs.test.ts` holds the digests against each other), and one
 * that is needed and missing throws. So a pack never looks at what else is there, draws no luck of its own accord, and
 * adds to the state of the world only what its own machines and acts write.
 */
import type { AnyStateMachine } from 'xstate'
import type { Action } from '../../run/index.ts'
import type { Checker } from '../checkers/checker.ts'
import type { Counters, Frame, Row, RulingFrame, VersionFrame } from '../frame/index.ts'
import type { Acts } from '../kernel/acts/act.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { Sense } from '../kernel/sense.ts'
import type { MultiMaster } from '../multiMaster/multiMaster.ts'
import type { Regions } from '../regions/regions.ts'
import type { Settings } from '../settings/index.ts'
import type { Monitor, Node, World } from '../world/index.ts'

export type PackName = 'reads' | 'voting' | 'operations' | 'multiMaster' | 'regions' | 'checkers'

/** How each kind of intervention is carried out. */
export type Interventions = {
  readonly [K in Action['do']]: (kernel: Kernel, action: Extract<Action, { do: K }>) => void
}

/** By machine, and by the name that the machine has for it. */
type ActsOf = Readonly<Record<string, Acts>>
export type Senses = Readonly<Record<string, Sense>>

/**
 * What the core asks of packs, or tells them, at places of its own. Each has a neutral answer (`core.ts`), which must be
 * what the pack itself would say of a run that does not use it. A frame's field that only a pack can fill is one of these.
 */
export interface Calls {
  /** reads: an epoch has begun; which answers does it take back? */
  readonly breakReads: (kernel: Kernel) => void
  /** reads: how many answers showed what the surviving history lacks. */
  readonly phantoms: (world: World) => number
  /** voting: has this monitor helped somebody to lead who may not have begun yet? */
  readonly hasVotedLately: (kernel: Kernel, monitor: Monitor) => boolean
  /** operations: somebody has done something from outside; links may carry less now, or nothing, or more. */
  readonly reviewCopies: (kernel: Kernel) => void
  /** operations: a node has died. */
  readonly loseCopies: (kernel: Kernel, gone: Node) => void
  /** operations: a node that is being built has a new receiver. */
  readonly resumeCopy: (kernel: Kernel, node: Node) => void
  /** Positions of the entries, told OK, that a node holds and no other one that is up. */
  readonly onlyHere: (world: World, node: Node) => number[]
  /** multiMaster: what several masters share, made at time 0; then their machines are put in place and started. */
  readonly makeMasters: (world: World) => MultiMaster
  readonly startMasters: (kernel: Kernel) => void
  /** multiMaster: a setting is another one now. */
  readonly reviewMasters: (kernel: Kernel, before: Settings) => void
  /** multiMaster: what takes the place of a frame's parts that know of one master only. */
  readonly mastersFrame: (world: World, cells: boolean) => MastersPart
  readonly mastersCounters: (world: World) => Counters
  readonly mastersRows: (world: World, node: string, most: number) => Row[]
  /** regions: what the groups of replicas share, made at time 0; null where nodes are single servers. */
  readonly makeRegions: (world: World) => Regions | null
  readonly mastersRulings: (world: World, conflict: number) => RulingFrame[]
  /** Of every write so far, in their order; none with one master. */
  readonly mastersVersions: (world: World) => VersionFrame[]
}

/** Those fields of a frame that pack `multiMaster` fills. */
export type MastersPart = Pick<Frame, 'nodes' | 'links' | 'messages' | 'lost' | 'multiMaster'>

export interface Pack {
  readonly name: PackName
  /** Definitions by key; their ids are the keys. */
  readonly machines?: Readonly<Record<string, AnyStateMachine>>
  /** What the kernel does about intents, also further ones of machines of the core. */
  readonly acts?: ActsOf
  /** What its machines see when they hear something. */
  readonly senses?: Senses
  readonly interventions?: Partial<Interventions>
  readonly calls?: Partial<Calls>
  /** Observers of the run; `counters` are those of its frames. */
  readonly checkers?: (counters: (world: World) => Counters) => Checker[]
  /**
   * Where there are several masters: what takes the place of acts, senses, interventions and calls of the same names, and
   * of all checkers, if there are any.
   */
  readonly among?: Omit<Pack, 'name' | 'machines' | 'among'>
}
