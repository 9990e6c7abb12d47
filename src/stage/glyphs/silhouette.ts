import { round } from './mark.ts'
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
  return `M${round(x0 + r)} ${y0}H${round(x1 - r)}A${r} ${r} 0 0 1 ${round(x1 - r)} ${y1}H${round(x0 + r)}A${r} ${r} 0 0 1 ${round(x0 + r)} ${y0}Z`
}

/** A diverged entry: the top edge is torn, because this log leaves the others here. */
export function tornOutline(width: number, height: number): string {
  const teeth = Math.max(3, Math.round((width - 2) / 6))
  const half = round((width - 2) / teeth / 2)
  let d = 'M1 4'
  for (let i = 0; i < teeth; i++) d += `l${half} -3l${half} 3`
  return `${d}V${round(height - 1)}H1Z`
}
