import type { Frame, NodeFrame } from '../engine/index.ts'
import { atRisk } from './cells.ts'
import { isBarred, isPoweredOff } from './fences.ts'
import {
  barredNote,
  copyText,
  drainText,
  heldText,
  lagText,
  leaseText,
  poweredOffAt,
  purgedText,
  readOnlySince,
  rewindText,
  roleWord,
  stoppedAt,
} from './nodes.ts'
import { count, exactMs, span, whole } from './numbers.ts'
import { packs } from './packs.ts'
import { kindOfRegions } from './regionLabels.ts'
import { siteOf } from './sites.ts'
import { terms } from './terms.ts'

/** A database node in words: its two threads, its lag in every measure, the text twin of its card. */

/** A clock that is off: "clock 2 s ahead", "clock 300 ms behind". */
export const clockWords = (us: number): string => `clock ${span(Math.abs(us))} ${us < 0 ? 'behind' : 'ahead'}`

export const positions = (node: NodeFrame): [string, string][] => [
  ['received', whole(node.received)],
  ['applied', whole(node.applied)],
]

/** Lag in every measure: what is true, and what the database itself would report. */
export function lagWords({ lag }: NodeFrame): [string, string][] {
  if (lag === null) return []
  const unknown = lag.level === 'unknown'
  return [
    ['true lag', unknown ? 'unknown' : span(lag.trueUs)],
    ['reported', lag.reported === null ? 'NULL' : `${lag.reported} s`],
    ...(lag.heartbeatUs === null ? [] : [['by heartbeat', span(lag.heartbeatUs)] as [string, string]]),
    ['to receive', unknown ? 'unknown' : whole(lag.entriesToReceive)],
    ['to apply', whole(lag.entriesToApply)],
  ]
}

/** What "reported" is, and when it lies: the text behind its "Why?". */
export const reportedHint = (): string =>
  `${terms.lagColumn}, by its own rule: the age of the entry being applied, 0 once everything received is applied, NULL when a thread stands still. Entries that have not arrived do not count.`

/** A thread's state after its name: "stopped, db1 is down", "applying #17, 3 of 8 ms". */
export function threadSentence(node: NodeFrame, thread: 'receiver' | 'applier', frame: Frame): string {
  if (node.process !== 'up') return node.process === 'down' ? 'not running, the node is down' : 'not running yet'
  return thread === 'receiver' ? receiverSentence(node, frame) : applierSentence(node, frame.time)
}

function receiverSentence({ receiver, upstream, copy }: NodeFrame, { nodes }: Frame): string {
  const peer = receiver.peer ?? upstream ?? '?'
  const sourceDown = nodes.some(({ id, process }) => id === peer && process === 'down')
  switch (receiver.state) {
    case 'absent':
      return 'none here'
    case 'streaming':
      return `running, copies from ${peer}`
    case 'connecting':
      return `connecting to ${peer}`
    case 'waiting':
      return sourceDown ? `waiting, ${peer} is down` : `waiting to connect to ${peer} again`
    case 'refused':
      return receiver.reason === 'purged'
        ? `refused by ${peer}: what it needs is purged`
        : `refused by ${peer}: the logs differ`
    case 'copying':
      return copySentence(copy)
    case 'stopped':
      return sourceDown || receiver.reason === 'source-down' ? `stopped, ${peer} is down` : 'stopped'
  }
}

/** How far a copy is: "waiting, 40 of 100 MB copied from db3". */
function copySentence(copy: NodeFrame['copy']): string {
  if (copy === null) return 'waiting for a copy of data'
  const { from, done, megabytes, endsAt } = copy
  const silent = endsAt === null ? ', the link is silent' : ''
  return `waiting, ${whole(Math.floor(done))} of ${whole(Math.ceil(megabytes))} MB copied from ${from}${silent}`
}

function applierSentence({ applier, applying, received, applied, heldUntil }: NodeFrame, t: number): string {
  if (applier.state === 'absent') return 'none here'
  if (applier.state === 'failed') return 'stopped by an error'
  if (applier.state === 'stopped')
    return received > applied ? `stopped, ${count(received - applied, 'entry', 'entries')} waiting` : 'stopped'
  if (applier.state === 'delaying')
    return heldUntil === null
      ? 'holding entries'
      : `holding #${applied + 1} for another ${span(Math.max(0, heldUntil - t))}`
  if (applier.state === 'blocked') return `waiting for a lock before #${applied + 1}`
  if (applying === null) return 'idle, everything received is applied'
  const { from, to, startedAt, endsAt } = applying
  const done = Math.min(Math.max(0, t - startedAt), endsAt - startedAt)
  const what = to > from ? `#${from} to #${to}` : `#${from}`
  return `applying ${what}, ${exactMs(Math.floor(done / 10) * 10).replace(' ms', '')} of ${exactMs(endsAt - startedAt)}`
}

/** The text twin of a card: "db3, slave, epoch 1, 4 behind, 3.7 s". */
export function describeNode(node: NodeFrame, frame: Frame): string {
  const parts = [node.id, roleWord(node), ...(kindOfRegions(frame) === null ? [`epoch ${node.epoch}`] : [])]
  if (node.process === 'down')
    parts.push(isPoweredOff(frame, node) ? poweredOffAt(node.processSince) : stoppedAt(node.processSince))
  else if (node.copy !== null) parts.push(copyText(node.copy, node.copy.done / node.copy.megabytes))
  else if (node.drain !== null) parts.push(drainText(node.drain, frame.time))
  else if (node.rewind !== null) parts.push(rewindText(node.rewind, frame.time))
  else if (node.lag !== null) parts.push(lagText(node.lag))
  if (node.dataCenter !== null) parts.push(`in ${node.dataCenter}`)
  if (isBarred(node)) parts.push(barredNote)
  if (node.process === 'up') {
    if (node.role === 'read-only') parts.push(readOnlySince(node.roleSince))
    if (node.role === 'master' && node.leaseUntil !== null) parts.push(leaseText(node.leaseUntil - frame.time))
    if (node.applier.state === 'delaying' && node.heldUntil !== null) parts.push(heldText(node.heldUntil - frame.time))
    if (node.receiver.state === 'refused' && node.receiver.reason === 'purged') parts.push(purgedText(node))
  }
  if (frame.multiMaster) parts.push(...packs.masters.siteTwin(node, frame))
  else if (node.role === 'master' && node.process === 'up')
    parts.push(`${count(node.received, 'entry', 'entries')} in its binlog`)
  const alone = atRisk(node).length
  if (alone > 0) parts.push(`${count(alone, 'promised write')} only here`)
  if (node.clockOffsetUs !== 0 && !frame.multiMaster) parts.push(clockWords(node.clockOffsetUs))
  if (node.extraFrom !== null) parts.push(`entries from #${node.extraFrom} on that nobody else has`)
  return parts.join(', ')
}

/** A row of the text view: node, role, epoch, received, applied, lag. */
export function nodeRow(node: NodeFrame, frame: Frame): string[] {
  const site = siteOf(frame, node.id)
  return [
    node.id,
    roleWord(node),
    `e${node.epoch}`,
    whole(node.received),
    whole(node.applied),
    site ? packs.masters.accordOf(frame, site).words : node.lag === null ? '' : lagText(node.lag),
  ]
}
