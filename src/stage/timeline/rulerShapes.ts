import { captions } from '../../words/index.ts'
import { label, line, p, type Shape, textWidth } from '../picture/index.ts'
import { RULER } from './rows.ts'
import { ruling, type Tick, timeLabel } from './ticks.ts'

// The ruler on top of the timeline: labels, graduations, and one ink line that everything hangs from. Where auto
// pace hurried, the line turns into dots with a small double chevron: time passed there, but not at this pace.

export interface RulerView {
  from: number
  to: number
  /** Left and right end of the lanes, px. */
  x0: number
  x1: number
  x: (t: number) => number
  hurried: readonly (readonly [from: number, to: number, factor: number])[]
}

const REACH: Record<Tick['weight'], number> = { major: 8, middle: 5, minor: 3 }

export function rulerShapes({ from, to, x0, x1, x, hurried }: RulerView): Shape[] {
  const { ticks, step } = ruling(from, to, (x1 - x0) / (to - from))
  // One path a weight: fifty short elements less to move when the window moves.
  const shapes = (['minor', 'middle', 'major'] as const).map((weight) => {
    const d = ticks.filter((tick) => tick.weight === weight).map(({ t }) => p`M${x(t)} ${RULER}v${-REACH[weight]}`)
    return line(weight, d.join(''), weight === 'major' ? 'var(--ink)' : 'var(--line)', 1)
  })
  for (const { t, weight } of ticks) {
    if (weight !== 'major') continue
    const words = timeLabel(t, step)
    const half = textWidth(words, { mono: true }) / 2
    if (x(t) + half > x1 + 16) continue
    // Left of the ruler stand the tabs of the strip.
    shapes.push(
      label(`label/${t}`, Math.max(x(t), x0 - 12 + half), 16, words, {
        fill: 'var(--muted)',
        mono: true,
        anchor: 'middle',
      }),
    )
  }
  let inkTo = x0
  const ink = (until: number, i: number) => {
    if (until - inkTo > 0) shapes.push(line(`line/${i}`, p`M${inkTo} ${RULER}H${until}`, 'var(--ink)', 1))
  }
  hurried.forEach(([start, end, factor], i) => {
    const a = Math.max(inkTo, x(start))
    const b = Math.min(x1, x(end))
    if (b - a < 3) return
    ink(a, i)
    shapes.push({
      ...line(`hurried/${start}`, p`M${a} ${RULER}H${b}`, 'var(--muted)', 1, { 'stroke-dasharray': '1 3' }),
      title: captions.hurried(factor),
    })
    if (b - a >= 12) {
      const m = (a + b) / 2
      shapes.push(
        line(
          `chevrons/${start}`,
          p`M${m - 4} ${RULER + 3}l3 3 -3 3M${m + 1} ${RULER + 3}l3 3 -3 3`,
          'var(--muted)',
          1.2,
        ),
      )
    }
    inkTo = b
  })
  ink(x1, hurried.length)
  return shapes
}
