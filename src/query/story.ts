/**
 * What an expression is asked about. A sight is one instant: what can be seen of it, and what has happened so far. A
 * story is a whole run that was played to its end and can be looked at again. Whoever has an engine supplies them:
 * nothing here knows how a run is played.
 */
import type { Fact, Frame, Row, VersionFrame } from '../engine/index.ts'

export interface Sight {
  readonly frame: Frame
  /** A node's data, any order. */
  rows(node: string): readonly Row[]
  /** Several masters: what every write so far left of its row, in their order. */
  versions(): readonly VersionFrame[]
  /** Everything that has happened up to and including this instant, and perhaps later things too, in order. */
  readonly facts: readonly Fact[]
}

export interface Story {
  /** Microseconds. */
  readonly endUs: number
  /** Everything that happened, in order. */
  readonly facts: readonly Fact[]
  /** Shows the instants at these times (microseconds, ascending), one after the other. Its frame may be made when it is first asked for. */
  visit(times: readonly number[], see: (t: number, sight: Sight) => void): void
}

/** What names may stand for. */
export interface Cast {
  readonly nodes: readonly string[]
  readonly clients: readonly string[]
  /** `monitor`, or the names of several that vote. */
  readonly monitors: readonly string[]
  /** Every kind of fact that the engine tells. */
  readonly kinds: readonly string[]
}
