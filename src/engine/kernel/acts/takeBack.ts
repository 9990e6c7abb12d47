/** What the monitor does with a former master that answers again, if it is to do anything. */
import type { Part } from '../../world/index.ts'
import { whyNoCopy } from '../copying.ts'
import type { Kernel } from '../kernel.ts'
import { command } from '../network.ts'

/** To throw data away before others are to be had would be worse than to wait; a rewind that failed is not tried again. */
export function takeBack(
  kernel: Kernel,
  part: Part,
  { node, master, epoch }: { node: number; master: number; epoch: number },
): void {
  const { world } = kernel
  const target = world.nodes[node]!
  const { oldMaster } = world.settings.monitor
  if (oldMaster === 'leave' || (oldMaster === 'rebuild' && whyNoCopy(world, target, world.nodes[master]!) !== ''))
    return
  command(kernel, part, target, oldMaster, { type: WAYS_BACK[oldMaster], upstream: master, epoch })
}

const WAYS_BACK = { rejoin: 'REJOIN', rewind: 'REWIND', rebuild: 'REBUILD' } as const
