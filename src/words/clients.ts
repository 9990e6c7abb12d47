import type { ClientFrame, Frame } from '../engine/index.ts'
import { count, moment, span } from './numbers.ts'

/** What is said about a client. */
const OUTCOMES = { ok: 'OK', error: 'ERROR', unknown: 'UNKNOWN' } as const

export const outcomeWord = (outcome: keyof typeof OUTCOMES): string => OUTCOMES[outcome]

export function clientSentence(client: ClientFrame, frame: Frame): string {
  const { state, target, pending, waitingSince, since } = client
  const soFar = span(frame.time - (waitingSince ?? since))
  if (client.kind === 'reader' && state === 'thinking') return `Thinks before its next read from ${target}.`
  if (client.kind === 'reader' && state === 'waiting') return `Waits for ${target} to answer its read, ${soFar} so far.`
  switch (state) {
    case 'thinking':
      return client.kind === 'stream'
        ? `Writes to ${target} at its own rate.`
        : `Thinks before its next write to ${target}.`
    case 'waiting':
      return `Waits for ${target} to answer ${count(pending, 'write')}, ${soFar} so far.`
    case 'backing-off':
      return `Pauses after a bad answer, then ${client.kind === 'reader' ? 'reads' : 'writes'} again.`
    case 'stopped':
      return `Has stopped ${client.kind === 'reader' ? 'reading' : 'writing'}.`
  }
}

/** What a reader saw last: "k3=41", "no k3". */
export const readWords = ({ key, value }: NonNullable<ClientFrame['lastRead']>): string =>
  value === null ? `no ${key}` : `${key}=${value}`

export function clientRows({ kind, target, pending, last, lastRead }: ClientFrame, _frame: Frame): [string, string][] {
  if (kind === 'reader')
    return [
      ['reads from', target],
      ['last read', lastRead === null ? 'none' : `${readWords(lastRead)} at ${moment(lastRead.at)}`],
    ]
  const rows: [string, string][] = [
    ['writes to', target],
    ['unanswered', `${pending}`],
  ]
  if (last !== null) rows.push(['last answer', `${outcomeWord(last.outcome)} at ${moment(last.at)}`])
  return rows
}

/** Under a waiting client on the stage: the word, and how long. */
export const waiting = { word: 'waiting', since: (us: number): string => span(us) } as const

export const describeClient = (client: ClientFrame, frame: Frame): string =>
  `${client.id}, ${client.kind === 'reader' ? 'reader' : 'client'}. ${clientSentence(client, frame)}`
