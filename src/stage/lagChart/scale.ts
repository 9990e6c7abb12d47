import { linear } from '../picture/index.ts'

// The two scales of the chart: age above, entries below. Thresholds decide the height together with the data, so that
// the lower one is always in sight; a higher one far above the data waits at the edge and is dragged from there.

export interface Scale {
  /** The greatest value in sight. */
  top: number
  y(value: number): number
  /** The value at a height, not below 0. */
  valueAt(y: number): number
  /** Round values for graduations, 0 left out. */
  ticks: number[]
}

/** `most`: of the data. `warn` and `critical` in the same unit; y grows downwards from `y0` to `y1`. */
export function scaleOf(most: number, warn: number, critical: number, y0: number, y1: number): Scale {
  const needed = Math.max(most, warn) * 1.15
  const top = Math.max(1, critical <= needed * 2.2 ? Math.max(needed, critical * 1.12) : needed)
  const y = linear([0, top], [y1, y0])
  return {
    top,
    y: (value) => Math.max(y0, Math.min(y1, y(value))),
    valueAt: (at) => Math.max(0, ((y1 - at) / (y1 - y0)) * top),
    ticks: roundTicks(top, Math.max(1, Math.floor((y1 - y0) / 34))),
  }
}

/** At most `most` steps of 1, 2 or 5 times a power of ten. */
function roundTicks(top: number, most: number): number[] {
  let step = 1
  for (let unit = 1; top / step > most; unit *= 10) for (const n of [1, 2, 5]) if (top / step > most) step = n * unit
  const ticks: number[] = []
  for (let n = 1; n * step <= top; n++) ticks.push(n * step)
  return ticks
}

/** A dragged value in steps that a person would name: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten. */
export function roundValue(value: number, least: number): number {
  if (value <= least) return least
  let unit = 1
  while (unit * 10 <= value) unit *= 10
  const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((n) => n * unit).filter(Number.isInteger)
  const near = steps.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best), steps[0]!)
  return Math.max(least, near)
}
