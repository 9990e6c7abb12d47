/** How an intent is carried out: one function per machine and intent, given what the machine said. */
import type { Node, Part } from '../../world/index.ts'
import type { Kernel } from '../kernel.ts'

// Each act knows what its machine gives it; the table that they stand in cannot.
export type Acts = Record<string, (kernel: Kernel, part: Part, params: never) => void>

/** The node that a part belongs to. */
export const nodeOf = (kernel: Kernel, part: Part): Node => kernel.world.nodes[part.place]!

export const isIn = (part: Part, state: string): boolean => part.program.matches(part.config, state)
