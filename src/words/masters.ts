import type {
  ClientFrame,
  ConflictFrame,
  EntryName,
  Frame,
  NodeFrame,
  RowFrame,
  SiteFrame,
  VersionFrame,
} from '../engine/index.ts'
import { count, list, moment, span } from './numbers.ts'
import { regionTwin, regionWords } from './regions.ts'
import { masterWords, originsOf, siteOf } from './sites.ts'
import { clockOffset } from './stage.ts'
import { terms } from './terms.ts'

/** What is said about several masters: entries by their short names, rows, agreement, conflicts. */

/** The letter of a master's entries. */
export function originLetter(node: string, frame: Pick<Frame, 'multiMaster' | 'nodes'>): string {
  const place = originsOf(frame).indexOf(node)
  return String.fromCharCode(65 + (Math.max(0, place) % 26))
}

/** An entry by its short name: "A6". */
export const entryTag = ({ origin, sequence }: EntryName, frame: Pick<Frame, 'multiMaster' | 'nodes'>): string =>
  `${originLetter(origin, frame)}${sequence}`

/** The values of a row in braces: "{3}"; siblings as several: "{3, 5}"; '' = it was deleted. */
export function rowValue({ versions }: Pick<RowFrame, 'versions'>): string {
  const values = versions.flatMap(({ value }) => (value === null ? [] : [value]))
  return values.length === 0 ? '' : `{${values.join(', ')}}`
}

/** The value of one version as it is written: "5", "deleted". */
export const versionValue = ({ value }: Pick<VersionFrame, 'value'>): string => value ?? masterWords.deleted

/** What the writers of its versions had seen of a row, in the order of the masters. */
export function rowVector({ versions }: Pick<RowFrame, 'versions'>, frame: Frame): EntryName[] {
  const highest = new Map<string, number>()
  for (const { vector } of versions)
    for (const { origin, sequence } of vector) highest.set(origin, Math.max(sequence, highest.get(origin) ?? 0))
  return originsOf(frame).flatMap((origin) => {
    const sequence = highest.get(origin)
    return sequence === undefined ? [] : [{ origin, sequence }]
  })
}

/** How a master stands to the others. */
export type Accord = 'agrees' | 'differs' | 'stopped'

/** The line under its rows, what it is where that has no room, and what sign it wears. */
export function accordOf(frame: Frame, site: SiteFrame): { is: Accord; words: string; short: string } {
  const accord = accordWords(frame, site)
  return { short: accord.words, ...accord }
}

function accordWords(frame: Frame, site: SiteFrame): { is: Accord; words: string; short?: string } {
  if (site.region?.witness) return { is: 'agrees', words: regionWords.changeData }
  const failed = site.channels.find(({ error }) => error !== null)?.error
  if (failed) return { is: 'stopped', words: `error ${failed.code} on ${failed.key}`, short: `error ${failed.code}` }
  const { agreesWith } = site
  const { of, keys } = frame.multiMaster!.agreement
  const rows = site.differsOn > 0 ? site.differsOn : agreesWith.length === 0 ? keys.length : 0
  if (rows > 0)
    return {
      is: 'differs',
      words: `differs on ${count(rows, 'key')}`,
      short: `${count(rows, 'key')} differ${rows === 1 ? 's' : ''}`,
    }
  if (agreesWith.length === of - 1 && of > 2) return { is: 'agrees', words: 'agrees with all', short: 'agrees' }
  if (agreesWith.length > 2) return { is: 'agrees', words: `agrees with ${agreesWith.length} others`, short: 'agrees' }
  return {
    is: 'agrees',
    words: agreesWith.length === 0 ? 'agrees' : `agrees with ${list(agreesWith)}`,
    short: 'agrees',
  }
}

/** Top left on the stage: "2 of 3", and then "masters agree". */
export const agreementWords = ({ agree, of }: { agree: number; of: number }): [string, string] => [
  `${agree} of ${of}`,
  `${terms.masters} agree`,
]

/** Under a conflict: "conflict on cart". */
export const conflictTitle = ({ key }: Pick<ConflictFrame, 'key'>): string => `conflict on ${key}`

