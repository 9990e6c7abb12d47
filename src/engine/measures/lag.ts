import type { Lag } from '../frame/index.ts'
import type { Settings } from '../settings/index.ts'
import type { Node, World } from '../world/index.ts'
import { wallOf } from './clock.ts'
import { historyOf } from './history.ts'
import { isReachable } from './loss.ts'
import { applies, receives } from './parts.ts'
import { secondsBehind } from './secondsBehind.ts'

/**
 * How far a slave is behind the surviving history, in the measures that DOMAIN section 1 asks for side by side:
 * entries it has yet to receive, entries it has yet to apply, the true age of the oldest of them, and what
 * the slave itself would report. The first three know everything, as only a simulator can.
 */
export interface Distance {
  entriesToReceive: number
  entriesToApply: number
  entriesBehind: number
  /** When the oldest entry that this node has not applied was logged by the master; -1 = there is none. */
  oldestAt: number
}

export type Level = Lag['level']

export function distanceOf(world: World, node: Node): Distance {
  const history = historyOf(world)
  const own = node.log
  const shared =
    own.end <= history.end && own.entryAt(own.end) === history.entryAt(own.end) ? own.end : own.commonWith(history)
  const applied = node.applied.position
  const entriesToReceive = history.end - shared
  const entriesToApply = own.end - applied
  const oldest = Math.min(applied, shared) + 1
  const oldestAt = oldest > history.end ? -1 : world.entries.bornAtOf(history.entryAt(oldest))
  return { entriesToReceive, entriesToApply, entriesBehind: entriesToReceive + entriesToApply, oldestAt }
}

/** The worse of the two measures counts. */
export function levelOf(
  entriesBehind: number,
  ageUs: number,
  limits: Omit<Settings['lag'], 'dwellUs' | 'noDataUs'>,
): Level {
  if (entriesBehind >= limits.criticalEntries || ageUs >= limits.criticalUs) return 'critical'
  return entriesBehind >= limits.warnEntries || ageUs >= limits.warnUs ? 'warn' : 'ok'
}

export const ageUs = (oldestAt: number, now: number): number => (oldestAt < 0 ? 0 : now - oldestAt)

/** How old its copy of the heartbeat row says its data are, by its own clock; null = it has none. */
export function heartbeatAge(world: World, node: Node): number | null {
  const { heartbeat } = node.data
  if (heartbeat === 0) return null
  return Math.max(0, wallOf(world, node) - world.entries.wallUsOf(heartbeat))
}

/** Only what copies from somebody lags. */
export const lags = (node: Node): boolean => node.upstream >= 0

/** The level that a slave is at right now; `unknown` when nobody could ask it. */
export function levelNow(world: World, node: Node, distance: Distance): Level {
  if (!isReachable(world, node)) return 'unknown'
  return levelAt(world, node.number, distance)
}

/** What a slave holds on purpose is no lag (Orchestrator, too, leaves delayed slaves out of its alarms). */
export function levelAt(world: World, number: number, { entriesBehind, entriesToReceive, oldestAt }: Distance): Level {
  const { delayUs } = world.settings.nodes[number]!
  const entries = delayUs > 0 ? entriesToReceive : entriesBehind
  return levelOf(entries, ageUs(oldestAt, world.time) - delayUs, world.settings.lag)
}

/** What the slave reports about itself; null also while its process is down. */
export function reportedLag(world: World, node: Node): number | null {
  const next = node.applied.position + 1
  const entry = node.log.entryAt(next)
  return secondsBehind({
    sqlRunning: applies(node),
    ioConnected: receives(node),
    applyingWallUs: entry === 0 ? null : world.entries.wallUsOf(entry),
    clockUs: wallOf(world, node),
    clockDiffUs: 0 - node.clockDiff,
  })
}
