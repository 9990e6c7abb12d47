/**
 * What a wire does to a message besides letting it travel: a narrow one takes time to be given its bytes, and a bad
 * one loses some. A connection repairs a loss by sending again after a timeout that doubles (TCP's, simplified: no
 * fast retransmission, and what is sent again takes no room); what belongs to no connection is simply gone.
 */
import type { Link, Message, World } from '../world/index.ts'
import type { Chance } from './chance.ts'

/** Bytes of what carries no entries, and of the envelope of what does. */
const HEADER = 60

/** Bounds of the timeout before something is sent again: 200 ms and 120 s, as in Linux. */
const LEAST_PATIENCE_US = 200_000
const MOST_PATIENCE_US = 120_000_000

/** Entries that a sender gives a narrow link at once: what it carries in 100 ms, but at least one. */
export const portion = ({ bytesPerSecond }: Link, entryBytes: number): number =>
  Math.max(1, Math.floor(bytesPerSecond / (10 * entryBytes)))

/** How long the sending end is busy with a message. 0 where there is no limit. */
export function transmissionUs(
  world: World,
  { bytesPerSecond }: Link,
  { kind, first, last, write }: Pick<Message, 'kind' | 'first' | 'last' | 'write'>,
): number {
  if (bytesPerSecond === 0) return 0
  const entries =
    kind === 'entries' || (kind === 'snapshot' && last > 0)
      ? last - first + 1
      : kind === 'write'
        ? world.writes.count.get(write - 1)
        : 0
  return Math.ceil(((HEADER + entries * world.settings.entryBytes) * 1_000_000) / bytesPerSecond)
}

/** From now on: when the sending end has time for another message. */
export const freeIn = (link: Link, direction: 0 | 1, now: number): number =>
  link.bytesPerSecond === 0 ? 0 : Math.max(0, link.busy[direction] - now)

/** Is a message lost on its way? Draws nothing where nothing can be. */
export const isLost = (chance: Chance, stream: string, { lossOf100k }: Link): boolean =>
  lossOf100k > 0 && chance.below(stream, 100_000) < lossOf100k

/**
 * Instants at which a message that was sent at `t` is sent again, until it gets through: after twice the round trip
 * but at least 200 ms, and after twice as long each further time.
 */
export function resends(chance: Chance, stream: string, link: Link, t: number): readonly number[] {
  if (link.lossOf100k === 0) return NEVER
  const times: number[] = []
  let patience = Math.max(LEAST_PATIENCE_US, 4 * link.oneWayUs)
  for (let at = t; isLost(chance, stream, link); patience = Math.min(2 * patience, MOST_PATIENCE_US)) {
    at += patience
    times.push(at)
  }
  return times
}

export const NEVER: readonly number[] = []
