/**
 * A figure of the bench: one JSON line. `value` is the figure named (a rate's median, a p95, a size); `median` and
 * `spread` (largest less smallest) say how the repeats of it came out.
 */
export interface Figure {
  name: string
  value: number
  unit: string
  median: number
  spread: number
  /** Repeats. */
  runs: number
}

/** The figure is the median of what was repeated. */
export function figure(name: string, unit: string, repeats: readonly number[]): Figure {
  const median = quantile(repeats, 0.5)
  return {
    name,
    value: rounded(median),
    unit,
    median: rounded(median),
    spread: rounded(spread(repeats)),
    runs: repeats.length,
  }
}

/** Of a sorted copy, the nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}

const spread = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)

/** Four significant digits: more is noise. */
export const rounded = (value: number): number => Number(value.toPrecision(4))
