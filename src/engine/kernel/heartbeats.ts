/** The job that writes heartbeat rows: on every node that takes writes, once somebody has asked for such rows at all. */
import { isUp } from '../measures/parts.ts'
import type { Node } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import type { Kernel } from './kernel.ts'

/** To be called when a node has begun to take writes, and when the rhythm of the rows has changed. */
export function tendHeartbeat(kernel: Kernel, node: Node): void {
  const s = kernel.world.settings.nodes[node.number]!
  const known = kernel.part(`${node.id}/heartbeatRow`)
  if (!isUp(node) || !isIn(node.parts[1]!, 'master') || (known === undefined && s.heartbeatRowUs === 0)) return
  const spec = { owner: node.id, id: 'heartbeatRow', machine: 'heartbeatRow', place: node.number, peer: -1 } as const
  kernel.tell(known ?? kernel.attach(spec, node.parts, { s }), { type: 'BEAT' })
}
