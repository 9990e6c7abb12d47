import type { CheckerFrame, Counters } from '../engine/index.ts'
import { whole } from './numbers.ts'

/** What became of every write, and what was promised. */
export interface CounterRow {
  id: keyof Counters
  name: string
  value: number
  /** Part of the row above it that is not: they add up. */
  within?: boolean
  tone?: 'crit' | 'warn' | 'conflict'
}

const NAMES: [keyof Counters, string, boolean][] = [
  ['issued', 'writes sent', false],
  ['ok', 'told OK', false],
  ['surviving', 'safe', true],
  ['atRisk', 'at risk', true],
  ['lost', 'lost', true],
  ['overwritten', 'overwritten', true],
  ['discarded', 'discarded', true],
  ['error', 'told ERROR', false],
  ['unknown', 'unknown', false],
  ['pending', 'no answer yet', false],
  ['ghost', 'not told OK, yet kept', false],
  ['reads', 'reads answered', false],
  ['staleReads', 'stale', true],
  ['ownWriteMissing', 'own write missing', true],
  ['readsWentBack', 'went back in time', true],
  ['phantomReads', 'phantom reads', true],
  ['noticed', 'clients that noticed', false],
]

/** A row that can only be 0 would raise a question it cannot answer: some belong to several masters, some to readers. */
const OF_READS: readonly (keyof Counters)[] = ['staleReads', 'ownWriteMissing', 'readsWentBack', 'phantomReads']

const idle = (id: keyof Counters, counters: Counters): boolean =>
  OF_READS.includes(id)
    ? counters.reads === 0
    : ['overwritten', 'discarded', 'reads'].includes(id) && counters[id] === 0

export const counterRows = (counters: Counters): CounterRow[] =>
  NAMES.filter(([id]) => !idle(id, counters)).map(([id, name, within]) => {
    const row: CounterRow = { id, name, value: counters[id] }
    if (within) row.within = true
    if (id === 'lost' && counters.lost > 0) row.tone = 'crit'
    if (id === 'discarded' && counters.discarded > 0) row.tone = 'conflict'
    if (id === 'atRisk' && counters.atRisk > 0) row.tone = 'warn'
    if (OF_READS.includes(id) && counters[id] > 0) row.tone = id === 'staleReads' ? 'warn' : 'crit'
    return row
  })

/** What each counter counts, for a tooltip. */
export const counterHint: Record<keyof Counters, string> = {
  issued: 'Every write that a client has sent. It is the sum of OK, ERROR, unknown and no answer yet.',
  ok: 'Writes whose client was told OK. It is the sum of safe, at risk and lost.',
  error: 'Writes that a node refused.',
  unknown: 'Writes whose client gave up waiting: they may have happened or not.',
  pending: 'Writes on their way, being worked on, or waiting for an acknowledgement.',
  surviving: 'Told OK, and held by a reachable node of the newest epoch.',
  atRisk: 'Told OK, but at this moment held by no reachable node of the newest epoch.',
  lost: 'Told OK, and a newer epoch began without them.',
  ghost: 'The client was never told OK, yet the write is there.',
  overwritten: 'Told OK, and replaced by a later write.',
  discarded: 'Told OK, and thrown away when a conflict was resolved.',
  reads: 'Reads that a node has answered.',
  staleReads: 'Reads that showed an older version than the newest one told OK before they began.',
  ownWriteMissing: 'Reads that did not show a write of the same client, although it had been told OK.',
  readsWentBack: 'Reads from data that are older than what the same client had read from before.',
  phantomReads: 'Reads that showed a version which a newer epoch began without.',
  noticed: 'Clients that saw an error, or waited over a second in an outage.',
}

const GUARANTEES: Record<string, string> = {
  noLostOk: 'No write that was told OK is lost',
  converged: 'All nodes end up with the same data',
  appliedOnce: 'Every entry is applied exactly once',
  oneWriter: 'At most one node takes writes',
  freshReads: 'Reads see every earlier OK',
  ownReads: 'Clients see their own writes',
  monotonicReads: 'No client goes back in time',
}

/** "No write that was told OK is lost: not promised, and not so." */
export function guaranteeSentence({ name, promised, held }: CheckerFrame): string {
  const outcome = promised
    ? held
      ? 'promised, and so'
      : 'promised, and broken'
    : held
      ? 'not promised, so far so'
      : 'not promised, and not so'
  return `${GUARANTEES[name] ?? name}: ${outcome}.`
}

export const invariantsHold = (k: number): string => `All ${whole(k)} rules of the model hold.`
