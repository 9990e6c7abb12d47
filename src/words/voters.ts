/** Several monitors that vote: what each finds and does by itself, before one of them is elected and acts. */
import type { Frame, MonitorFrame } from '../engine/index.ts'
import { monitorName } from './monitor.ts'
import { list } from './numbers.ts'

type Several = Pick<Frame, 'monitors'>

/** Are there several by name, or is there one called `monitor` that asks nobody? */
export const doVote = ({ monitors }: Several): boolean => monitors.some(({ id }) => id !== monitorName)

type Step = 'calm' | 'alone' | 'waiting' | 'asking' | 'resting' | 'voted' | 'elected'

/** Where it is on the way from its own silence to an election. */
export function stepOf({ parts }: MonitorFrame): Step {
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

/** Beside several on the stage: what those who have not elected anybody are at, in two short lines; none: all is well. */
export function votingLines({ monitors }: Several): string[] {
  const asking = monitors.filter((one) => stepOf(one) === 'asking').map(({ id }) => id)
  if (asking.length > 0) return [asking.length === 1 ? `${asking[0]} asks` : `${list(asking)} ask`, 'for votes']
  if (monitors.some((one) => stepOf(one) === 'resting')) return ['nobody elected,', 'soon again']
  if (monitors.some(({ verdict }) => verdict === 'down-for-all')) return ['enough agree,', 'a vote follows']
  const [one] = monitors.filter(({ verdict }) => verdict === 'down-for-me')
  return one ? ['no answer', `from ${one.watches}`] : []
}
