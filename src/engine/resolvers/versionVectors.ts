/**
 * Version vectors, one for the whole row, as Riak had them before 2.0 and DOMAIN 5.3 describes: a client sends the
 * vector that it was given. If that has seen all that the row has seen, its version replaces everything; if not, the
 * vector cannot say which of the siblings the client knew, and all of them stay beside the new one. So two clients that
 * take turns through one server, each with the vector of its own last write, leave a sibling with every write.
 * Simplified: what one copy has overwritten does not come back from another; a store that only unites siblings
 * would bring it back, and would depend on the order of arrival.
 */
import { keepSiblings } from './keepSiblings.ts'
import type { Resolver } from './resolver.ts'
import { inOrder } from './siblings.ts'
import { includes } from './vector.ts'

export const versionVectors: Resolver = keepSiblings({
  left: (row, version) => (includes(version.context, row.context) ? [] : row.versions),
  show: (kept, came) => {
    const versions = inOrder([...kept, ...came])
    return { versions, shown: versions }
  },
})
