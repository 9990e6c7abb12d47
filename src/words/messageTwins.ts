import type { MessageFrame } from '../engine/index.ts'
import { answerTag } from './clients.ts'
import { inLog } from './inLog.ts'
import { messageWord } from './messages.ts'
import { packs } from './packs.ts'

/** What travels, in words: the twin of a token. */

const ACK: Record<string, string> = { received: 'received', applied: 'applied' }

/** The word that rides beside an acknowledgement: what it means. */
export const ackWord = (word: string): string => ACK[word] ?? 'received'

/** The text twin of a token at time t: "entry #7 to db2, 40 % of the way". */
export function messageTwin(message: MessageFrame, t: number): string {
  const way = message.held ? 'held on the way' : `${Math.round(100 * share(message.path, t))} % of the way`
  const again = message.resent > 0 ? ', sent again' : ''
  return `${matter(message)} to ${message.to}, ${way}${again}`
}

export function matter(message: MessageFrame): string {
  const { kind, from, first, last, write, word, answers } = message
  if (kind === 'promise' || kind === 'promised') return packs.masters.promiseMatter(message)
  if (kind === 'persist') return last > first ? `changes ${first} to ${last}` : `change ${last}`
  if (kind === 'persisted') return `flushed up to change ${last}`
  if (kind === 'entries') return `${last > first ? 'entries' : 'entry'} ${inLog(from, first, last)}`
  if (kind === 'snapshot') return last > 0 ? `copy of the data up to #${last}` : 'copy of empty data'
  if (kind === 'ack') return `acknowledgement: ${ackWord(word)} up to #${last}`
  if (kind === 'write') return `write ${write}`
  if (kind === 'read') return last > 0 ? `read of ${word}, as of #${last} or later` : `read of ${word}`
  if (kind === 'reply' && answers !== null && answers.verdict !== 'fresh')
    return `answer ${word}: ${answerTag(answers)}`
  if (kind === 'reply' && word.includes('=')) return `answer ${word}`
  if (kind === 'reply' && write === 0) return `${word.toUpperCase()} for a read`
  if (kind === 'reply') return `${word === '' ? 'answer' : word.toUpperCase()} for write ${write}`
  if (kind === 'vote') return word === 'ask' ? 'request for a vote' : 'vote'
  return messageWord(kind).replace(/^an? /, '')
}

/** Where a message is at time t, as a fraction of its way. */
export function share(path: readonly [number, number][], t: number): number {
  let before = path[0] ?? [0, 0]
  for (const point of path) {
    if (point[0] >= t) {
      const [t0, f0] = before
      return point[0] === t0 ? point[1] : f0 + ((point[1] - f0) * (t - t0)) / (point[0] - t0)
    }
    before = point
  }
  return before[1]
}
