/** Several monitors that vote: what each finds and does by itself, before one of them is elected and acts. */
import type { Frame, MonitorFrame } from '../engine/index.ts'
import { monitorName, monitorSentence, probeWords } from './monitor.ts'
import { list } from './numbers.ts'

type Several = Pick<Frame, 'monitors'>

/** Are there several by name, or is there one called `monitor` that asks nobody? */
export const doVote = ({ monitors }: Several): boolean => monitors.some(({ id }) => id !== monitorName)

type Step = 'calm' | 'alone' | 'waiting' | 'asking' | 'resting' | 'voted' | 'elected'

/** Where it is on the way from its own silence to an election. */
function stepOf({ parts }: MonitorFrame): Step {
  const active = parts.find(({ machine }) => machine === 'voter')?.active ?? []
  const last = active.map((path) => path.split('.'))
  const has = (state: string) => last.some((path) => path.includes(state))
  if (has('elected')) return 'elected'
  if (has('asking')) return 'asking'
  if (has('resting')) return 'resting'
  if (has('voted')) return 'voted'
  if (has('agreed')) return 'waiting'
  return has('alone') ? 'alone' : 'calm'
}

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

/** Beside several on the stage: what those who have not elected anybody are at, in two short lines; none: all is well. */
export function votingLines({ monitors }: Several): string[] {
  const asking = monitors.filter((one) => stepOf(one) === 'asking').map(({ id }) => id)
  if (asking.length > 0) return [asking.length === 1 ? `${asking[0]} asks` : `${list(asking)} ask`, 'for votes']
  if (monitors.some((one) => stepOf(one) === 'resting')) return ['nobody elected,', 'soon again']
  if (monitors.some(({ verdict }) => verdict === 'down-for-all')) return ['enough agree,', 'a vote follows']
  const [one] = monitors.filter(({ verdict }) => verdict === 'down-for-me')
  return one ? ['no answer', `from ${one.watches}`] : []
}
