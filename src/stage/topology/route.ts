import { p, round } from '../picture/index.ts'
import type { Point } from './view.ts'

/**
 * The way of a link: a cubic curve, or several in a row, measured so that equal shares of the flight are equal
 * lengths. Position is time, and the ticks across a link divide its length as its latency is divided.
 */
export interface Route {
  /** Path data. */
  readonly d: string
  readonly length: number
  /** The point at that share of the way, with the direction of travel (a unit vector). */
  at(share: number): Place
  /** Path data of the line `by` units to the right of the way, in the direction of travel. */
  beside(by: number): string
}

export interface Place extends Point {
  readonly dx: number
  readonly dy: number
}

/** One cubic: start, two controls, end. */
export type Cubic = readonly [Point, Point, Point, Point]

const SAMPLES = 32
const known = new Map<string, Route>()

export function route(cubics: readonly Cubic[]): Route {
  const key = cubics.map((c) => c.map((q) => `${round(q.x)} ${round(q.y)}`).join(' ')).join('|')
  const old = known.get(key)
  if (old) return old
  // Dragging makes new routes all the time; old ones are cheap to make again.
  if (known.size > 500) known.clear()
  const made = measure(cubics)
  known.set(key, made)
  return made
}

function measure(cubics: readonly Cubic[]): Route {
  const places: Place[] = []
  for (const cubic of cubics) {
    for (let i = places.length === 0 ? 0 : 1; i <= SAMPLES; i++) places.push(onCubic(cubic, i / SAMPLES))
  }
  const along = [0]
  for (let i = 1; i < places.length; i++) {
    const a = places[i - 1]!
    const b = places[i]!
    along.push(along[i - 1]! + Math.hypot(b.x - a.x, b.y - a.y))
  }
  const length = along[along.length - 1]!
  const lines = new Map<number, string>()
  const at = (share: number): Place => {
    const wanted = Math.max(0, Math.min(1, share)) * length
    let low = 0
    let high = along.length - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (along[middle]! <= wanted) low = middle
      else high = middle
    }
    const step = along[high]! - along[low]!
    const f = step > 0 ? (wanted - along[low]!) / step : 0
    const a = places[low]!
    const b = places[high]!
    return { x: a.x + (b.x - a.x) * f, y: a.y + (b.y - a.y) * f, dx: f < 0.5 ? a.dx : b.dx, dy: f < 0.5 ? a.dy : b.dy }
  }
  const d = cubics.map(
    ([a, b, c, e], i) => (i === 0 ? p`M${a.x} ${a.y}` : '') + p`C${b.x} ${b.y} ${c.x} ${c.y} ${e.x} ${e.y}`,
  )
  return {
    d: d.join(''),
    length,
    at,
    beside: (by) => {
      let text = lines.get(by)
      if (text === undefined) {
        text = places.map((q, i) => (i === 0 ? 'M' : 'L') + p`${q.x - q.dy * by} ${q.y + q.dx * by}`).join('')
        lines.set(by, text)
      }
      return text
    },
  }
}

function onCubic([a, b, c, e]: Cubic, u: number): Place {
  const v = 1 - u
  const x = v * v * v * a.x + 3 * v * v * u * b.x + 3 * v * u * u * c.x + u * u * u * e.x
  const y = v * v * v * a.y + 3 * v * v * u * b.y + 3 * v * u * u * c.y + u * u * u * e.y
  let dx = v * v * (b.x - a.x) + 2 * v * u * (c.x - b.x) + u * u * (e.x - c.x)
  let dy = v * v * (b.y - a.y) + 2 * v * u * (c.y - b.y) + u * u * (e.y - c.y)
  if (dx === 0 && dy === 0) {
    dx = e.x - a.x
    dy = e.y - a.y
  }
  const size = Math.hypot(dx, dy) || 1
  return { x, y, dx: dx / size, dy: dy / size }
}

export const straight = (a: Point, b: Point): Route => {
  const third = (f: number) => ({ x: a.x + (b.x - a.x) * f, y: a.y + (b.y - a.y) * f })
  return route([[a, third(1 / 3), third(2 / 3), b]])
}

/** Beside a place: `by` units to the right of the direction of travel. */
export const beside = (q: Place, by: number): Point => ({ x: q.x - q.dy * by, y: q.y + q.dx * by })

/** A filled head, 9 long and 10 wide, its tip at that place. */
export function arrowhead(q: Place, length = 9, half = 5): string {
  const bx = q.x - q.dx * length
  const by = q.y - q.dy * length
  return p`M${q.x} ${q.y}L${bx - q.dy * half} ${by + q.dx * half}L${bx + q.dy * half} ${by - q.dx * half}Z`
}
