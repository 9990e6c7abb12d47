import { round } from '../picture/index.ts'
import type { Origin } from './hue.ts'

/**
 * The outlines of cells, by the master that wrote them: A square, B two opposite corners cut, C pill; then D house,
 * E shield, F hexagon, G all corners notched, H slanted, I waisted. All tell apart in grey and at 9 px, and all leave
 * their middle free for two digits. Cuts are shares of the side, so that they survive scaling.
 */
const CUT = 0.36
/** Of the roof of a house and the tip of a shield; of a notch; of a slant; of a waist. */
const TIP = 0.34
const NOTCH = 0.22
const SLANT = 0.28
const WAIST = 0.2

/**
 * Drawn from (0, 0) and pulled in by `inset` on every side, for outlined cells whose stroke must stay inside the cell's
 * place.
 */
export function silhouette(origin: Origin, width: number, height: number, inset = 0): string {
  const x0 = inset
  const y0 = inset
  const x1 = round(width - inset)
  const y1 = round(height - inset)
  const side = Math.min(x1 - x0, y1 - y0)
  const [xm, ym] = [round((x0 + x1) / 2), round((y0 + y1) / 2)]
  switch (origin) {
    case 'A':
      return `M${x0} ${y0}H${x1}V${y1}H${x0}Z`
    case 'B': {
      const cut = round(side * CUT)
      return `M${round(x0 + cut)} ${y0}H${x1}V${round(y1 - cut)}L${round(x1 - cut)} ${y1}H${x0}V${round(y0 + cut)}Z`
    }
    case 'C': {
      const r = round((y1 - y0) / 2)
      const left = round(x0 + r)
      const right = round(x1 - r)
      return `M${left} ${y0}H${right}A${r} ${r} 0 0 1 ${right} ${y1}H${left}A${r} ${r} 0 0 1 ${left} ${y0}Z`
    }
    case 'D': {
      const eaves = round(y0 + side * TIP)
      return `M${xm} ${y0}L${x1} ${eaves}V${y1}H${x0}V${eaves}Z`
    }
    case 'E': {
      const edge = round(y1 - side * TIP)
      return `M${x0} ${y0}H${x1}V${edge}L${xm} ${y1}L${x0} ${edge}Z`
    }
    case 'F': {
      const cut = round(side * TIP)
      const [left, right] = [round(x0 + cut), round(x1 - cut)]
      return `M${left} ${y0}H${right}L${x1} ${ym}L${right} ${y1}H${left}L${x0} ${ym}Z`
    }
    case 'G': {
      const cut = round(side * NOTCH)
      const [left, right, top, bottom] = [round(x0 + cut), round(x1 - cut), round(y0 + cut), round(y1 - cut)]
      return `M${left} ${y0}H${right}V${top}H${x1}V${bottom}H${right}V${y1}H${left}V${bottom}H${x0}V${top}H${left}Z`
    }
    case 'H': {
      const cut = round(side * SLANT)
      return `M${round(x0 + cut)} ${y0}H${x1}L${round(x1 - cut)} ${y1}H${x0}Z`
    }
    case 'I': {
      const cut = round(side * WAIST)
      return `M${x0} ${y0}H${x1}L${round(x1 - cut)} ${ym}L${x1} ${y1}H${x0}L${round(x0 + cut)} ${ym}Z`
    }
  }
}

/** How far the outline of that origin stands in from the left and from the right edge, at height y; `width` as drawn. */
export function indents(
  origin: Origin,
  width: number,
  height: number,
  inset: number,
  y: number,
): [left: number, right: number] {
  const from = y - inset
  const to = height - inset - y
  const [wide, high] = [width - 2 * inset, height - 2 * inset]
  const side = Math.min(wide, high)
  const both = (by: number): [number, number] => [by, by]
  switch (origin) {
    case 'A':
      return [0, 0]
    case 'B':
      return [Math.max(0, side * CUT - from), Math.max(0, side * CUT - to)]
    case 'C': {
      const r = high / 2
      return both(r - Math.sqrt(Math.max(0, r * r - (from - r) * (from - r))))
    }
    case 'D':
      return both(Math.max(0, (1 - from / (side * TIP)) * (wide / 2)))
    case 'E':
      return both(Math.max(0, (1 - to / (side * TIP)) * (wide / 2)))
    case 'F':
      return both((side * TIP * Math.abs(from - to)) / high)
    case 'G':
      return both(Math.min(from, to) < side * NOTCH ? side * NOTCH : 0)
    case 'H':
      return [(side * SLANT * to) / high, (side * SLANT * from) / high]
    case 'I':
      return both(side * WAIST * (1 - Math.abs(from - to) / high))
  }
}

/** A diverged entry: the top edge is torn, because this log leaves the others here. */
export function tornOutline(width: number, height: number): string {
  const teeth = Math.max(3, Math.round((width - 2) / 6))
  const half = round((width - 2) / teeth / 2)
  let d = 'M1 4'
  for (let i = 0; i < teeth; i++) d += `l${half} -3l${half} 3`
  return `${d}V${round(height - 1)}H1Z`
}
