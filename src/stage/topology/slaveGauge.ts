import type { NodeFrame } from '../../engine/index.ts'
import { copyText, drainText, heldText, lagText, lockedText, purgedText, reportedShort } from '../../words/index.ts'
import { hue, smallClock } from '../glyphs/index.ts'
import { box, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import { drained } from './drain.ts'
import type { Instant } from './effect.ts'
import { drainGauge, lagGauge } from './gauge.ts'

/**
 * The last row of a slave's card: its lag; while it drains, what is left; while its data are copied, how much of them
 * has come; and where something keeps it from catching up, what that is.
 */
export function slaveGauge(at: Instant, node: NodeFrame, y: number, width: number, saysHeld: boolean): Shape[] {
  const track = width > 300 ? 140 : width < 230 ? 52 : 92
  if (node.copy) return [drainGauge(12, y, track, copied(at, node), copyText(node.copy, copied(at, node)))]
  if (node.role === 'draining' || node.role === 'promoting') {
    const drain = node.drain ?? { total: 0, left: 0, startedAt: at.time, endsAt: at.time }
    return [drainGauge(12, y, track, drained(at, node), drainText(drain, at.time))]
  }
  if (!node.lag) return []
  const gauge = (words: string, wide = track) => lagGauge(12, y, wide, node.lag!, at.frame.lag, words)
  if (isRefused(node)) return [gauge(purgedText(node), Math.min(track, 52))]
  if (node.applier.state === 'blocked') return [gauge(lockedText(node.lag), Math.min(track, 64))]
  if (node.applier.state === 'delaying' && node.heldUntil !== null && !saysHeld)
    return [gauge(heldText(node.heldUntil - at.time), Math.min(track, 64))]
  const { heartbeatUs, level } = node.lag
  if (heartbeatUs === null || level === 'unknown' || width < 230) return [gauge(lagText(node.lag))]
  const words = reportedShort(node.lag)
  const wide = width > 300 ? track : 52
  return [gauge(words[0], wide), beatWords(12 + wide + 28 + textWidth(words[0], { size: 13 }) + 6, y, words[1])]
}

/** Refused for good: what it needs is in nobody's log any more. */
export const isRefused = ({ receiver }: NodeFrame): boolean =>
  receiver.state === 'refused' && receiver.reason === 'purged'

/** Are its data copied from that one? */
export const isCopied = (from: NodeFrame, { copy }: NodeFrame): boolean => copy !== null && copy.from === from.id

/** Share of the data that has come, growing evenly. */
export function copied(at: Instant, { copy }: NodeFrame): number {
  if (!copy || copy.megabytes <= 0) return 0
  const { done, megabytes, endsAt } = copy
  const rest = endsAt === null ? 0 : endsAt - at.frame.time
  const since = rest > 0 ? Math.min(1, Math.max(0, (at.time - at.frame.time) / rest)) : 0
  return Math.max(0, Math.min(1, (done + (megabytes - done) * since) / megabytes))
}

/** By heartbeat: the sign of its row, and how old the copy of it is. */
const beatWords = (x: number, y: number, words: string): Shape =>
  group('by-heartbeat', [
    line('beat', p`M${x} ${y}h2.4l1.6 -4 2.4 7.4 1.6 -3.4h2`, hue.ink, 1.5),
    label('age', x + 14, y + 4.6, words, { size: 13 }),
  ])

/** In the data row, after what is applied: how long the next entry is still held. */
export function heldSign(x: number, y: number, until: number, at: Instant, ground: string): Shape {
  const words = heldText(until - at.time)
  return group('held', [
    box('plate', x - 2, y - 10, textWidth(words) + 26, 20, ground),
    smallClock('clock', x + 7, y, hue.warn),
    label('left', x + 19, y + 4.4, words),
  ])
}
