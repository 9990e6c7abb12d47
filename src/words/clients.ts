import type { ClientFrame, Frame } from '../engine/index.ts'
import { count, moment, span } from './numbers.ts'

/** What is said about a client. */
const OUTCOMES = { ok: 'OK', error: 'ERROR', unknown: 'UNKNOWN' } as const

export const outcomeWord = (outcome: keyof typeof OUTCOMES): string => OUTCOMES[outcome]

export function clientSentence(client: ClientFrame, frame: Frame): string {
  const { state, target, pending, waitingSince, since } = client
  switch (state) {
    case 'thinking':
      return client.kind === 'stream'
        ? `Writes to ${target} at its own rate.`
        : `Thinks before its next write to ${target}.`
    case 'waiting':
      return `Waits for ${target} to answer ${count(pending, 'write')}, ${span(frame.time - (waitingSince ?? since))} so far.`
    case 'backing-off':
      return 'Pauses after a bad answer, then writes again.'
    case 'stopped':
      return 'Has stopped writing.'
  }
}

export function clientRows({ target, pending, last }: ClientFrame, _frame: Frame): [string, string][] {
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
  `${client.id}, client. ${clientSentence(client, frame)}`
