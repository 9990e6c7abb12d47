/**
 * Total orders of versions. Where a rule always keeps the largest of a total order, merging is commutative,
 * associative and idempotent, whatever arrives where in which order: the maximum does not ask (DOMAIN 5.3).
 */
import { compareHybrid } from './hybrid.ts'
import type { Ties } from './resolver.ts'
import type { Version } from './version.ts'

/** Above 0: `a` wins. Equal only for one and the same version. */
export type Order = (a: Version, b: Version) => number

export const byWallClock = (ties: Ties): Order => inTurn((a, b) => a.wallUs - b.wallUs, byPlace(ties))

export const byHybridClock = (ties: Ties): Order => inTurn((a, b) => compareHybrid(a.hybrid, b.hybrid), byPlace(ties))

/** Within a site the later one by hybrid clock. */
export const byPriority = (ties: Ties): Order => inTurn((a, b) => a.priority - b.priority, byHybridClock(ties))

/** The largest of one version or more. */
export function largest(order: Order, versions: readonly Version[]): Version {
  return versions.reduce((best, version) => (order(version, best) > 0 ? version : best))
}

function inTurn(...orders: Order[]): Order {
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b)
      if (result !== 0) return result
    }
    return 0
  }
}

/**
 * By place as asked, then by sequence. A write has one value, unless a statement was executed anew elsewhere before
 * the rule was changed: then the larger text.
 */
const byPlace = (ties: Ties): Order =>
  inTurn(
    (a, b) => (ties === 'lowest-id' ? b.origin - a.origin : a.origin - b.origin),
    (a, b) => a.sequence - b.sequence,
    byValue,
  )

export const byValue: Order = (a, b) => (a.value > b.value ? 1 : a.value < b.value ? -1 : 0)
