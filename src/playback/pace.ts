/**
 * Auto pace: where nothing moves, time goes faster. A quiet stretch is one in which no entry, ack, request or
 * reply is under way and no fresh mark is on the stage. Leaving its start behind the speed grows, nearing its
 * end it falls, both exponentially in wall time, so that a person sees it coming: the factor is a pure function
 * of how far the ends of the stretch are, and more room never makes it smaller. No part of run or digest.
 */

/** How many times faster than the pace at most. */
const FASTEST = 1000
/** Wall seconds in which speed grows or falls by e = 2.7 times. */
const EASE = 0.25
/** How far ahead must be known to allow the fastest, in wall seconds at the present speed; twice that is looked at. */
export const HORIZON = 2 * FASTEST * EASE

/** A quiet stretch around the playhead, in microseconds; `to` is Infinity when nothing will ever happen. */
export interface Quiet {
  from: number
  to: number
}

/**
 * How many times faster than `usPerSecond` (microseconds of virtual time per wall second at this pace and
 * speed) time goes at `t`: 1 .. 1000. `quiet` is null where something is under way.
 */
export function factorAt(t: number, quiet: Quiet | null, usPerSecond: number): number {
  if (quiet === null) return 1
  const unit = usPerSecond * EASE
  const grown = 1 + (t - quiet.from) / unit
  const room = (quiet.to - t) / unit
  return Math.max(1, Math.min(grown, room, FASTEST))
}
