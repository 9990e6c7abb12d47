import { captions } from '../../words/index.ts'
import { label, line, p, type Shape, textWidth } from '../picture/index.ts'
import type { Span } from './lanes.ts'

// The line of a lane: its weight says the role, its dashes say how alive its owner is. Words are written beside
// the line, which starts after them: words over a line read as struck out.

/** A stretch of the lane that something else occupies, px. */
export interface Taken {
  from: number
  to: number
}

interface Style {
  stroke: string
  width: number
  dash?: [number, number]
  /** Two thin lines this far from the middle, instead of one. */
  apart?: number
  word?: string
  ink?: string
}

const STYLES: Record<Span['is'], Style> = {
  master: { stroke: 'var(--ink)', width: 5 },
  'read-only': { stroke: 'var(--stale)', width: 5, word: captions.readOnly },
  slave: { stroke: 'var(--ink)', width: 1.5 },
  promoting: { stroke: 'var(--accent)', width: 1.8, apart: 2.5 },
  down: { stroke: 'var(--stale)', width: 1.5, dash: [4, 4], word: captions.down },
  fenced: { stroke: 'var(--stale)', width: 1.2, apart: 2, word: captions.fenced },
  rewinding: { stroke: 'var(--stale)', width: 1.2, apart: 2, dash: [4, 3], word: captions.rewinding },
  answered: { stroke: 'var(--ink)', width: 1.5 },
  'no-answer': { stroke: 'var(--warn)', width: 3, word: captions.noAnswer, ink: 'var(--warn)' },
  watching: { stroke: 'var(--line)', width: 1.5, dash: [1, 5] },
  stalled: { stroke: 'var(--warn)', width: 1.5, dash: [2, 5], word: captions.stalled, ink: 'var(--warn)' },
  agree: { stroke: 'var(--ok)', width: 4 },
  differ: { stroke: 'var(--conflict)', width: 2, dash: [3, 4] },
  cut: { stroke: 'var(--crit)', width: 1.5, dash: [2, 5], word: captions.cut, ink: 'var(--crit)' },
}

const GAP = 10

/**
 * A span from x0 to x1 (px, already within the view) at height y, with its word if there is room beside what is
 * `taken`. `hidden` is how many px of the span lie left of the view: dashes keep their phase while it moves.
 */
export function laneLine(
  key: string,
  is: Span['is'],
  x0: number,
  x1: number,
  y: number,
  hidden: number,
  taken: Taken[],
): { lines: Shape[]; words: Shape[] } {
  const style = STYLES[is]
  const at =
    style.word === undefined ? null : placeFor(textWidth(style.word) + GAP, x0 + (hidden > 0 ? 4 : 14), x1, taken)
  const words: Shape[] = []
  const pieces: [number, number][] = []
  if (style.word === undefined || at === null) pieces.push([x0, x1])
  else {
    words.push(
      label(`${key}/word`, at, y + 4.5, style.word, { fill: style.ink ?? style.stroke, halo: 'var(--canvas)' }),
    )
    if (at - GAP - x0 > 12) pieces.push([x0, at - GAP / 2])
    pieces.push([at + textWidth(style.word) + GAP, x1])
  }
  const lines = pieces
    .filter(([from, to]) => to - from >= 0.5)
    .map(([from, to], i) => {
      const off = style.apart
      const d = off ? p`M${from} ${y - off}H${to}M${from} ${y + off}H${to}` : p`M${from} ${y}H${to}`
      const period = style.dash && style.dash[0] + style.dash[1]
      return line(`${key}/${i}`, d, style.stroke, style.width, {
        'stroke-dasharray': style.dash?.join(' '),
        'stroke-dashoffset': period && (hidden + from - x0) % period,
      })
    })
  return { lines, words }
}

/** Where words of `width` px may begin between x0 and x1 without touching what is taken; null = nowhere. */
function placeFor(width: number, x0: number, x1: number, taken: Taken[]): number | null {
  let at = x0
  for (const { from, to } of [...taken].sort((a, b) => a.from - b.from)) {
    if (to <= at - 4) continue
    if (from >= at + width) break
    at = to + 5
  }
  return at + width <= x1 ? at : null
}
