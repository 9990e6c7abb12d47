import type { Frame, LinkFrame } from '../engine/index.ts'
import { messageTwin } from './messages.ts'
import { decimal, exactMs, moment, span } from './numbers.ts'

/** What is said about a link between two participants. */
export const linkStateWord = ({ state }: Pick<LinkFrame, 'state'>): string =>
  ({ up: 'up', cut: 'cut', stalled: 'silent' })[state]

const CARRIES: Record<LinkFrame['kind'], string> = { replication: 'entries', client: 'writes', probe: 'probes' }

export function linkSentence(link: LinkFrame): string {
  const { a, b, from, to, kind, state, since, connected } = link
  if (state === 'cut')
    return `Cut since ${moment(since)}: nothing gets through between ${a} and ${b}, and both know it.`
  if (state === 'stalled')
    return `Silent since ${moment(since)}: what is sent between ${a} and ${b} is held, and neither end is told.`
  return connected ? `Carries ${CARRIES[kind]} from ${from} to ${to}.` : `Up, but nobody is connected.`
}

export function linkRows(link: LinkFrame, frame: Frame): [string, string][] {
  const under = frame.messages.filter((message) => message.link === link.id)
  return [
    ['one way', exactMs(link.oneWayUs)],
    ...(link.jitterUs > 0 ? [['jitter', exactMs(link.jitterUs)] as [string, string]] : []),
    ...(link.kilobytesPerSecond > 0
      ? [['bandwidth', `${decimal(link.kilobytesPerSecond, 3)} kB/s`] as [string, string]]
      : []),
    ...(link.lossPercent > 0 ? [['loss', `${decimal(link.lossPercent, 3)} %`] as [string, string]] : []),
    ['state', linkStateWord(link)],
    ['on the way', under.length === 0 ? 'nothing' : `${under.length}`],
  ]
}

/** The text twin of a link, with what it carries. */
export function describeLink(link: LinkFrame, frame: Frame): string {
  const under = frame.messages.filter((message) => message.link === link.id && message.kind !== 'heartbeat')
  const carried = under.map((message) => messageTwin(message, frame.time)).join('; ')
  return [`${link.a} to ${link.b}`, linkStateWord(link), carried].filter((part) => part !== '').join(', ')
}

/** Beside a link that has just been turned: "db3 now copies from db2". */
export const nowCopies = (slave: string, from: string): string => `${slave} now copies from ${from}`
/** On a phone, between two cards: "db3 copies from db2". */
export const copies = (slave: string, from: string): string => `${slave} copies from ${from}`
/** Beside a link that has carried nothing for `us`: "silent for 1.8 s". */
export const silentFor = (us: number): string => `silent for ${span(us)}`
/** Where a cut is marked. */
export const partitionBetween = (a: string, b: string): string => `partition between ${a} and ${b}`
