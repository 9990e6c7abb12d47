import { p } from '../picture/index.ts'

// A measure as path data. Where there is none the line breaks: a gap is a statement, too.

type Values = readonly (number | null)[]

/** Straight from look to look. */
export function linePath(
  at: readonly number[],
  values: Values,
  x: (t: number) => number,
  y: (v: number) => number,
): string {
  let d = ''
  let pen = false
  at.forEach((t, i) => {
    const value = values[i] ?? null
    if (value === null) pen = false
    else {
      d += pen ? p`L${x(t)} ${y(value)}` : p`M${x(t)} ${y(value)}`
      pen = true
    }
  })
  return d
}

/** In steps: the value stands until the next look. */
export function stepPath(
  at: readonly number[],
  values: Values,
  x: (t: number) => number,
  y: (v: number) => number,
): string {
  let d = ''
  let before: number | null = null
  at.forEach((t, i) => {
    const value = values[i] ?? null
    if (value !== null && before === null) d += p`M${x(t)} ${y(value)}`
    else if (before !== null) {
      d += p`H${x(t)}`
      if (value !== null && value !== before) d += p`V${y(value)}`
    }
    before = value
  })
  return d
}

/** The area between two step lines, `low` and `low + high`. */
export function bandPath(
  at: readonly number[],
  low: Values,
  high: Values,
  x: (t: number) => number,
  y: (v: number) => number,
): string {
  let d = ''
  for (const [from, to] of stretches(at.length, (i) => low[i] != null && high[i] != null)) {
    const end = Math.min(to, at.length - 1)
    const top = (i: number) => y(low[i]! + high[i]!)
    d += p`M${x(at[from]!)} ${top(from)}`
    for (let i = from + 1; i < to; i++) d += p`H${x(at[i]!)}V${top(i)}`
    d += p`H${x(at[end]!)}V${y(low[to - 1]!)}`
    for (let i = to - 1; i > from; i--) d += p`H${x(at[i]!)}V${y(low[i - 1]!)}`
    d += p`H${x(at[from]!)}Z`
  }
  return d
}

/** [from, to) of each stretch of indices for which something holds. */
export function stretches(length: number, holds: (i: number) => boolean): [number, number][] {
  const found: [number, number][] = []
  for (let i = 0; i < length; i++) {
    if (!holds(i)) continue
    const from = i
    while (i < length && holds(i)) i++
    found.push([from, i])
  }
  return found
}
