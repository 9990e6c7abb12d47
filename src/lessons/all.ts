/** Every walkthrough, in one piece: the recommended path first, then public incidents. */
import type { Walkthrough } from './walkthrough.ts'

export const everyWalkthrough: readonly Walkthrough[] = []
