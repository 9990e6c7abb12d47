import type { Scenario } from '../../run/index.ts'
import type { Checker, CheckerSnapshot } from '../checkers/checker.ts'
import type { Fact, FactKind } from '../fact.ts'
import type { Alert, CheckerFrame, Copies, Counters, Frame, Lag, Outage } from '../frame/index.ts'
import type { Note } from '../measures/alertBook.ts'
import { type AlertsSnapshot, AlertWatch } from '../measures/alertWatch.ts'
import { copiesOf } from '../measures/copies.ts'
import { Tally, type TallySnapshot } from '../measures/counters.ts'
import { type LagSnapshot, LagWatch } from '../measures/lagWatch.ts'
import { Outages, type OutagesSnapshot } from '../measures/outages.ts'
import { NEVER } from '../measures/over.ts'
import type { Kit } from '../packs/kit.ts'
import { settingsByPath } from '../settings/index.ts'
import type { World } from '../world/index.ts'

/**
 * Everybody who watches a run from outside: counters, lag gauges, checkers. They are shown each fact once, in
 * order, right after the kernel event that noted it, so that what they read of the world is how it stands then.
 * They change nothing in the world; what they remember is part of a checkpoint, but not of the digest.
 */
export interface ObserversSnapshot {
  readonly seen: number
  readonly tally: TallySnapshot
  readonly lags: LagSnapshot
  readonly alerts: AlertsSnapshot
  readonly outages: OutagesSnapshot
  readonly checkers: readonly CheckerSnapshot[]
}

export class Observers {
  private seen = 0
  private readonly tally = new Tally()
  private readonly alertWatch = new AlertWatch()
  private readonly lagWatch = new LagWatch((world, node, distance, moves) =>
    this.alertWatch.settled(world, node, distance, moves),
  )
  private readonly outageWatch = new Outages()
  private readonly checkers: Checker[]
  /** The settings by path, and the scenario that they were read from. Never part of the state. */
  private flat: { of: Scenario; settings: Frame['settings'] } | null = null
  private readonly audience = new Map<FactKind, Checker[]>()

  constructor(kit: Kit) {
    this.checkers = kit.checkers((world) => this.counters(world))
    for (const checker of this.checkers)
      for (const kind of checker.kinds) this.audience.set(kind, [...(this.audience.get(kind) ?? []), checker])
  }

  /** To be called after every kernel event; does nothing when nothing was noted. */
  catchUp(world: World): void {
    if (world.facts.count === this.seen) return
    // These know one history: of several masters they are told nothing, and say nothing.
    for (let id = this.seen + 1; id <= world.facts.count && world.multi === null; id++) {
      const fact = world.facts.byId(id)!
      this.tally.see(fact, world)
      this.alertWatch.see(fact, world)
      this.lagWatch.see(fact, world)
      this.outageWatch.see(fact, world)
    }
    for (let id = this.seen + 1; id <= world.facts.count; id++) this.show(world.facts.byId(id)!, world)
    this.seen = world.facts.count
  }

  counters(world: World): Counters {
    return world.multi === null ? this.tally.counters(world) : world.kit.calls.mastersCounters(world)
  }

  /** Null for a node that copies from nobody. `number`: the node's. */
  lag(world: World, number: number): Lag | null {
    return this.lagWatch.of(world, number)
  }

  /** When the lag monitor has something to say if nothing happens until then. */
  alertDueAt(world: World): number {
    return world.multi === null ? this.alertWatch.dueAt(world) : NEVER
  }

  /** At the end of an instant: the lag monitor says what it has to say. */
  raiseAlerts(world: World, note: Note): void {
    if (world.multi === null) this.alertWatch.review(world, world.facts.count, note)
    this.catchUp(world)
  }

  alerts(world: World): Alert[] {
    return this.alertWatch.frame(world)
  }

  copies(world: World): Copies {
    return world.multi === null ? copiesOf(world) : { of: 0, complete: 0, needed: 0 }
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
    return this.checkers.filter((checker) => checker.applies(world)).map((checker) => checker.frame(world))
  }

  snapshot(): ObserversSnapshot {
    return {
      seen: this.seen,
      tally: this.tally.snapshot(),
      lags: this.lagWatch.snapshot(),
      alerts: this.alertWatch.snapshot(),
      outages: this.outageWatch.snapshot(),
      checkers: this.checkers.map((checker) => checker.snapshot()),
    }
  }

  restore(from: ObserversSnapshot): void {
    this.seen = from.seen
    this.tally.restore(from.tally)
    this.lagWatch.restore(from.lags)
    this.alertWatch.restore(from.alerts)
    this.outageWatch.restore(from.outages)
    // One whose pack was fetched since stands at the end, and applies to no run that began without it.
    from.checkers.forEach((kept, at) => {
      this.checkers[at]!.restore(kept)
    })
  }

  private show(fact: Fact, world: World): void {
    const audience = this.audience.get(fact.kind)
    if (audience) for (const checker of audience) if (checker.applies(world)) checker.see(fact, world)
  }
}
