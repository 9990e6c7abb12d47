/** The round values that a fader walks through: ten a decade for wide ranges, every step for narrow ones. */
import type { NumberField, Unit } from '../../run/index.ts'

const DECADE = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
/** A narrow range is walked one by one. */
const NARROW = 20
/** How far a fader reaches at least; beyond that one types. */
const REACH: Partial<Record<Unit, number>> = {
  slaves: 8,
  probes: 10,
  entries: 256,
  keys: 1000,
  connections: 64,
  bytes: 100_000,
  'kB/s': 100_000,
  MB: 100_000,
  attempts: 100,
  ppm: 10_000,
}
/** A setting that is 0 at the start has no size of its own: its step says what is small. */
const SMALL_STEPS = 100

/** Ascending; `values` (the present one, the scenario's own) are always among them. `most` narrows the range. */
export function stopsOf(field: NumberField, values: readonly number[], most = field.max): number[] {
  const continuous = field.unit === 'ms' || field.unit === 'per second'
  const sizes = values.map(Math.abs).filter((size) => size > 0)
  const around = sizes[0] ?? field.step * SMALL_STEPS
  const low = continuous ? Math.min(field.step, around / 20) : field.step
  const high = Math.min(most, continuous ? around * 40 : Math.max(...sizes, REACH[field.unit] ?? field.max))
  const stops = new Set(values)
  const whole = Number.isInteger(field.step) && !continuous
  if (whole && high - field.min <= NARROW) for (let value = field.min; value <= high; value += 1) stops.add(value)
  else {
    if (field.min <= 0) stops.add(0)
    for (let scale = 0.001; scale <= high; scale *= 10)
      for (const digit of DECADE) {
        const value = Math.round(digit * scale * 1000) / 1000
        if (value < low || value > high || (whole && !Number.isInteger(value))) continue
        stops.add(value)
        if (field.min < 0) stops.add(-value)
      }
    if (field.unit === '%' && whole) for (let value = 10; value <= high; value += 10) stops.add(value)
  }
  return [...stops].filter((value) => value >= field.min && value <= field.max).sort((a, b) => a - b)
}
