/**
 * Why has this node not applied an entry that others have? The fact that explains it best, for "why?": what its SQL
 * thread is at while the entry stands in its relay log; the fault or the message that has the entry on the link; or
 * what keeps its I/O thread from copying. Looked for up the chain of those it copies from.
 */
import { partOf } from '../measures/parts.ts'
import type { Node } from '../world/index.ts'
import type { Kernel } from './kernel.ts'

/** 0 = there is nothing to be said, for instance because nobody holds the entry any more. */
export function lacking(kernel: Kernel, node: Node, entry: number): number {
  const { world } = kernel
  let lacks = node
  for (let hops = 0; hops < world.nodes.length; hops++) {
    if (lacks.log.positionOf(entry) > 0) return partOf(lacks, 'applier')?.because ?? 0
    if (lacks.upstream < 0) return 0
    const upstream = world.nodes[lacks.upstream]!
    const position = upstream.log.positionOf(entry)
    const { link } = kernel.way(upstream.id, lacks.id)
    if (link.state !== 'up') return link.fact
    for (const message of world.messages.values()) {
      const carries = message.kind === 'entries' && message.from === upstream.id && message.to === lacks.id
      if (carries && position >= message.first && position <= message.last) return message.cause
    }
    const receiver = partOf(lacks, 'receiver')
    if (receiver === undefined || !receiver.program.matches(receiver.config, 'connection.streaming'))
      return receiver?.because ?? 0
    const sender = kernel.part(`${upstream.id}/sender:${lacks.id}`)
    if (upstream.upstream < 0) return sender?.because ?? 0
    if (position > 0 && position <= upstream.applied.position) return sender?.because ?? 0
    lacks = upstream
  }
  return 0
}
