/**
 * One version of a row, with all that any rule asks for: who wrote it, when by its clocks, and what its writer had
 * seen of the row. A real system carries only the part that its own rule needs; all of it travels here, so that a
 * rule can be changed while the lab runs, and so that the card of a conflict can say what really was.
 */
import type { Hybrid } from './hybrid.ts'
import { covers, type Relation, type Vector, withDots } from './vector.ts'

/** The name of a write: the `sequence`-th entry (1 or more) of the master at place `origin` (0 or more). */
export interface Dot {
  readonly origin: number
  readonly sequence: number
}

/** What stood in the row when its writer looked: canonical JSON, and the writes that it was made of. */
export interface Seen {
  readonly value: string
  readonly sources: readonly Dot[]
}

export interface Version extends Dot {
  /** Canonical JSON; '' is a tombstone: the row was deleted. */
  readonly value: string
  /** What its origin logged. An insert did not find the row there, an update did. */
  readonly image: 'insert' | 'update' | 'delete'
  /** The origin's own clock, us. */
  readonly wallUs: number
  readonly hybrid: Hybrid
  /** What its writer had seen of the row. */
  readonly context: Vector
  /** What its writer had read in the row, null where it had read nothing: the base of a three-way merge. */
  readonly base: Seen | null
  /** Of its site, 0 .. 100; the highest wins by site priority. */
  readonly priority: number
  /** The writes that it was merged from, in the order of merging; empty for one that a client wrote. */
  readonly sources: readonly Dot[]
}

export const TOMBSTONE = ''

/** The writes that it stands for: those that it was merged from, or itself. */
export function dotsOf(version: Version): readonly Dot[] {
  return version.sources.length > 0 ? version.sources : [version]
}

/** What whoever has the version has been told of: what its writer had seen, and itself. */
export function historyOf(version: Version): Vector {
  return withDots(version.context, dotsOf(version))
}

/**
 * Had the writer of `later` seen all that `earlier` stands for? A write of its own master that came before it is not
 * seen just because its number is lower: that is what dots are for.
 */
export function hasSeen(later: Version, earlier: Version): boolean {
  return dotsOf(earlier).every((dot) => knows(later, dot))
}

/** Does it stand for this write, or had its writer seen it? */
export function knows(version: Version, dot: Dot): boolean {
  return covers(version.context, dot) || dotsOf(version).some((own) => sameDot(own, dot))
}

/** `before`: the writer of `b` had seen `a`. */
export function relate(a: Version, b: Version): Relation {
  const before = hasSeen(b, a)
  if (hasSeen(a, b)) return before ? 'equal' : 'after'
  return before ? 'before' : 'concurrent'
}

/** By place, then by sequence: an order that means nothing, and that every node agrees on. */
export function compareDots(a: Dot, b: Dot): number {
  return a.origin - b.origin || a.sequence - b.sequence
}

export function sameDot(a: Dot, b: Dot): boolean {
  return a.origin === b.origin && a.sequence === b.sequence
}
