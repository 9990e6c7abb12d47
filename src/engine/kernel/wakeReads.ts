import type { Node } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import type { Kernel } from './kernel.ts'

/** Reads that wait at a node for a position look again: something was applied, or it has become master. */
export function wakeReads(kernel: Kernel, node: Node): void {
  for (const part of node.parts)
    if (part.machine === 'session' && isIn(part, 'awaiting')) kernel.tell(part, { type: 'APPLIED' })
}
