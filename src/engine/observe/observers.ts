import type { Scenario } from '../../run/index.ts'
import type { Checker, CheckerSnapshot } from '../checkers/checker.ts'
import { allCheckers } from '../checkers/index.ts'
import type { Fact, FactKind } from '../fact.ts'
import type { CheckerFrame, Counters, Frame, Lag, Outage } from '../frame.ts'
import { Tally, type TallySnapshot } from '../measures/counters.ts'
import { type LagSnapshot, LagWatch } from '../measures/lagWatch.ts'
import { Outages, type OutagesSnapshot } from '../measures/outages.ts'
import { settingsByPath } from '../settings.ts'
import type { World } from '../world.ts'

/**
 * Everybody who watches a run from outside: counters, lag gauges, checkers. They are shown each fact once, in
 * order, right after the kernel event that noted it, so that what they read of the world is how it stands then.
 * They change nothing in the world; what they remember is part of a checkpoint, but not of the digest.
 */
export interface ObserversSnapshot {
  readonly seen: number
  readonly tally: TallySnapshot
  readonly lags: LagSnapshot
  readonly outages: OutagesSnapshot
  readonly checkers: readonly CheckerSnapshot[]
}

export class Observers {
  private seen = 0
  private readonly tally = new Tally()
  private readonly lagWatch = new LagWatch()
  private readonly outageWatch = new Outages()
  private readonly checkers: Checker[] = allCheckers((world) => this.counters(world))
  /** The settings by path, and the scenario that they were read from. Never part of the state. */
  private flat: { of: Scenario; settings: Frame['settings'] } | null = null
  private readonly audience = new Map<FactKind, Checker[]>()

  constructor() {
    for (const checker of this.checkers)
      for (const kind of checker.kinds) this.audience.set(kind, [...(this.audience.get(kind) ?? []), checker])
  }

  /** To be called after every kernel event; does nothing when nothing was noted. */
  catchUp(world: World): void {
    if (world.facts.count === this.seen) return
    for (let id = this.seen + 1; id <= world.facts.count; id++) {
      const fact = world.facts.byId(id)!
      this.tally.see(fact, world)
      this.lagWatch.see(fact, world)
      this.outageWatch.see(fact, world)
    }
    for (let id = this.seen + 1; id <= world.facts.count; id++) this.show(world.facts.byId(id)!, world)
    this.seen = world.facts.count
  }

  counters(world: World): Counters {
    return this.tally.counters(world)
  }

  /** Null for a node that copies from nobody. `number`: the node's. */
  lag(world: World, number: number): Lag | null {
    return this.lagWatch.of(world, number)
  }

  outages(world: World): Outage[] {
    return this.outageWatch.frame(world)
  }

  /** One and the same object as long as nothing is set, because the controls ask for every frame. */
  settings({ settings: { scenario } }: World): Frame['settings'] {
    if (this.flat?.of !== scenario) this.flat = { of: scenario, settings: settingsByPath(scenario) }
    return this.flat.settings
  }

  checkerFrames(world: World): CheckerFrame[] {
    return this.checkers.map((checker) => checker.frame(world))
  }

  snapshot(): ObserversSnapshot {
    return {
      seen: this.seen,
      tally: this.tally.snapshot(),
      lags: this.lagWatch.snapshot(),
      outages: this.outageWatch.snapshot(),
      checkers: this.checkers.map((checker) => checker.snapshot()),
    }
  }

  restore(from: ObserversSnapshot): void {
    this.seen = from.seen
    this.tally.restore(from.tally)
    this.lagWatch.restore(from.lags)
    this.outageWatch.restore(from.outages)
    this.checkers.forEach((checker, at) => {
      checker.restore(from.checkers[at]!)
    })
  }

  private show(fact: Fact, world: World): void {
    const audience = this.audience.get(fact.kind)
    if (audience) for (const checker of audience) checker.see(fact, world)
  }
}
