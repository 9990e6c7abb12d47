import type { NodeFrame } from '../../engine/index.ts'
import type { Instant } from './effect.ts'

/**
 * Up to where a node's log reaches while entries are taken back: one after another from its end, each in the time that it
 * takes. In the engine the whole of it counts only when it is done.
 */
export function endOfLog(
  { time }: Pick<Instant, 'time'>,
  { rewind, received }: Pick<NodeFrame, 'rewind' | 'received'>,
) {
  if (rewind === null) return received
  const { from, to, startedAt, endsAt } = rewind
  const left = Math.max(0, Math.min(1, (endsAt - time) / Math.max(1, endsAt - startedAt)))
  return from - 1 + Math.ceil(left * (to - from + 1))
}
