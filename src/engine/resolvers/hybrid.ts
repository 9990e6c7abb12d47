/**
 * Hybrid logical clocks (Kulkarni et al. 2014; DOMAIN 5.3): a time that never falls behind what its node has heard
 * of, and stays as near to the node's own clock as that allows. `us` is the largest time seen, `count` tells apart
 * what falls on the same one. So a cause is always earlier than its effect, also where clocks disagree; which of two
 * concurrent writes was really the later one it does not know either.
 */

/** `us`: microseconds as the node's clock counts them. `count`: 0 or more. */
export interface Hybrid {
  readonly us: number
  readonly count: number
}

export const HYBRID_START: Hybrid = { us: 0, count: 0 }

/** The node writes or sends. `wallUs`: its own clock. */
export function hybridTick(clock: Hybrid, wallUs: number): Hybrid {
  return wallUs > clock.us ? { us: wallUs, count: 0 } : { us: clock.us, count: clock.count + 1 }
}

/** Something that was stamped with `received` has arrived. */
export function hybridReceive(clock: Hybrid, received: Hybrid, wallUs: number): Hybrid {
  const us = Math.max(clock.us, received.us, wallUs)
  const own = us === clock.us ? clock.count + 1 : 0
  const theirs = us === received.us ? received.count + 1 : 0
  return { us, count: Math.max(own, theirs) }
}

/** Below 0: `a` is earlier. */
export function compareHybrid(a: Hybrid, b: Hybrid): number {
  return a.us - b.us || a.count - b.count
}
