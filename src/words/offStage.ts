import type { ClientFrame, Frame } from '../engine/index.ts'
import { outcomeWord, readWords } from './clients.ts'
import { verdictWord } from './clientTwins.ts'
import { monitorName, monitorsName, probeWords } from './monitor.ts'
import { monitorSentence } from './monitorTwins.ts'
import { count, span } from './numbers.ts'

/**
 * Clients and monitors for whom a small stage has no room: what each is at, in a line of at most some fifty characters.
 * It says what would be drawn, and nothing of what is to come; nothing about who has not begun.
 */
export interface OffStageLine {
  id: string
  text: string
}

export function offStageLines(frame: Frame): OffStageLine[] {
  const { clients, monitors } = frame
  const watching = monitors.length === 1 ? [{ id: monitorName, text: monitorLine(monitors[0]!) }] : []
  const several = monitors.length > 1 ? [{ id: monitorName, text: monitorsName(frame) }] : []
  const people = clients.map((c) => ({ id: c.id, text: clientLine(c, frame) }))
  return [...people, ...watching, ...several].filter(({ text }) => text !== '')
}

function monitorLine(monitor: Frame['monitors'][number]): string {
  const missed = monitor.probes.find(({ node, missed }) => node === monitor.watches && missed > 0)
  const { state, watches } = monitor
  if (state === 'watching') return `watches ${watches}${missed ? `, which ${probeWords(missed)}` : ''}`
  if (state === 'suspecting') return `suspects ${watches}${missed ? `, which ${probeWords(missed)}` : ''}`
  const sentence = monitorSentence(monitor)
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}

function clientLine(client: ClientFrame, frame: Frame): string {
  const { kind, lastRead, last, state, target, pending } = client
  if (kind === 'reader' || (kind === 'read-write' && lastRead && (last === null || lastRead.at > last.at)))
    return readLine(client, frame)
  const since = frame.time - (client.waitingSince ?? client.since)
  if (state === 'waiting')
    return `waits for ${target} to answer${pending > 1 ? ` ${count(pending, 'write')}` : ''}, ${span(since)} so far`
  if (last === null) return ''
  const ago = `${span(frame.time - last.at)} ago`
  const { ok } = frame.counters
  const writers = frame.clients.filter((c) => c.kind !== 'reader').length
  if (last.outcome === 'ok' && writers === 1 && ok > 1) return `heard OK ${ok} times, the last time ${ago}`
  return `heard ${outcomeWord(last.outcome)} ${ago}`
}

function readLine({ state, readsFrom, target, lastRead, waitingSince, since }: ClientFrame, { time }: Frame): string {
  const asks = state === 'waiting' ? `asks ${readsFrom ?? target}, ${span(time - (waitingSince ?? since))} so far` : ''
  if (lastRead === null) return asks
  const wrong = verdictWord(lastRead.verdict)
  const read = `read ${readWords(lastRead)} from ${lastRead.node}${wrong && `: ${wrong}`}`
  return asks ? `${read}; asks again` : read
}
