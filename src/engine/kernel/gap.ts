import type { Part } from '../world/index.ts'
import type { Kernel } from './kernel.ts'

/** The pause before a client's next write; 0 for one that writes only when told to. */
export function gap(kernel: Kernel, part: Part): number {
  const { id, gapUs, exponential } = kernel.world.settings.clients[part.place]!
  if (!exponential || gapUs === 0) return gapUs
  return Math.max(1, kernel.world.chance.exponential(`client:${id}:gap`, gapUs))
}