/** Why it is one, or what became of it, where that is not seen: "A6 and B3 never saw each other". */
export function conflictNote(conflict: ConflictFrame, frame: Frame): string {
  const { here, there, outcome, node, relation, error, swappedAt } = conflict
  const [a, b] = pairOf(conflict, frame).map((one) => entryTag(one, frame))
  if (error !== null) return `the function failed: the later one stays`
  if (outcome === 'stopped') return `${node} stops at ${entryTag(there, frame)}`
  if (outcome === 'skipped') return `${node} skips ${entryTag(there, frame)}`
  if (swappedAt !== null) return `${swappedAt} keeps the other one`
  if (outcome === 'merged') return `${a} and ${b} are made into one`
  if (relation === 'concurrent') return `${a} and ${b} never saw each other`
  const [first, second] = relation === 'before' ? [here, there] : [there, here]
  return `${entryTag(second, frame)} had seen ${entryTag(first, frame)}`
}

/** Its two versions in the order of the masters, so that the same two stand alike wherever they meet. */
export function pairOf({ here, there }: ConflictFrame, frame: Frame): [VersionFrame, VersionFrame] {
  const origins = originsOf(frame)
  const place = ({ origin, sequence }: EntryName) => origins.indexOf(origin) * 1e9 + sequence
  return place(here) <= place(there) ? [here, there] : [there, here]
}

const isSame = (a: EntryName, b: EntryName | null): boolean => a.origin === b?.origin && a.sequence === b.sequence

/** What became of one of the two. */
export function versionFate(conflict: ConflictFrame, version: VersionFrame): 'kept' | 'discarded' | 'open' {
  const { outcome, here, discarded } = conflict
  if (isSame(version, discarded)) return 'discarded'
  if (outcome === 'siblings') return 'kept'
  if (outcome !== 'kept-here' && outcome !== 'kept-there') return 'open'
  return (outcome === 'kept-here') === (version === here) ? 'kept' : 'discarded'
}

/** A conflict as a sentence. */
export function conflictSentence(conflict: ConflictFrame, frame: Frame): string {
  const fates = pairOf(conflict, frame).map((one) => {
    const fate = versionFate(conflict, one)
    const told = fate === 'discarded' && conflict.discardedToldOk ? ' though its client was told OK' : ''
    const became = fate === 'open' ? '' : ` ${fate}${told}`
    return `${entryTag(one, frame)} (${versionValue(one)})${became}`
  })
  const { node, at } = conflict
  return `${conflictTitle(conflict)}, found by ${node} at ${moment(at)}: ${list(fates)}; ${conflictNote(conflict, frame)}.`
}

