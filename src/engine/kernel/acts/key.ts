/** Which row a client's next request is about. Luck for the hot key is drawn only where there is one. */
import type { Client } from '../../world/index.ts'
import type { Kernel } from '../kernel.ts'

/** Index of the key: 0 is `k1`, the hot one. */
export function drawKey({ world }: Kernel, { id, number }: Client): number {
  const { keys, hotOf100k } = world.settings.clients[number]!
  if (hotOf100k > 0 && world.chance.below(`client:${id}:hot`, 100_000) < hotOf100k) return 0
  return world.chance.below(`client:${id}:key`, keys)
}
