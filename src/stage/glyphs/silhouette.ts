import { round } from '../picture/index.ts'
import type { Origin } from './hue.ts'

/** The side that a cut corner takes off: a share, so that it survives scaling. */
const CUT = 0.36

/**
 * Outline of a cell, by the master that wrote it: A square, B two opposite corners cut, C pill. Drawn from (0, 0) and
 * pulled in by `inset` on every side, for outlined cells whose stroke must stay inside the cell's place.
 */
export function silhouette(origin: Origin, width: number, height: number, inset = 0): string {
  const x0 = inset
  const y0 = inset
  const x1 = round(width - inset)
  const y1 = round(height - inset)
  if (origin === 'A') return `M${x0} ${y0}H${x1}V${y1}H${x0}Z`
  if (origin === 'B') {
    const cut = round(Math.min(x1 - x0, y1 - y0) * CUT)
    return `M${round(x0 + cut)} ${y0}H${x1}V${round(y1 - cut)}L${round(x1 - cut)} ${y1}H${x0}V${round(y0 + cut)}Z`
  }
  const r = round((y1 - y0) / 2)
  const left = round(x0 + r)
  const right = round(x1 - r)
  return `M${left} ${y0}H${right}A${r} ${r} 0 0 1 ${right} ${y1}H${left}A${r} ${r} 0 0 1 ${left} ${y0}Z`
}

/** How far the outline of that origin stands in from the left and from the right edge, at height y. */
export function indents(origin: Origin, height: number, inset: number, y: number): [left: number, right: number] {
  const from = y - inset
  const to = height - inset - y
  if (origin === 'B') {
    const cut = (height - 2 * inset) * CUT
    return [Math.max(0, cut - from), Math.max(0, cut - to)]
  }
  if (origin === 'C') {
    const r = (height - 2 * inset) / 2
    const bulge = Math.sqrt(Math.max(0, r * r - (from - r) * (from - r)))
    return [r - bulge, r - bulge]
  }
  return [0, 0]
}

/** A diverged entry: the top edge is torn, because this log leaves the others here. */
export function tornOutline(width: number, height: number): string {
  const teeth = Math.max(3, Math.round((width - 2) / 6))
  const half = round((width - 2) / teeth / 2)
  let d = 'M1 4'
  for (let i = 0; i < teeth; i++) d += `l${half} -3l${half} 3`
  return `${d}V${round(height - 1)}H1Z`
}
