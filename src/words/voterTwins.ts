/** One of several monitors in words: what it finds, whom it has voted for. */
import type { MonitorFrame } from '../engine/index.ts'
import { probeWords } from './monitor.ts'
import { monitorSentence } from './monitorTwins.ts'
import { stepOf } from './voters.ts'

/** What one of several is doing, in a sentence. */
export function voterSentence(monitor: MonitorFrame): string {
  const { watches, epoch, votedFor } = monitor
  switch (stepOf(monitor)) {
    case 'alone':
      return `Gets no answer from ${watches}, and tells the other monitors so.`
    case 'waiting':
      return `Enough monitors get no answer from ${watches}; it waits a moment before it asks for votes.`
    case 'asking':
      return `Asks the others for their votes in epoch ${epoch}.`
    case 'resting':
      return `Was not elected in epoch ${epoch}, and rests before it asks again.`
    case 'voted':
      return `Has voted for ${votedFor ?? 'another'} in epoch ${epoch}, and waits for what that one does.`
    default:
      return monitorSentence(monitor)
  }
}

const VERDICTS: Record<MonitorFrame['verdict'], string> = {
  up: 'well',
  'down-for-me': 'down, by itself',
  'down-for-all': 'down, as enough say',
}

/** What it finds, and how it has voted: names and values. */
export const voterRows = ({ id, dataCenter, verdict, watches, votedFor, epoch, leads }: MonitorFrame) =>
  [
    ...(dataCenter === null ? [] : [['stands in', dataCenter] as const]),
    [`finds ${watches}`, VERDICTS[verdict]],
    ['newest epoch that it knows', `${epoch}`],
    ['last vote', votedFor === null ? 'none yet' : votedFor === id ? 'for itself' : `for ${votedFor}`],
    ['elected', leads ? 'yes, and at work' : 'no'],
  ] as const

/** The text twin of one of several. */
export function describeVoter(monitor: MonitorFrame): string {
  const missing = monitor.probes.filter(({ missed }) => missed > 0).map((probe) => `${probe.node} ${probeWords(probe)}`)
  return [`Monitor ${monitor.id}. ${voterSentence(monitor)}`, ...missing].join(' ')
}
