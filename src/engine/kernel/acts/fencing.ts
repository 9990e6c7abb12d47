/**
 * How a node that must not write any more is kept from it. A lease is only waited out; switching a host off and telling
 * the proxy take their time and then always work: they do not go over the network that is simulated here.
 */
import { partOf } from '../../measures/parts.ts'
import type { Acts } from './act.ts'
import { barClients } from './client.ts'

export const fencing: Acts = {
  beginFence(kernel, part, { node, leaseUs }: { node: number; leaseUs: number }) {
    const { fence, fenceUs } = kernel.world.settings.monitor
    const us = fence === 'lease' ? leaseUs : fenceUs
    kernel.fact(part.owner, 'fence-started', { peer: kernel.world.nodes[node]!.id, reason: fence, us })
  },

  finishFence(kernel, part, { node }: { node: number }) {
    const { world } = kernel
    const { fence } = world.settings.monitor
    const target = world.nodes[node]!
    kernel.fact(part.owner, 'fence-done', { peer: target.id, reason: fence })
    const { cause } = kernel
    if (fence === 'power-off' && target.leftAt < 0) kernel.deliver(partOf(target, 'process')!, { type: 'KILL' }, cause)
    if (fence === 'proxy') barClients(kernel, target)
    kernel.cause = cause
  },
}
