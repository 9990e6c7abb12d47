import type { Lag } from '../frame.ts'
import type { World } from '../world.ts'
import { ageUs, type Distance, distanceOf, type Level, lags, levelNow, levelOf, reportedLag } from './lag.ts'

/**
 * Since when a lag gauge stands where it stands. Entries change only when something happens, but age grows by
 * itself, so between two happenings a gauge can rise at an instant at which nothing else does. That instant is
 * computed, not sampled: a frame must not depend on which frames were asked for before it.
 */
interface Gauge {
  readonly level: Level
  readonly since: number
  readonly distance: Distance
  /** When it was last settled. */
  readonly at: number
}

/** By node number. */
export type LagSnapshot = readonly Gauge[]

const START: Gauge = {
  level: 'ok',
  since: 0,
  at: 0,
  distance: { entriesToReceive: 0, entriesToApply: 0, entriesBehind: 0, oldestAt: -1 },
}

export class LagWatch {
  private gauges: Gauge[] = []

  /** To be called after everything that may have moved a position, a process, a link or a limit. */
  settle(world: World): void {
    for (const node of world.nodes) {
      if (!lags(node)) {
        this.gauges[node.number] = START
        continue
      }
      const before = this.risen(world, this.gauges[node.number] ?? START)
      const distance = distanceOf(world, node)
      const level = levelNow(world, node, distance)
      const since = level === before.level ? before.since : world.time
      this.gauges[node.number] = { level, since, distance, at: world.time }
    }
  }

  /** The whole lag of a node, or null for one that copies from nobody. `settle` must have seen the last happening. */
  of(world: World, number: number): Lag | null {
    const node = world.nodes[number]!
    if (!lags(node)) return null
    const gauge = this.risen(world, this.gauges[number] ?? START)
    const { entriesToReceive, entriesToApply, entriesBehind, oldestAt } = gauge.distance
    const trueUs = ageUs(oldestAt, world.time)
    const { level, since } = gauge
    return { entriesToReceive, entriesToApply, entriesBehind, trueUs, reported: reportedLag(world, node), level, since }
  }

  snapshot(): LagSnapshot {
    return this.gauges.slice()
  }

  restore(from: LagSnapshot): void {
    this.gauges = from.slice()
  }

  /** Where a gauge stands at `world.time` when nothing has happened since it was settled. */
  private risen(world: World, gauge: Gauge): Gauge {
    const { level, distance } = gauge
    const limits = world.settings.lag
    if (level === 'unknown' || distance.oldestAt < 0) return gauge
    const now = levelOf(distance.entriesBehind, ageUs(distance.oldestAt, world.time), limits)
    if (now === level || now === 'ok') return gauge
    const since = distance.oldestAt + (now === 'critical' ? limits.criticalUs : limits.warnUs)
    return { ...gauge, level: now, since: Math.max(since, gauge.at) }
  }
}
