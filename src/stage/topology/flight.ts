import type { LinkFrame, MessageFrame } from '../../engine/index.ts'
import type { Instant } from './effect.ts'

/** Where a message is: the share of its way at that time, read off its path; constant after the last point. */
export function shareAt(message: MessageFrame, time: number): number {
  const { path } = message
  const first = path[0]
  if (!first) return 0
  if (time <= first[0]) return first[1]
  for (let i = 1; i < path.length; i++) {
    const [t1, f1] = path[i]!
    if (time <= t1) {
      const [t0, f0] = path[i - 1]!
      return t1 > t0 ? f0 + ((f1 - f0) * (time - t0)) / (t1 - t0) : f1
    }
  }
  return path[path.length - 1]![1]
}

/** With reduced motion a message does not travel: it stands in the middle of its way until it arrives. */
export const shownShare = (at: Instant, message: MessageFrame): number =>
  at.view.reducedMotion && !message.held ? 0.5 : shareAt(message, at.time)

/** Not under way yet: it waits at its sender, for its turn on a narrow link or to be sent once more. */
export function standsAtStart({ path, held }: MessageFrame, time: number): boolean {
  const [first, second] = path
  return !held && first !== undefined && second !== undefined && second[1] === first[1] && time < second[0]
}

/** Of one that stands at its start: because it was lost? A link without a limit makes nobody wait for a turn. */
export const wasLost = ({ resent }: MessageFrame, link: LinkFrame): boolean =>
  resent > 0 || (link.lossPercent > 0 && link.kilobytesPerSecond === 0)

/** Below this much wall time a flight cannot be followed by eye. */
const SEEN_MS = 160

/** Is the whole flight too short to be followed at the present rate? */
export function isPulse(at: Instant, message: MessageFrame): boolean {
  const first = message.path[0]
  const last = message.path[message.path.length - 1]
  if (!first || !last || message.held) return false
  return last[0] - first[0] < (SEEN_MS / 1000) * at.view.usPerSecond
}
