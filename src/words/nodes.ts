import type { Lag, NodeFrame } from '../engine/index.ts'
import { moment, span, whole } from './numbers.ts'
import { isWitness, masterWords } from './sites.ts'
import { terms } from './terms.ts'

/** What stands on the card of a database node: its role, how far behind it is. Sentences about it are with the twins. */

/** The word in the card's header, in lower case; the stage writes it in capitals. */
export function roleWord({
  id,
  process,
  role,
  barred = false,
}: Pick<NodeFrame, 'id' | 'process' | 'role'> & { barred?: boolean }): string {
  if (process === 'down') return 'down'
  if (process === 'recovering') return 'starting'
  // It believes that it is still what it was.
  if (barred && role === 'master') return 'barred'
  const words: Record<NodeFrame['role'], string> = {
    master: isWitness(id) ? masterWords.witness : terms.master,
    slave: terms.slave,
    candidate: 'chosen',
    draining: 'promoting',
    promoting: 'promoting',
    fenced: 'fenced',
    'read-only': 'read-only',
    rewinding: 'rewinding',
  }
  return words[role]
}

/** Rows of a card. */
export const strips = { binlog: 'binlog', relay: 'relay', data: 'data' } as const

/** On a card that is down: "stopped at 6.500 s". */
export const stoppedAt = (us: number): string => `stopped at ${moment(us)}`

/** Beside a lag gauge: "3 behind, 0.6 s", always in both measures. */
export function lagText(lag: Pick<Lag, 'entriesBehind' | 'trueUs' | 'level'>): string {
  if (lag.level === 'unknown') return 'lag unknown'
  return lag.entriesBehind === 0 ? 'up to date' : `${whole(lag.entriesBehind)} behind, ${span(lag.trueUs)}`
}

/** The same gauge while a relay log is emptied: "1 left, 0.14 s to go". */
export function drainText(drain: NonNullable<NodeFrame['drain']>, t: number): string {
  return drain.left === 0 ? 'empty' : `${whole(drain.left)} left, ${span(Math.max(0, drain.endsAt - t))} to go`
}

/** While its data are copied: "12 of 20 MB". */
export const copyText = ({ megabytes }: NonNullable<NodeFrame['copy']>, share: number): string =>
  `${whole(Math.floor(megabytes * share + 1e-9))} of ${whole(Math.ceil(megabytes))} MB`

/** A delayed SQL thread: "held 0.8 s". */
export const heldText = (us: number): string => `held ${span(Math.max(0, us))}`

/** A SQL thread inside a transaction that waits for a lock: "locked, 4 behind". */
export const lockedText = ({ entriesBehind }: Pick<Lag, 'entriesBehind'>): string =>
  `locked, ${whole(entriesBehind)} behind`

/** Refused because its next entry is gone: "#12 is purged". */
export const purgedText = ({ received }: Pick<NodeFrame, 'received'>): string => `#${received + 1} is purged`

/** On the card of whoever refuses it: "purged up to #15". */
export const purgedUpTo = (position: number): string => `purged up to #${position}`

/** Beside the gauge of a slave that has heartbeat rows: what it reports, and how old its heartbeat row is. */
export const reportedShort = ({ reported, heartbeatUs }: Pick<Lag, 'reported' | 'heartbeatUs'>): [string, string] => [
  `says ${reported === null ? 'NULL' : `${reported} s`}`,
  span(heartbeatUs ?? 0),
]

/** A master that writes by a lease: "lease, 6.2 s left". */
export const leaseText = (us: number): string => `lease, ${us > 0 ? span(us) : 'nothing'} left`

/** On a card that the monitor has switched off. */
export const poweredOffAt = (us: number): string => `switched off at ${moment(us)}`
export const readOnlySince = (us: number): string => `no writes since ${moment(us)}`
export const barredNote = 'no client gets through'

/** While entries are taken back: "takes back 8, 0.2 s to go". */
export function rewindText({ from, to, endsAt }: NonNullable<NodeFrame['rewind']>, t: number): string {
  if (to < from) return 'nothing to take back'
  return `takes back ${whole(to - from + 1)}, ${span(Math.max(0, endsAt - t))} to go`
}
