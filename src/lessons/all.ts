/** Every walkthrough, in one piece: the recommended path first, then public incidents. */
import type { Walkthrough } from './walkthrough.ts'
import { lagLies } from './walkthroughs/lag-lies.ts'
import { okTooEarly } from './walkthroughs/ok-too-early.ts'

export const everyWalkthrough: readonly Walkthrough[] = [okTooEarly, lagLies]
