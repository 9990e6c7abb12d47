import type { Frame, LinkFrame } from '../engine/index.ts'
import { linkStateWord } from './links.ts'
import { messageTwin } from './messageTwins.ts'
import { decimal, exactMs, moment } from './numbers.ts'

/** A link in words: what it carries, and since when it carries nothing. */

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
