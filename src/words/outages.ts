import type { Outage } from '../engine/index.ts'
import { count, moment, whole } from './numbers.ts'
import { terms } from './terms.ts'

/**
 * How long nobody could write, and what the time went on. Every time here is a difference of rounded moments, so that
 * the parts come to the whole as it is shown.
 */
export interface PhasePart {
  name: Outage['phases'][number]['name']
  from: number
  to: number
  /** "150 ms", "12.04 s". */
  lasts: string
}

/** Above this, times are told in seconds with two decimals, below in whole milliseconds. */
const LONG_US = 10_000_000

function lasting(outage: Outage, time: number): (from: number, to: number) => string {
  const long = (outage.to ?? time) - outage.from >= LONG_US
  const step = long ? 10_000 : 1000
  return (from, to) => {
    const steps = Math.round(to / step) - Math.round(from / step)
    return long ? `${(steps / 100).toFixed(2)} s` : `${whole(steps)} ms`
  }
}

/** The phases so far, in their order; the last one of an outage that goes on grows with the time. */
export function outageParts(outage: Outage, time: number): PhasePart[] {
  const lasts = lasting(outage, time)
  return outage.phases
    .filter(({ from }) => from <= time)
    .map(({ name, from, to }) => {
      const until = Math.min(to ?? time, time)
      return { name, from, to: until, lasts: lasts(from, until) }
    })
}

/** How long it has lasted: "1,350 ms". */
export const outageLasts = (outage: Outage, time: number): string =>
  lasting(outage, time)(outage.from, Math.min(outage.to ?? time, time))

const REASONS: Record<Outage['reason'], () => string> = {
  killed: () => `the ${terms.master} died`,
  unreachable: () => `the ${terms.master} could not be reached`,
  lease: () => `the lease of the ${terms.master} was over`,
  switchover: () => `${terms.masters} were changed`,
  'by-hand': () => `somebody named another ${terms.master}`,
}

/** "From 2.000 s to 3.350 s not everybody could write, because the master died: 1,350 ms." */
export function outageSentence(outage: Outage, time: number): string {
  const { from, to, reason } = outage
  const ended = to !== null && to <= time
  const because = `because ${REASONS[reason]()}`
  const lasts = outageLasts(outage, time)
  return ended
    ? `From ${moment(from)} to ${moment(to)} not everybody could write, ${because}: ${lasts}.`
    : `Since ${moment(from)} not everybody can write, ${because}: ${lasts} so far.`
}

/** What came of it: "2 writes lost, 3 clients noticed". */
export const outageCost = ({ lost, noticed }: Outage): string =>
  `${lost === 0 ? 'nothing lost' : `${count(lost, 'write')} lost`}, ${
    noticed === 0 ? 'nobody noticed' : `${count(noticed, 'client')} noticed`
  }`

/** What each phase is, for its tooltip. */
export const phaseHints: Record<PhasePart['name'], () => string> = {
  detect: () => `Nobody knows yet that the ${terms.master} is gone.`,
  confirm: () => 'The monitor suspects it, and asks whether others still hear it.',
  fence: () => `The old ${terms.master} is kept from taking writes.`,
  choose: () => 'Who takes over is weighed, or asked of a person.',
  drain: () => 'The chosen one applies what it has received.',
  promote: () => `It becomes the ${terms.master}.`,
  repoint: () => `The other ${terms.slaves} are told to copy from it.`,
  reroute: () => 'The clients are told to write to it.',
}

export const outageWords = {
  /** Name of its lane, and of its part of the panel. */
  lane: 'outage',
  title: 'Last outage',
  /** After the bar: "= 1,350 ms". */
  sum: (lasts: string): string => `= ${lasts}`,
  /** What is too short for a name of its own in the bar: "choose 0 ms". */
  part: ({ name, lasts }: Pick<PhasePart, 'name' | 'lasts'>): string => `${name} ${lasts}`,
} as const

/** The text twin of the bar. */
export const outageRows = (outage: Outage, time: number): string[] => [
  outageSentence(outage, time),
  ...(outageParts(outage, time).length > 0
    ? [`${outageParts(outage, time).map(outageWords.part).join(' + ')} ${outageWords.sum(outageLasts(outage, time))}`]
    : []),
  `${outageCost(outage)}.`,
]
