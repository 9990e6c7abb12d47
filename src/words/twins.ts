import type { Frame } from '../engine/index.ts'
import { describeClient } from './clients.ts'
import { lostHeading } from './counters.ts'
import { describeLink } from './links.ts'
import { describeMonitor } from './monitor.ts'
import { describeNode, roleWord } from './nodes.ts'
import { list, moment } from './numbers.ts'
import { packs } from './packs.ts'
import { describeVoter, doVote } from './voters.ts'

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

/** The whole stage in one sentence: its accessible name. */
export function stageSentence(frame: Frame): string {
  const nodes = frame.nodes.map((node) => `${node.id} is ${roleWord(node)}`)
  const lost = frame.lost.length > 0 ? `; ${lostHeading(frame.lost.length)}` : ''
  return [
    `At ${moment(frame.time)}: ${list(nodes)}${lost}.`,
    ...(frame.multiMaster ? packs.masters.mastersTwin(frame) : []),
  ].join(' ')
}
