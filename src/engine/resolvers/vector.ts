/**
 * Version vectors: for every master, by its place, the sequence number up to which somebody has seen its writes
 * (DOMAIN 5.3). One counter a master is enough because each master's entries arrive in its own order. A place that
 * the list is too short for counts as 0. Vectors are immutable.
 */
import type { Dot } from './version.ts'

export type Vector = readonly number[]

/** How two things stand to each other in causality: had one been seen where the other was written? */
export type Relation = 'before' | 'after' | 'concurrent' | 'equal'

const NOTHING: Vector = []

/** What either has seen. */
export function join(a: Vector, b: Vector): Vector {
  return combine(a, b, Math.max)
}

/** What both have seen. */
export function meet(a: Vector, b: Vector): Vector {
  return combine(a, b, Math.min)
}

/** Has it seen this write? */
export function covers(vector: Vector, dot: Dot): boolean {
  return (vector[dot.origin] ?? 0) >= dot.sequence
}

/** Has `a` seen everything that `b` has seen? */
export function includes(a: Vector, b: Vector): boolean {
  return b.every((sequence, origin) => (a[origin] ?? 0) >= sequence)
}

/** `before`: `b` has seen all of `a`, and more. */
export function compare(a: Vector, b: Vector): Relation {
  const after = includes(a, b)
  if (includes(b, a)) return after ? 'equal' : 'before'
  return after ? 'after' : 'concurrent'
}

/** The vector once it has seen these writes, too. */
export function withDots(vector: Vector, dots: readonly Dot[]): Vector {
  return dots.reduce((seen, dot) => (covers(seen, dot) ? seen : raised(seen, dot)), vector)
}

function raised(vector: Vector, { origin, sequence }: Dot): Vector {
  const result = Array.from({ length: Math.max(vector.length, origin + 1) }, (_, place) => vector[place] ?? 0)
  result[origin] = sequence
  return result
}

function combine(a: Vector, b: Vector, of: (a: number, b: number) => number): Vector {
  const length = Math.max(a.length, b.length)
  if (length === 0) return NOTHING
  return Array.from({ length }, (_, place) => of(a[place] ?? 0, b[place] ?? 0))
}
