import { p } from '../picture/index.ts'

// Slanted lines over a rectangle, as one path. An SVG pattern would need an id, and ids collide where several
// drawings share a page.

/** Lines at 45 degrees, `pitch` px apart measured across them; fixed to the page, whatever the rectangle. */
export function hatch(x0: number, y0: number, x1: number, y1: number, pitch = 7): string {
  const step = pitch * Math.SQRT2
  let d = ''
  // Along x + y = c.
  for (let c = Math.ceil((x0 + y0) / step) * step; c < x1 + y1; c += step) {
    const xa = Math.max(x0, c - y1)
    const xb = Math.min(x1, c - y0)
    if (xb > xa) d += p`M${xa} ${c - xa}L${xb} ${c - xb}`
  }
  return d
}
