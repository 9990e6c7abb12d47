import { p } from '../picture/index.ts'
import type { Origin } from './hue.ts'
import { indents } from './silhouette.ts'

/**
 * The 45 degree hatch of an entry that was received and not applied, as one path that stays inside the cell's
 * silhouette. An SVG pattern would need an id, and ids collide where several drawings share a page.
 */
const PITCH = 4.5 * Math.SQRT2
const STROKE = 1.7
const known = new Map<string, string>()

export const HATCH_WIDTH = STROKE

export function cellHatch(origin: Origin, width: number, height: number, inset: number): string {
  const key = `${origin} ${width} ${height} ${inset}`
  const old = known.get(key)
  if (old !== undefined) return old
  let d = ''
  const piece = (c: number, first: number, last: number) =>
    last - first > 1 ? p`M${c - first} ${first}L${c - last} ${last}` : ''
  // Lines x + y = c. Each is walked in small steps and drawn where it runs inside the silhouette: in one piece, or in
  // two where a notch interrupts it.
  for (let c = PITCH / 2; c < width + height; c += PITCH) {
    let first: number | null = null
    let last = 0
    for (let y = inset; y <= height - inset; y += 0.25) {
      const [left, right] = indents(origin, width, height, inset, y)
      const x = c - y
      if (x < inset + left || x > width - inset - right) {
        if (first !== null) d += piece(c, first, last)
        first = null
        continue
      }
      first ??= y
      last = y
    }
    if (first !== null) d += piece(c, first, last)
  }
  known.set(key, d)
  return d
}
