// In place of all packs in the figure for articles: it fetches those that its run needs, and judges nothing.
import type { Pack } from './pack.ts'

export const atHand: readonly Pack[] = []
