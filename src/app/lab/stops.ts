/** The round values that a fader walks through: ten a decade for wide ranges, every step for narrow ones. */
import type { NumberField } from '../../run/index.ts'

const DECADE = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
/** A narrow range is walked one by one. */
const NARROW = 20

/** Ascending; `values` (the present one, the scenario's own) are always among them. `most` narrows the range. */
export function stopsOf(field: NumberField, values: readonly number[], most = field.max): number[] {
  const counted = field.unit !== 'ms' && field.unit !== 'per second'
  const around = values.find((value) => value > 0) ?? field.step
  const low = counted ? field.min : Math.max(field.min, Math.min(field.step, around / 20))
  const high = Math.min(most, counted ? Math.max(...values, 10) : around * 40)
  const stops = new Set(values)
  if (counted && high - low <= NARROW) for (let value = low; value <= high; value += 1) stops.add(value)
  else {
    if (field.min === 0) stops.add(0)
    for (let scale = 0.001; scale <= high; scale *= 10)
      for (const digit of DECADE) {
        const value = Math.round(digit * scale * 1000) / 1000
        if (value >= low && value <= high && (!counted || Number.isInteger(value))) stops.add(value)
      }
  }
  return [...stops].filter((value) => value >= field.min && value <= field.max).sort((a, b) => a - b)
}
