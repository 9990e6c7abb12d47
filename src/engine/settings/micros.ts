/** Numbers of a scenario are multiples of 0.001; those of the engine are whole, so that sums are exact everywhere. */
export const thousand = (value: number): number => Math.floor(value * 1000 + 0.5)

/** Of a duration. At least 1: nothing happens at the instant of its cause. */
export const micros = (ms: number): number => Math.max(1, thousand(ms))