/** The sentences about all of them together: who agrees, and the newest conflict. */
export function mastersTwin(frame: Frame): string[] {
  if (!frame.multiMaster) return []
  const { agreement, conflicts } = frame.multiMaster
  const differing = agreement.keys.map(({ key }) => key)
  const differ = differing.length > 0 ? `; they differ on ${list(differing)}` : ''
  const newest = conflicts[conflicts.length - 1]
  return [
    `${agreementWords(agreement).join(' ')}${differ}.`,
    ...(newest ? [capital(conflictSentence(newest, frame))] : []),
  ]
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** What a card of several masters shows beside its role, part by part. */
export function siteTwin(node: NodeFrame, frame: Frame): string[] {
  const site = siteOf(frame, node.id)
  if (site === undefined) return []
  // A witness has no table, and no log of its own.
  const held = site.region?.witness
    ? []
    : [logTwin(node, frame), ...site.rows.map((row) => rowTwin(row, frame, site.region !== null))]
  const { offsetUs, driftPpm } = site.clock
  return [
    `its entries are ${originLetter(node.id, frame)}`,
    ...(offsetUs === 0 && driftPpm === 0 ? [] : [clockTwin(offsetUs, driftPpm)]),
    ...held,
    ...(site.region?.witness ? [] : [accordOf(frame, site).words]),
    ...regionTwin(node, frame),
    ...site.channels.flatMap(({ from, error }) =>
      error === null
        ? []
        : [`applies nothing more from ${from}: error ${error.code} at ${entryTag(error.entry, frame)}`],
    ),
  ]
}

const clockTwin = (us: number, ppm: number): string =>
  `clock ${us === 0 ? 'right' : `${span(Math.abs(us))} ${us < 0 ? 'behind' : 'ahead'}`}${ppm === 0 ? '' : `, drifts by ${masterWords.drift(ppm)}`}`

/** Beside the clock of a card: "+2 s", and its drift if it has one. */
export const clockChipWords = ({ offsetUs, driftPpm }: SiteFrame['clock']): string =>
  [...(offsetUs === 0 ? [] : [clockOffset(offsetUs)]), ...(driftPpm === 0 ? [] : [masterWords.drift(driftPpm)])].join(
    ', ',
  )

/** So many entries of a log fit on a card, and into a sentence. */
const NEWEST = 8

function logTwin({ cells }: NodeFrame, frame: Frame): string {
  const newest = cells.slice(-NEWEST).map(({ origin, number }) => entryTag({ origin, sequence: number }, frame))
  return newest.length === 0 ? 'nothing in its log' : `log ends with ${list(newest)}`
}

/** "cart {3} by A6, seen A6, B2 and C3". */
function rowTwin(row: RowFrame, frame: Frame, plain: boolean): string {
  const value = rowValue(row) || masterWords.deleted
  const by = list(row.versions.map((one) => entryTag(one, frame)))
  // In a global table nobody keeps what writers had seen.
  const seen = plain ? '' : list(rowVector(row, frame).map((one) => entryTag(one, frame)))
  return `${row.key} ${value} by ${by}${seen === '' ? '' : `, seen ${seen}`}`
}

/**
 * A client of several masters, in a few words: "cart := 3", "cart := 5, told OK", "reads cart = 3", "read refused"; '' =
 * nothing yet.
 */
export function clientLine(client: ClientFrame, frame: Frame): string {
  const { kind, last, lastRead, pending, oldest } = client
  const reads = kind === 'reader' || (kind === 'read-write' && pending === 0 && (lastRead?.at ?? -1) > (last?.at ?? 0))
  if (reads && isWithoutAnswer(client))
    return isOutOfReach(client, frame) ? `read: ${OUTCOME.unknown}` : `read ${OUTCOME.error}`
  if (reads)
    return lastRead === null
      ? ''
      : `${readShort(lastRead.key, lastRead.value)}${lastRead.verdict === 'stale' ? ', stale' : ''}`
  if (pending > 0 && oldest !== null) return askedFor(oldest, frame)
  if (last === null) return ''
  const what = askedFor(last.write, frame)
  const told = OUTCOME[last.outcome]
  return what === '' ? told : `${what}, ${told}`
}

/** Has a reader's last read come to nothing? It has seen nothing since, so what it saw before is not said again. */
export const isWithoutAnswer = ({ kind, failingSince }: ClientFrame): boolean =>
  kind === 'reader' && failingSince !== null

/** Is nobody there who could have refused it? */
function isOutOfReach({ id, target, readsFrom }: ClientFrame, { nodes, links }: Frame): boolean {
  const from = readsFrom ?? target
  const isUp = nodes.some((node) => node.id === from && node.process === 'up')
  return !isUp || links.some(({ a, b, state }) => [a, b].includes(id) && [a, b].includes(from) && state !== 'up')
}

const OUTCOME = { ok: 'told OK', error: 'refused', unknown: 'no answer' } as const

const readShort = (key: string, value: number | null): string =>
  value === null ? `reads no ${key}` : `reads ${key} = ${value}`

/** The words of a message as they stand beside its client: "cart += 4", "delete cart". */
function askedWords(word: string): string {
  const [, key = word, how = '', value = ''] = /^([^=+<]+)(\+=|=|<)(.*)$/.exec(word) ?? []
  if (how === '') return word.endsWith(' deleted') ? `delete ${word.slice(0, -' deleted'.length)}` : word
  return `${key} ${{ '=': ':=', '+=': '+=', '<': '<-' }[how]} ${value}`
}

/** What a write asks for. */
function askedFor(write: number, { multiMaster }: Frame): string {
  const asked = multiMaster?.asked.find((one) => one.write === write)
  return asked ? askedWords(asked.word) : ''
}
