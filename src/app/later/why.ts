/**
 * The chain of causes, in a piece of its own: panels that are fetched later themselves ask "Why?", so what they need must
 * not lead back to them.
 */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const why = onDemand(() => import('../parts/WhyChain.tsx'))
export const WhyChain = later(why, (m) => m.WhyChain)
