/** The commit gate's hand on what waits at it. */
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
    node.waiting = node.waiting.slice(passed)
  },

  recordAck(kernel, part, { slave, to, means }: { slave: number; to: number; means: string }) {
    const node = nodeOf(kernel, part)
    node.acks[slave]!.mark(to, kernel.now)
    if (means !== '') kernel.fact(node.id, 'ack-arrived', { peer: kernel.world.nodes[slave]!.id, to, reason: means })
  },

  recovered(kernel, part, { slave }: { slave: number }) {
    kernel.fact(part.owner, 'gate-recovered', { peer: kernel.world.nodes[slave]!.id })
  },
}
