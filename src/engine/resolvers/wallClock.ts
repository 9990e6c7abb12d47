/**
 * Last writer wins by wall clock: the version with the largest time of its origin's own clock stands. It converges,
 * and it loses writes: of two concurrent ones always one, and where clocks disagree also a later one, even one whose
 * client had read what it lost to. B's write d after A's is lost when A's clock is more than d ahead of B's (DOMAIN 5.3).
 */
import { keepLargest } from './latest.ts'
import { byWallClock } from './order.ts'
import type { Resolver, Ties } from './resolver.ts'

export const wallClock = (ties: Ties): Resolver => keepLargest(byWallClock(ties))
