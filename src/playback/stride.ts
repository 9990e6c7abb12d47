/**
 * One tick of the page's clock as a stride of virtual time. It is walked in short wall steps, because under
 * auto pace the speed itself changes on the way. Fractions of a microsecond are carried to the next tick: at a
 * tenth of a slow pace a whole tick is less than two.
 */
import { factorAt, type Quiet } from './pace.ts'

/** A tick is never longer than this, in wall milliseconds: whoever slept does not catch up. */
export const LONGEST_TICK = 50
const STEP = 4

export interface Stride {
  /** Where it ends, in whole microseconds, and the rest. */
  to: number
  rest: number
  /** How many times faster than the pace: at most, and at its end. */
  fastest: number
  factor: number
}

/** `wallMs` of the page's clock from `t` + `rest` on, at `usPerSecond` before auto pace, in or before `quiet`. */
export function stride(t: number, rest: number, wallMs: number, usPerSecond: number, quiet: Quiet | null): Stride {
  let at = t + rest
  let fastest = 1
  for (let left = Math.min(wallMs, LONGEST_TICK); left > 0; left -= STEP) {
    const factor = factorAt(at, quiet, usPerSecond)
    const next = at + (usPerSecond * factor * Math.min(left, STEP)) / 1000
    // A hurried step does not jump into what it hurries to.
    at = quiet !== null && factor > 1 ? Math.min(next, quiet.to) : next
    fastest = Math.max(fastest, factor)
  }
  const to = Math.floor(at)
  return { to, rest: at - to, fastest, factor: factorAt(at, quiet, usPerSecond) }
}
