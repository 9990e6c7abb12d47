/** The commit gate's hand on what waits at it. */
import { partOf } from '../../measures/parts.ts'
import { suffices } from '../../policies/acknowledge.ts'
import type { Kernel } from '../kernel.ts'
import { type Acts, nodeOf } from './act.ts'

export const gate: Acts = {
  pass(kernel, part, { to }: { to: number }) {
    const node = nodeOf(kernel, part)
    let passed = 0
    for (const waiting of node.waiting) {
      if (waiting.to > to) break
      kernel.tell(kernel.world.parts[waiting.session]!, { type: 'PASSED' })
      passed++
    }
    if (passed > 0) node.waiting = node.waiting.slice(passed)
  },

  recordAck(kernel, part, { slave, to, means }: { slave: number; to: number; means: string }) {
    const node = nodeOf(kernel, part)
    const { ackApplied } = kernel.world.settings.nodes[node.number]!
    node.acks[slave]!.mark(to, kernel.now)
    if (suffices(means, ackApplied) && to > (node.counted[slave] ?? 0)) {
      const counted = node.counted.slice()
      while (counted.length < slave) counted.push(0)
      counted[slave] = to
      node.counted = counted
    }
    if (means !== 'joined')
      kernel.fact(node.id, 'ack-arrived', { peer: kernel.world.nodes[slave]!.id, to, reason: means })
  },

  recovered(kernel, part, { slave }: { slave: number }) {
    kernel.fact(part.owner, 'gate-recovered', { peer: kernel.world.nodes[slave]!.id })
  },

  blocked(kernel, part, { connected, missing }: { connected: number; missing: number }) {
    const peer = kernel.world.nodes[missing]?.id
    kernel.fact(part.owner, 'gate-blocked', peer === undefined ? { count: connected } : { count: connected, peer })
  },

  freed(kernel, part, { slave, us }: { slave: number; us: number }) {
    const peer = kernel.world.nodes[slave]?.id
    kernel.fact(part.owner, 'gate-unblocked', peer === undefined ? { reason: 'rules', us } : { peer, us })
  },
}

/** Lets every gate look again at what waits there: the rules have changed, or who belongs to the topology. */
export function reviewGates(kernel: Kernel): void {
  for (const node of kernel.world.nodes) {
    const part = partOf(node, 'commitGate')
    if (part !== undefined) kernel.deliver(part, { type: 'REVIEW' }, kernel.cause)
  }
}
