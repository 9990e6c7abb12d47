import type { Frame } from '../engine/index.ts'
import { describeClient } from './clientTwins.ts'
import { describeLink } from './linkTwins.ts'
import { describeMonitor } from './monitorTwins.ts'
import { describeNode } from './nodeTwins.ts'
import { doVote } from './voters.ts'
import { describeVoter } from './voterTwins.ts'

/** The stage in words, for whoever cannot see it: everything drawn has a twin here. */

/** One participant or link by its id; the id itself when nobody of that name is there. */
export function describe({ id }: { id: string }, frame: Frame): string {
  const node = frame.nodes.find((one) => one.id === id)
  if (node) return describeNode(node, frame)
  const link = frame.links.find((one) => one.id === id)
  if (link) return describeLink(link, frame)
  const client = frame.clients.find((one) => one.id === id)
  if (client) return describeClient(client, frame)
  const voter = frame.monitors.find((one) => one.id === id)
  if (voter && doVote(frame)) return describeVoter(voter)
  return id === 'monitor' && frame.monitor ? describeMonitor(frame.monitor) : id
}
