/**
 * Dotted version vectors (Preguiça et al. 2012, Almeida et al. 2014; DOMAIN 5.3): each version carries its own name,
 * the dot, apart from what its writer had seen. So a write removes exactly the siblings that its client knew, and what
 * stays are exactly the writes that had not seen each other. They tell that there is a conflict; they do not resolve it.
 */
import { keepSiblings, unseenBy } from './keepSiblings.ts'
import type { Resolver } from './resolver.ts'
import { inOrder } from './siblings.ts'

export const dottedVersionVectors: Resolver = keepSiblings({
  left: unseenBy,
  show: (kept, came) => {
    const versions = inOrder([...kept, ...came])
    return { versions, shown: versions }
  },
})
