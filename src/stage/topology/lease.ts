import type { NodeFrame } from '../../engine/index.ts'
import { hue } from '../glyphs/index.ts'
import { group, line, p, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'

/**
 * How long a master may still write without being heard of again: a graduated rule under its header that empties from
 * right to left. When it is empty the master makes itself read-only.
 */
const QUARTERS = [0.25, 0.5, 0.75]
/** Shorter than this it is worth a warning. */
const SHORT = 1 / 3

/** Share of the lease that is left, 0 to 1; null where there is none. */
export function leaseShare(at: Instant, { leaseUntil, process }: NodeFrame): number | null {
  const whole = Number(at.frame.settings['failover.leaseMs'] ?? 0) * 1000
  if (leaseUntil === null || process !== 'up' || whole <= 0) return null
  return Math.max(0, Math.min(1, (leaseUntil - at.time) / whole))
}

export function leaseRule(at: Instant, node: NodeFrame, y: number, width: number): Shape[] {
  const share = leaseShare(at, node)
  if (share === null) return []
  const [from, to] = [10, width - 10]
  const ticks = QUARTERS.map((q) => p`M${from + (to - from) * q} ${y - 2.5}v5`).join('')
  return [
    group('lease', [
      line('whole', p`M${from} ${y}H${to}`, hue.line, 1),
      line('left', p`M${from} ${y}H${from + (to - from) * share}`, share < SHORT ? hue.warn : hue.ink, 3),
      line('ticks', ticks, hue.line, 1),
    ]),
  ]
}
