import type { NodeFrame } from '../../engine/index.ts'
import type { Instant } from './effect.ts'

/** Share of the relay log that a candidate has emptied; the entry at work counts by the time it has taken. */
export function drained(at: Instant, node: NodeFrame): number {
  if (node.role === 'promoting') return 1
  const drain = node.drain
  if (!drain) return node.role === 'draining' ? 1 : 0
  const span = drain.endsAt - drain.startedAt
  return span > 0 ? Math.max(0, Math.min(1, (at.time - drain.startedAt) / span)) : 1
}
