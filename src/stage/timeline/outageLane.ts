import type { Outage } from '../../engine/index.ts'
import { outageLasts, outageParts, outageWords, type PhasePart, phaseHints } from '../../words/index.ts'
import { box, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'

// The outage as a bar: from the loss of service to its return, ruled into the phases that it was spent on. A phase has
// its name and its time where they fit; what does not fit is told after the bar, so that all of it comes to the whole.

const HIGH = 14
const TEXT = 4.3
/** Place of a sum. */
const SUM = 96

/** Where words may stand beside a bar from a to b. */
interface Beside {
  a: number
  b: number
  start: number
  end: number
  y: number
}

interface Room {
  y: number
  x: (t: number) => number
  from: number
  to: number
  x1: number
}

/** Those in sight, at that time; the last one that has begun has its sum beside it. */
export function outageLane(outages: readonly Outage[], time: number, room: Room): Shape[] {
  const begun = outages.filter(({ from }) => from <= time)
  const { y, x } = room
  const played = Math.max(room.from, Math.min(room.to, time))
  const quiet = line('quiet', p`M${x(room.from)} ${y}H${x(played)}`, 'var(--hair)', 1)
  const bars = begun.flatMap((outage, i) => {
    const until = Math.min(outage.to ?? time, time)
    if (until < room.from || outage.from > room.to) return []
    const [before, next] = [begun[i - 1], begun[i + 1]]
    // The sum of the one before has its place.
    const start = before ? x(before.to ?? time) + SUM : x(room.from)
    return [bar(outage, time, room, start, next ? x(next.from) - 4 : room.x1)]
  })
  return [quiet, ...bars]
}

function bar(outage: Outage, time: number, { y, x, from, to, x1 }: Room, start: number, end: number): Shape {
  const clamp = (t: number) => x(Math.max(from, Math.min(to, t)))
  const parts = outageParts(outage, time)
  const ended = outage.to !== null && outage.to <= time
  const shapes: Shape[] = []
  const untold: PhasePart[] = []
  parts.forEach((part, i) => {
    const [a, b] = [clamp(part.from), clamp(part.to)]
    const words = namedIn(part, b - a)
    if (words !== outageWords.part(part)) untold.push(part)
    if (b <= a) return
    shapes.push(phase(`${i}`, part, words, a, b, y, i % 2 === 1))
  })
  const [a, b] = [clamp(outage.from), clamp(Math.min(outage.to ?? time, time))]
  shapes.push(
    box('outline', a, y - HIGH / 2, Math.max(1, b - a), HIGH, 'none', {
      stroke: ended ? 'var(--ink)' : 'var(--warn)',
      'stroke-width': 1.5,
    }),
  )
  shapes.push(...sum(outage, time, untold, { a, b, start, end: Math.min(end, x1), y }))
  return group(`outage/${outage.from}`, shapes)
}

/** What of a phase can be written into that many px. */
function namedIn(part: PhasePart, width: number): string {
  return [outageWords.part(part), part.name].find((words) => textWidth(words) + 8 <= width) ?? ''
}

function phase(key: string, part: PhasePart, words: string, a: number, b: number, y: number, dark: boolean): Shape {
  const shape = group(key, [
    box('ground', a, y - HIGH / 2, b - a, HIGH, dark ? 'var(--hair)' : 'var(--panel)'),
    line('rule', p`M${b} ${y - HIGH / 2}v${HIGH}`, 'var(--ink)', 1),
    ...(words === '' ? [] : [label('words', (a + b) / 2, y + TEXT, words, { anchor: 'middle' })]),
  ])
  return { ...shape, title: `${outageWords.part(part)}. ${phaseHints[part.name]()}` }
}

/**
 * After the bar: the whole, then the phases that had no room for their time; before it those for which there is none
 * there either.
 */
function sum(outage: Outage, time: number, untold: readonly PhasePart[], { a, b, start, end, y }: Beside): Shape[] {
  const whole = outageWords.sum(outageLasts(outage, time))
  const bold = { bold: true, mono: true, halo: 'var(--canvas)' } as const
  const wide = textWidth(whole, { bold: true, mono: true })
  const shapes: Shape[] = []
  let at = b + 8
  if (at + wide <= end) {
    shapes.push(label('sum', at, y + TEXT, whole, bold))
    at += wide + 12
  }
  let before = a - 8
  for (const part of untold) {
    const words = outageWords.part(part)
    const room = textWidth(words)
    const how = { fill: 'var(--muted)', halo: 'var(--canvas)' } as const
    const key = `untold-${part.name}-${part.from}`
    if (at + room <= end) {
      shapes.push(label(key, at, y + TEXT, words, how))
      at += room + 10
    } else if (before - room >= start) {
      shapes.push(label(key, before, y + TEXT, words, { ...how, anchor: 'end' }))
      before -= room + 10
      at = end
    }
  }
  return shapes
}
