/** A master that stops taking writes and takes them again, without a newer epoch; or that becomes a slave. */
import { partOf } from '../../measures/parts.ts'
import type { Node } from '../../world/index.ts'
import { tendHeartbeat } from '../heartbeats.ts'
import type { Kernel } from '../kernel.ts'
import { wakeReads } from '../wakeReads.ts'
import { type Acts, isIn, nodeOf } from './act.ts'
import { attachReceiver, dropEverybody, setEpoch, startReceiver } from './role.ts'

export const writing: Acts = {
  /** Only a master's lease is news: one that was given up had one, too. */
  lapse(kernel, part, { us }: { us: number }) {
    const node = nodeOf(kernel, part)
    if (isIn(node.parts[1]!, 'master')) kernel.fact(node.id, 'lease-lost', { us })
  },

  /** Without a lease at once, whatever is under way; for another master, what is under way is finished. */
  stopWrites(kernel, part, { reason }: { reason: string }) {
    const node = nodeOf(kernel, part)
    // Its lost lease is the news.
    kernel.fact(node.id, 'made-read-only', { reason }, kernel.cause, false, reason === 'lease')
    node.readOnlySince = kernel.now
    const { monitor } = kernel.world
    if (monitor.outageFrom < 0) monitor.outageFrom = kernel.now
    if (reason === 'lease') dropEverybody(kernel, node, kernel.cause)
  },

  takeWrites(kernel, part) {
    const node = nodeOf(kernel, part)
    const { world } = kernel
    kernel.fact(node.id, 'made-writable', { us: kernel.now - node.readOnlySince })
    for (const monitor of world.monitors) monitor.outageFrom = -1
    if (isIn(partOf(node, 'commitGate')!, 'off')) {
      commitAll(kernel, node)
      kernel.tell(partOf(node, 'commitGate')!, { type: 'OPEN' })
    }
    tendHeartbeat(kernel, node)
  },

  follow(kernel, part, { upstream, epoch }: { upstream: number; epoch: number }) {
    followAs(kernel, nodeOf(kernel, part), upstream, epoch)
  },
}

/** No master any more: what is under way ends, what is flushed is committed, and it copies from another. */
export function followAs(kernel: Kernel, node: Node, upstream: number, epoch: number): void {
  const { cause } = kernel
  dropEverybody(kernel, node, cause)
  commitAll(kernel, node)
  setEpoch(kernel, node, epoch)
  node.upstream = upstream
  kernel.fact(node.id, 'repointed', { peer: kernel.world.nodes[upstream]!.id })
  kernel.tell(partOf(node, 'lease')!, { type: 'RELEASE' })
  kernel.tell(partOf(node, 'applier')!, { type: 'START' })
  attachReceiver(kernel, node)
  startReceiver(kernel, node, 'repointed')
}

/** Every flushed transaction becomes part of the data, whether its client heard so or not: as a recovery does it. */
function commitAll(kernel: Kernel, node: Node): void {
  node.data.apply(node.log, node.applied.position + 1, node.log.end, kernel.world.entries)
  node.applied.mark(node.log.end, kernel.now)
  node.commitsTo = node.log.end
  node.commitDue = 0
  wakeReads(kernel, node)
}
