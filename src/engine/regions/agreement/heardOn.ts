import { isIn } from '../../kernel/acts/act.ts'
import { threadOf } from '../../multiMaster/channels.ts'
import type { Node } from '../../world/index.ts'

/** When anything last came over the channel from another region, be it a heartbeat; -1 = the channel is lost. */
export function heardOn(node: Node, region: number): number {
  const receiver = threadOf(node, 'receiver', region)
  return receiver !== undefined && isIn(receiver, 'connection.streaming') ? (receiver.context['heardAt'] as number) : -1
}
