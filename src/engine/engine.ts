import type { Run } from '../run/index.ts'
import type { Fact } from './fact.ts'
import type { Counters, Frame, Lag, Row, RulingFrame } from './frame/index.ts'
import type { Pack } from './packs/pack.ts'
import type { MergeFunction } from './resolvers/index.ts'
import type { World } from './world/index.ts'

/**
 * An engine folds one run: it stands at an instant, can be run on, and can be set back to a checkpoint.
 * It knows no screen, no wall clock and no dice of its own.
 */
export interface Engine {
  readonly run: Run
  /** Where it stands, in microseconds: everything up to and including this instant has happened. */
  readonly time: number
  /** Facts so far. */
  readonly event: number
  /** Work so far (kernel events), for spacing checkpoints. */
  readonly work: number
  /** Runs everything at or before `t` and stands at `t` exactly. `t` before `time` throws: restore first. */
  runTo(t: number): void
  /**
   * Runs on to the next instant at which a moment (see FACTS) happens and stands there; false, standing at
   * `limit`, when none comes at or before it.
   */
  runToNextMoment(limit: number): boolean
  /** When something next happens, or null when nothing ever will. */
  nextEventAt(): number | null
  checkpoint(): Checkpoint
  restore(checkpoint: Checkpoint): void
  /** `cells` false: without the newest entries of the logs, half of its cost, for whoever reads only figures from it. */
  frame(cells?: boolean): Frame
  /** The lag of every slave now, in the order of the nodes: what a frame says of it, without the frame. */
  lags(): { node: string; lag: Lag }[]
  /** A node's data, newest change first, at most `most` rows. Unknown node: none. */
  rows(node: string, most: number): Row[]
  /** Several masters: a conflict by every rule, side by side. One that is not kept (any more): none. */
  rulings(conflict: number): RulingFrame[]
  /** What a measure makes of the present state: for figures that no frame carries. */
  measured<T>(measure: Measure<T>): T
  /** 64 bits of the canonical state as 16 hexadecimal digits. */
  digest(): string
  /** Facts kept with id > `after`, oldest first: a ring of the 20,000 run through last, and 512 before a restored checkpoint. */
  factsAfter(after: number): Fact[]
  /** All milestones so far. */
  milestones(): readonly Fact[]
}

/** A figure of a run, read off its state. */
export type Measure<T> = (world: World, counters: Counters) => T

/** A state to return to. Immutable; may share memory with others. */
export interface Checkpoint {
  readonly time: number
  readonly event: number
  readonly work: number
  /** Estimate of the memory this one owns alone. */
  readonly bytes: number
}

export interface EngineOptions {
  /** `oracle`: step every machine with XState's own `transition()` instead of the compiled tables. */
  machines?: 'compiled' | 'oracle'
  /** A list that nobody adds to afterwards. All there are, unless the engine was built with fewer. */
  packs?: readonly Pack[]
  /**
   * Several masters, rule `function`: makes something to call of a reader's source. Without it, and where it throws, the
   * rule says so and the later version stands.
   */
  merge?: (source: string) => MergeFunction
}

/** A machine's definition as data, for the inspector's chart. Derived from the definition that runs. */
export interface MachineChart {
  id: string
  initial: string
  states: { path: string; parent: string | null; kind: 'atomic' | 'compound' | 'parallel' }[]
  /** `event` is '' for always, 'after' + a delay's name for timers. */
  transitions: { id: string; from: string; to: string; event: string; guard: string }[]
}
