/**
 * A conflict rule: what becomes of a row when a client writes to it, and when the copy of another master arrives.
 * Rules are pure; they know no world, no time and no network.
 */
import type { RowState } from './row.ts'
import type { Relation } from './vector.ts'
import type { Seen, Version } from './version.ts'

/** Who wins where the stamps of two versions are equal: the master with the lowest or the highest place. */
export type Ties = 'lowest-id' | 'highest-id'

/** A reader's function: both values with their clocks, and what both had seen. Canonical JSON, '' to delete. May throw. */
export type MergeFunction = (a: Version, b: Version, base: Seen | null) => string

/** What is known of the writes to one row: where a three-way merge looks for its base. */
export interface RowHistory {
  /** The last write of the origin to the row whose sequence is at most `upTo`. */
  lastOf(origin: number, upTo: number): Version | null
  /** The first one after it. */
  nextOf(origin: number, after: number): Version | null
}

/** What came of it when versions met. */
export interface Met {
  /** The very row that was there where nothing has changed. */
  readonly row: RowState
  /**
   * Versions that stand nowhere in the new row although nobody who wrote what stands there had seen them. To be
   * overwritten by somebody who had seen it is no discard. A version is reported at every node that throws it away,
   * once each.
   */
  readonly discarded: readonly Version[]
  /**
   * How what stood here relates to what came: of `pair`, where there is one. Else `before`, or `equal` where nothing
   * came that was not known.
   */
  readonly relation: Relation
  /** Two versions met that had not seen each other, or one was discarded. Never when a state comes twice. */
  readonly conflict: boolean
  /** The two that met: what was here, and what came. Null without a conflict. */
  readonly pair: { readonly here: Version; readonly there: Version } | null
  readonly outcome: Outcome
  /** What the reader's function or its result was refused for; then the later of the two stands. */
  readonly error: string | null
}

/** `none`: there was no conflict. The last three are those of `arrival`. */
export type Outcome = 'none' | 'kept-here' | 'kept-there' | 'siblings' | 'merged' | 'swapped' | 'stopped' | 'skipped'

export interface Resolver {
  /** A client writes at this master. `version.context` is what the client says it had seen. */
  write(row: RowState, version: Version): Met
  /** The copy of another master arrives. */
  merge(here: RowState, there: RowState): Met
}
