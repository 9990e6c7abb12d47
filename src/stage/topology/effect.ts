import type { Frame } from '../../engine/index.ts'
import type { StageView } from './view.ts'

/**
 * Effects are functions of database time: an effect of d milliseconds in the design lasts d milliseconds at the
 * scenario's own pace, whatever the speed. Stepping back through an effect plays it backwards, and a pause holds it.
 */
export interface Instant {
  readonly frame: Frame
  /** Microseconds of database time; at or after the frame's own time. */
  readonly time: number
  readonly view: StageView
}

/** Share of an effect of `ms` that began at `since`: 0 before, 1 once it is over, eased in between. */
export function effect(at: Instant, since: number | null, ms: number): number {
  return ease(linear(at, since, ms))
}

/** As `effect`, not eased. */
export function linear(at: Instant, since: number | null, ms: number): number {
  if (since === null) return 1
  const age = at.time - since
  if (age < 0) return 0
  if (at.view.reducedMotion) return 1
  const lasts = (ms / 1000) * at.frame.paceUs
  return age >= lasts ? 1 : age / lasts
}

/** Does a mark that stays `ms` still stand? With reduced motion too: it stays, it does not move. */
export function stands(at: Instant, since: number, ms: number): boolean {
  const age = at.time - since
  return age >= 0 && age < (ms / 1000) * at.frame.paceUs
}

/** cubic-bezier(.2, 0, 0, 1), the curve of the design, from a table: nobody can see more than 64 steps. */
const STEPS = 64
const TABLE = Array.from({ length: STEPS + 1 }, (_, i) => bezierAt(i / STEPS))

function ease(share: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 1
  const place = share * STEPS
  const i = Math.floor(place)
  return TABLE[i]! + (TABLE[i + 1]! - TABLE[i]!) * (place - i)
}

/** y of the curve at x, by halving. */
function bezierAt(x: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 40; i++) {
    const u = (low + high) / 2
    // x(u) with control points 0.2 and 0.
    if (3 * u * (1 - u) * (1 - u) * 0.2 + u * u * u < x) low = u
    else high = u
  }
  // y(u) with control points 0 and 1.
  return 3 * low * low * (1 - low) + low * low * low
}
