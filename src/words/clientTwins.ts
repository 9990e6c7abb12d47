import type { ClientFrame, Frame } from '../engine/index.ts'
import { choiceWord } from './choices.ts'
import { type LastRead, outcomeWord, readWords } from './clients.ts'
import { count, entries, moment, span, whole } from './numbers.ts'
import { packs } from './packs.ts'

/** A client in words: what it is doing, what it was told and read. */

export function clientSentence(client: ClientFrame, frame: Frame): string {
  const { state, target, pending, waitingSince, since } = client
  const soFar = span(frame.time - (waitingSince ?? since))
  const reading = client.kind === 'reader' || (client.kind === 'read-write' && pending === 0)
  if (client.kind === 'read-write' && state === 'thinking')
    return 'Thinks before it writes the next row, or reads back its last one.'
  if (
    client.kind === 'reader' &&
    state === 'thinking' &&
    Number(frame.settings[`clients.${client.id}.readsPerSecond`]) > 0
  )
    return 'Reads at its own rate.'
  if (client.kind === 'reader' && state === 'thinking')
    return `Thinks before its next read${client.route === 'leader' ? ` from ${target}` : ''}.`
  if (reading && state === 'waiting')
    return `Waits for ${client.readsFrom ?? target} to answer its read, ${soFar} so far.`
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

export function clientRows(client: ClientFrame, _frame: Frame): [string, string][] {
  const { kind, target, pending, last } = client
  const rows: [string, string][] = []
  if (kind !== 'reader') rows.push(['writes to', target], ['unanswered', `${pending}`])
  if (kind !== 'reader' && last !== null)
    rows.push(['last answer', `${outcomeWord(last.outcome)} at ${moment(last.at)}`])
  if (kind === 'reader' || kind === 'read-write') rows.push(...readRows(client))
  return rows
}

function readRows({ id, route, readsFrom, lastRead, reads }: ClientFrame): [string, string][] {
  const rows: [string, string][] = [
    ['reads from', choiceWord(`clients.${id}.route`, route)],
    ['asked last', readsFrom ?? 'nobody'],
    ['last read', lastRead === null ? 'none' : `${readWords(lastRead)} at ${moment(lastRead.at)}`],
  ]
  if (lastRead !== null) rows.push(['its version', versionWords(lastRead)])
  rows.push(['reads answered', whole(reads.answered)])
  const wrong: [string, number][] = [
    ['stale', reads.stale],
    ['own write missing', reads.ownMissing],
    ['back in time', reads.wentBack],
    ['without an answer', reads.failed],
  ]
  for (const [name, n] of wrong) if (n > 0) rows.push([name, whole(n)])
  return rows
}

/** Which version was shown, and which would have been the newest: "#12, the newest", "#9, the newest is #12". */
function versionWords({ version, write, newest }: Pick<LastRead, 'version' | 'write' | 'newest'>): string {
  const name = packs.masters?.entryOfWrite(write) ?? null
  // Among several masters nobody knows the newest: only what the answer had not heard of can be told.
  if (name !== null)
    return `${version === 0 ? 'none' : name}${newest === null ? '' : `, without ${packs.masters.entryOfWrite(newest.write)}`}`
  const shown = version === 0 ? 'none' : entries(version)
  return newest === null || newest.version <= version
    ? `${shown}, the newest`
    : `${shown}, the newest is ${entries(newest.version)}`
}

/** What is wrong about an answer; '' = nothing. Short, for the stage. */
export const verdictWord = (verdict: LastRead['verdict']): string =>
  ({ fresh: '', stale: 'stale', 'own-write-missing': 'own write missing', 'went-back': 'went back in time' })[verdict]

/** The same as a sentence about one read. */
export function verdictSentence(id: string, read: LastRead): string {
  const { node, verdict, upTo, seen, newest } = read
  const at = upTo === 0 ? 'the beginning' : entries(upTo)
  switch (verdict) {
    case 'fresh':
      return ''
    case 'stale':
      return `Stale: ${node} had not applied ${(newest && packs.masters?.entryOfWrite(newest.write)) ?? entries(newest?.version ?? 0)}, which was told OK before.`
    case 'own-write-missing':
      return `Own write missing: ${node} had not applied what ${id} had been told OK for.`
    case 'went-back':
      return `Back in time: ${node} is at ${at}, and ${id} had read from ${entries(seen)} before.`
  }
}

/** The text twin of what a client saw last. */
function readTwin({ id, lastRead }: ClientFrame): string {
  if (lastRead === null) return ''
  const wrong = verdictSentence(id, lastRead)
  return ` Read ${readWords(lastRead)} from ${lastRead.node}: ${versionWords(lastRead)}.${wrong === '' ? '' : ` ${wrong}`}`
}

export const describeClient = (client: ClientFrame, frame: Frame): string =>
  `${client.id}, ${client.kind === 'reader' ? 'reader' : 'client'}. ${clientSentence(client, frame)}${readTwin(client)}${writeTwin(client, frame)}`

/** What it wrote last, where several masters may have made something else of it. */
function writeTwin(client: ClientFrame, frame: Frame): string {
  const line = frame.multiMaster ? packs.masters.clientLine(client, frame) : ''
  return line === '' || line.startsWith('reads') ? '' : ` Last: ${line}.`
}
