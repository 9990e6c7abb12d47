import type { ClientFrame, ReadVersions } from '../engine/index.ts'
import { span } from './numbers.ts'

/** What stands beside a client on the stage. Sentences about it are with the twins. */
const OUTCOMES = { ok: 'OK', error: 'ERROR', unknown: 'UNKNOWN' } as const

export const outcomeWord = (outcome: keyof typeof OUTCOMES): string => OUTCOMES[outcome]

/** What a reader saw last: "k3=41", "no k3". */
export const readWords = ({ key, value }: NonNullable<ClientFrame['lastRead']>): string =>
  value === null ? `no ${key}` : `${key}=${value}`

export type LastRead = NonNullable<ClientFrame['lastRead']>

/** Under the value on an answer that is not what its client could expect: which version it is, and what there would be. */
export function answerTag({ verdict, version, newest, upTo, seen }: ReadVersions): string {
  if (verdict === 'went-back') return `as of #${upTo}, had seen #${seen}`
  return `${version === 0 ? 'none' : `#${version}`}, newest #${newest?.version ?? version}`
}

/**
 * What stands at a client that has read, in lines short enough for its place: the value, and, if it is not what the
 * client could expect, its version, the newest one, and what is wrong.
 */
export function seenLines(read: LastRead): string[] {
  const { verdict, version, newest, upTo, seen } = read
  const value = readWords(read)
  if (verdict === 'fresh') return [value]
  if (verdict === 'went-back') return [value, `#${upTo} after #${seen}`, 'back in time']
  const shown = version === 0 ? value : `${value} #${version}`
  const other = `#${newest?.version ?? version}`
  return verdict === 'stale' ? [shown, `newest ${other}`, 'stale'] : [shown, `own ${other}`, 'missing']
}

/** Under a waiting client on the stage: the word, and how long. */
export const waiting = { word: 'waiting', since: (us: number): string => span(us) } as const
