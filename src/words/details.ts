import type { ClientFrame, Frame, LinkFrame, MonitorFrame, NodeFrame } from '../engine/index.ts'
import { cellsSummary } from './cells.ts'
import { clientRows } from './clientTwins.ts'
import { keptSentence } from './kept.ts'
import { linkRows } from './linkTwins.ts'
import { probeWords } from './monitor.ts'
import { candidateSentence } from './monitorTwins.ts'
import { purgedUpTo } from './nodes.ts'
import { lagWords, positions, threadSentence } from './nodeTwins.ts'
import { outageRows } from './outages.ts'
import { voterRows } from './voterTwins.ts'

/**
 * The text view under each participant: everything that the stage and the inspector draw of it, one line each. What
 * its name says already is not said again.
 */
const pairs = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([name, value]) => `${name} ${value}`).join(', ')

export function nodeDetails(node: NodeFrame, frame: Frame): string[] {
  const lines = [pairs(positions(node)), `log ${cellsSummary(node, frame.time)}`]
  if (node.purgedTo > 0) lines.push(purgedUpTo(node.purgedTo))
  if (node.receiver.state !== 'absent') {
    lines.push(`I/O: ${threadSentence(node, 'receiver', frame)}`, `SQL: ${threadSentence(node, 'applier', frame)}`)
    lines.push(pairs(lagWords(node)))
  }
  return lines.filter((line) => line !== '')
}

export const clientDetails = (client: ClientFrame, frame: Frame): string[] =>
  [pairs(clientRows(client, frame)), keptSentence(client, frame)].filter((line) => line !== '')

/** Of several each also has what it finds and how it has voted. */
export const monitorDetails = (monitor: MonitorFrame, { outages, time }: Frame, votes = false): string[] => [
  ...(votes ? [pairs(voterRows(monitor))] : []),
  monitor.probes.map((probe) => `${probe.node} ${probeWords(probe)}`).join(', '),
  ...(monitor.choice?.candidates.map(candidateSentence) ?? []),
  ...outages.slice(-1).flatMap((outage) => outageRows(outage, time)),
]

export const linkDetails = (link: LinkFrame, frame: Frame): string[] => [pairs(linkRows(link, frame))]
