import type { Fact, FactKind } from '../fact.ts'
import type { Lag } from '../frame/index.ts'
import type { Node, World } from '../world/index.ts'
import {
  ageUs,
  type Distance,
  distanceOf,
  heartbeatAge,
  type Level,
  lags,
  levelAt,
  levelNow,
  reportedLag,
} from './lag.ts'
import { members } from './members.ts'

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

/** What happens often and moves no gauge. */
const ELSEWHERE: ReadonlySet<FactKind> = new Set<FactKind>([
  'write-sent',
  'write-ok',
  'write-error',
  'write-unknown',
  'write-executed',
  'read-sent',
  'read-answered',
  'phantom-read',
  'entries-committed',
  'entries-sent',
  'ack-arrived',
  'apply-started',
  'probe-answered',
  'probe-missed',
  'candidate-weighed',
  'alert-raised',
  'alert-cleared',
])

/** What moves positions, and nothing else. */
const MOVES: ReadonlySet<FactKind> = new Set<FactKind>(['entries-logged', 'entries-received', 'entries-applied'])

/** Hears of each gauge that was settled. `moves`: a position moved, and nothing else happened. */
type OnSettled = (world: World, node: Node, distance: Distance, moves: boolean) => void

export class LagWatch {
  private gauges: Gauge[] = []
  private readonly onSettled: OnSettled

  constructor(onSettled: OnSettled = () => {}) {
    this.onSettled = onSettled
  }

  /** To be called for every fact, right after it, because it may have moved a position, a process, a link or a limit. */
  see(fact: Fact, world: World): void {
    if (ELSEWHERE.has(fact.kind)) return
    const own = fact.kind === 'entries-received' || fact.kind === 'entries-applied'
    for (const node of members(world)) if (!own || node.id === fact.at) this.settle(world, node, MOVES.has(fact.kind))
  }

  private settle(world: World, node: Node, moves: boolean): void {
    if (!lags(node)) {
      this.gauges[node.number] = START
      this.onSettled(world, node, START.distance, moves)
      return
    }
    const before = this.risen(world, this.gauges[node.number] ?? START, node.number)
    const distance = distanceOf(world, node)
    const level = levelNow(world, node, distance)
    const since = level === before.level ? before.since : world.time
    this.gauges[node.number] = { level, since, distance, at: world.time }
    this.onSettled(world, node, distance, moves)
  }

  /** The whole lag of a node, or null for one that copies from nobody. */
  of(world: World, number: number): Lag | null {
    const node = world.nodes[number]!
    if (!lags(node)) return null
    const gauge = this.risen(world, this.gauges[number] ?? START, number)
    const { entriesToReceive, entriesToApply, entriesBehind, oldestAt } = gauge.distance
    const trueUs = ageUs(oldestAt, world.time)
    const { level, since } = gauge
    const [reported, heartbeatUs] = [reportedLag(world, node), heartbeatAge(world, node)]
    return { entriesToReceive, entriesToApply, entriesBehind, trueUs, reported, heartbeatUs, level, since }
  }

  snapshot(): LagSnapshot {
    return this.gauges.slice()
  }

  restore(from: LagSnapshot): void {
    this.gauges = from.slice()
  }

  /** Where a gauge stands at `world.time` when nothing has happened since it was settled. */
  private risen(world: World, gauge: Gauge, number: number): Gauge {
    const { level, distance } = gauge
    const limits = world.settings.lag
    if (level === 'unknown' || distance.oldestAt < 0) return gauge
    const now = levelAt(world, number, distance)
    if (now === level || now === 'ok') return gauge
    const { delayUs } = world.settings.nodes[number]!
    const since = distance.oldestAt + delayUs + (now === 'critical' ? limits.criticalUs : limits.warnUs)
    return { ...gauge, level: now, since: Math.max(since, gauge.at) }
  }
}
