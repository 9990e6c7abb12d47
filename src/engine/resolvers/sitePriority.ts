/**
 * Site priority: of versions that had not seen each other the one from the site with the highest priority stands, and
 * the others lose by geography. Who has read the row may overwrite it from any site. Losers stay out of sight, as the
 * losing revisions of CouchDB do, until somebody who knows of them writes. Without them the rule would depend on the
 * order of arrival: y loses to x, z overwrites x, and whether y then beats z is known only where y was kept.
 */
import { keepSiblings, unseenBy } from './keepSiblings.ts'
import { byPriority, largest } from './order.ts'
import type { Resolver, Ties } from './resolver.ts'
import { inOrder } from './siblings.ts'

export function sitePriority(ties: Ties): Resolver {
  const order = byPriority(ties)
  return keepSiblings({
    left: unseenBy,
    show: (kept, came) => {
      const versions = inOrder([...kept, ...came])
      return { versions, shown: versions.length > 0 ? [largest(order, versions)] : [] }
    },
  })
}
