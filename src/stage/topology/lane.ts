import type { Box } from './layout.ts'
import { type Cubic, type Route, route } from './route.ts'
import type { Point } from './view.ts'

/**
 * A link whose straight way is closed by other cards goes along a lane between two rows of them: nothing that travels
 * is ever hidden behind a card.
 */
const CLEAR = 5

/** The way from `start` to `end`, both beside their cards, past `cards`; `apart` keeps links of one fan from each other. */
export function past(start: Point, end: Point, cards: readonly Box[], apart: number): Route | null {
  const back = end.x < start.x
  const [from, to] = back ? [end.x, start.x] : [start.x, end.x]
  const between = cards.filter((c) => c.x > from - 2 && c.x + c.width < to + 2)
  if (between.length === 0) return null
  const free = (y: number) => between.every((c) => y < c.y - CLEAR + 1 || y > c.y + c.height + CLEAR - 1)
  const ys = between.flatMap((c) => [c.y - CLEAR, c.y + c.height + CLEAR])
  const lanes = ys.filter((y) => free(y)).sort((a, b) => Math.abs(a - end.y) - Math.abs(b - end.y) || a - b)
  const edge = lanes[0]
  if (edge === undefined) return null
  // In the middle of its lane, as far as there is one.
  const above = between.map((c) => c.y + c.height).filter((y) => y <= edge)
  const below = between.map((c) => c.y).filter((y) => y >= edge)
  const top = above.length > 0 ? Math.max(...above) : edge - 2 * CLEAR
  const bottom = below.length > 0 ? Math.min(...below) : edge + 5 * CLEAR
  const room = Math.max(0, (Math.min(bottom - top, 30) - 2 * CLEAR) / 2)
  const near = Math.abs(edge - top) < Math.abs(bottom - edge) ? top + Math.min(15, (bottom - top) / 2) : null
  const y = (near ?? bottom - Math.min(15, (bottom - top) / 2)) + Math.max(-room, Math.min(room, apart))
  const left = Math.min(...between.map((c) => c.x)) - 3
  const right = Math.max(...between.map((c) => c.x + c.width)) + 3
  const [enter, leave] = back ? [right, left] : [left, right]
  return route([curve(start, { x: enter, y }), level(enter, leave, y), curve({ x: leave, y }, end)])
}

const curve = (a: Point, b: Point): Cubic => {
  const middle = (a.x + b.x) / 2
  return [a, { x: middle, y: a.y }, { x: middle, y: b.y }, b]
}

const level = (from: number, to: number, y: number): Cubic => {
  const third = (to - from) / 3
  return [
    { x: from, y },
    { x: from + third, y },
    { x: to - third, y },
    { x: to, y },
  ]
}

/** Does that way run under one of these cards? */
export function isCovered(way: Route, cards: readonly Box[]): boolean {
  for (let i = 1; i < 32; i++) {
    const q = way.at(i / 32)
    if (cards.some((c) => q.x > c.x - 2 && q.x < c.x + c.width + 2 && q.y > c.y - 2 && q.y < c.y + c.height + 2))
      return true
  }
  return false
}
