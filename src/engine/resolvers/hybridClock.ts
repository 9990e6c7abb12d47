/**
 * Last writer wins by hybrid logical clock: who has seen a version is later than it, whatever the wall clocks say.
 * Of two concurrent writes one is still lost, and by a fast clock it may be the later one (DOMAIN 5.3).
 */
import { keepLargest } from './latest.ts'
import { byHybridClock } from './order.ts'
import type { Resolver, Ties } from './resolver.ts'

export const hybridClock = (ties: Ties): Resolver => keepLargest(byHybridClock(ties))
