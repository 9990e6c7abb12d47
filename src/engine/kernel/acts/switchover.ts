/** What the monitor does to change masters while both are well, and when it comes to nothing. */

import { members } from '../../measures/members.ts'
import { grantLease } from '../grantLease.ts'
import { command } from '../network.ts'
import type { Acts } from './act.ts'

export const switchover: Acts = {
  askReadOnly(kernel, part, { node }: { node: number }) {
    command(kernel, part, kernel.world.nodes[node]!, 'read-only', { type: 'READ_ONLY' })
  },

  awaitTarget(kernel, part, { node, to }: { node: number; to: number }) {
    command(kernel, part, kernel.world.nodes[node]!, 'catch-up', { type: 'AWAIT', to })
  },

  declineSwitch(kernel, part, { node }: { node: number }) {
    const { master } = part.context as { master: number }
    const reason = node === master ? 'is-master' : 'busy'
    kernel.fact(part.owner, 'switchover-failed', { peer: kernel.world.nodes[node]!.id, reason })
  },

  giveBack(kernel, part, { reason, node: target }: { reason: string; node: number }) {
    const { world } = kernel
    const { master } = part.context as { master: number }
    kernel.fact(part.owner, 'switchover-failed', { peer: world.nodes[target]!.id, reason })
    const until = grantLease(kernel, part, master)
    command(kernel, part, world.nodes[master]!, 'take-writes', { type: 'WRITABLE', until })
    for (const node of members(world))
      if (node.number !== master) command(kernel, part, node, 'stand-down', { type: 'STAND_DOWN' })
  },

  giveUpSwitch(kernel, part, { reason, node }: { reason: string; node: number }) {
    kernel.fact(part.owner, 'switchover-failed', { peer: kernel.world.nodes[node]!.id, reason })
  },
}
