import { area, box, line, linear, p, paint, resized, type Shape } from '../picture/index.ts'
import { attachScrub } from './scrub.ts'
import { ruling } from './ticks.ts'

// The timeline when only time is needed: a ruler with a playhead, for the home page and the phone. What has been
// played is inked, what has not been run yet is dotted.

interface RulerTime {
  time: number
  playedTo: number
  /** Ends of the ruler, microseconds. */
  from: number
  to: number
}

interface RulerShape {
  width: number
  /** `slim`: between other controls (home page), 20 px high. `broad`: for a thumb, 16 px high. */
  kind: 'slim' | 'broad'
}

const BASE = 14

function rulerPicture({ time, playedTo, from, to }: RulerTime, { width, kind }: RulerShape): Shape[] {
  const x = linear([from, to], [0.5, width - 0.5])
  const played = Math.max(0, Math.min(width, x(playedTo)))
  const shapes: Shape[] = [box('ground', 0, -8, width, 36, 'var(--canvas)', { 'fill-opacity': 0 })]
  const { ticks } = ruling(from, to, (width - 1) / (to - from), 60)
  const reach = (t: number, weight: string) => p`M${x(t)} ${BASE}v${weight === 'major' ? -8 : -4}`
  const path = (past: boolean) =>
    ticks
      .filter(({ t }) => t <= playedTo === past)
      .map(({ t, weight }) => reach(t, weight))
      .join('')
  shapes.push(line('past', path(true), 'var(--ink)', 1), line('to come', path(false), 'var(--line)', 1))
  if (played > 0) shapes.push(line('played', p`M0 ${BASE}H${played}`, 'var(--ink)', kind === 'slim' ? 1.5 : 2))
  if (played < width) {
    shapes.push(line('unplayed', p`M${played} ${BASE}H${width}`, 'var(--line)', 1, { 'stroke-dasharray': '1 3' }))
  }
  const at = Math.max(0, Math.min(width, x(time)))
  if (kind === 'slim') {
    shapes.push(area('flag', p`M${at - 5} 1h10v5l-5 5 -5 -5z`, 'var(--accent)'))
    shapes.push(line('head', p`M${at} 11v7`, 'var(--accent)', 2))
  } else shapes.push(area('flag', p`M${at - 6} 0h12v6l-6 6 -6 -6z`, 'var(--accent)'))
  return shapes
}

export interface RulerEvents {
  /** The reader wants to be at `t`: within what has been played. */
  onSeek(t: number): void
  onScrubStart?: () => void
  onScrubEnd?: () => void
}

export interface RulerDrawing {
  draw(time: RulerTime, shape: RulerShape): void
  destroy(): void
}

/** The ruler in an <svg>; its pointer area is 36 px high, more than what is drawn. */
export function createRuler(svg: SVGSVGElement, events: RulerEvents): RulerDrawing {
  let last: { time: RulerTime; shape: RulerShape } | null = null
  const scrub = attachScrub(svg, {
    width: () => last?.shape.width ?? 1,
    timeAt(x) {
      if (!last) return 0
      const { from, to, playedTo } = last.time
      const share = (x - 0.5) / (last.shape.width - 1)
      return Math.max(0, from, Math.min(to, playedTo, Math.round(from + share * (to - from))))
    },
    hit: () => null,
    onSeek: (t) => events.onSeek(t),
    onScrubStart: () => events.onScrubStart?.(),
    onScrubEnd: () => events.onScrubEnd?.(),
  })
  svg.style.overflow = 'visible'
  return {
    draw(time, shape) {
      const held = scrub.scrubbing() && last ? { ...time, from: last.time.from, to: last.time.to } : time
      last = { time: held, shape }
      const height = shape.kind === 'slim' ? 20 : 16
      resized(svg, shape.width, height)
      paint(svg, rulerPicture(held, shape))
    },
    destroy() {
      scrub.detach()
      paint(svg, [])
    },
  }
}
