/**
 * The playhead: one engine that stands somewhere on one branch. It alone runs the engine on and sets it back,
 * and leaves checkpoints and facts behind on its way, so that every other move is made of `runOn` and `goTo`.
 */
import type { Engine } from '../engine/index.ts'
import type { Branch, EngineOf } from './branch.ts'
import { type Checkpoints, SPACING } from './checkpoints.ts'

/** One stride of the engine, in microseconds of virtual time: it adapts, so that checkpoints can be spaced by work. */
const STRIDE = { first: 1000, least: 10, most: 250_000 }

export class Playhead {
  private engine: Engine
  private present: Branch
  private stride = STRIDE.first

  private readonly engineOf: EngineOf
  private readonly checkpoints: Checkpoints

  /** `engine` stands at the start of the branch's run. */
  constructor(engineOf: EngineOf, checkpoints: Checkpoints, branch: Branch, engine: Engine) {
    this.engineOf = engineOf
    this.checkpoints = checkpoints
    this.present = branch
    this.engine = engine
  }

  get branch(): Branch {
    return this.present
  }
  /** To be read only: moving it is the playhead's work. */
  get at(): Pick<
    Engine,
    'time' | 'event' | 'work' | 'frame' | 'digest' | 'rows' | 'nextEventAt' | 'factsAfter' | 'checkpoint'
  > {
    return this.engine
  }

  /** Stands on another branch, at its instant `t`. */
  standOn(branch: Branch, t: number): void {
    this.present = branch
    this.engine = this.engineOf(branch.run)
    this.engine.restore(branch.trail.nearest(t))
    this.runOn(t)
  }

  /** Goes to instant `t`, forward or back. False when that took more than `mostWork` kernel events: then it stands before `t`. */
  goTo(t: number, mostWork = Number.POSITIVE_INFINITY): boolean {
    const nearest = this.present.trail.nearest(t)
    if (t < this.engine.time || nearest.time > this.engine.time) this.engine.restore(nearest)
    return this.runOn(t, mostWork)
  }

  /** Runs on to `t`, not before the present instant; stops early, and says false, after `mostWork` kernel events. */
  runOn(t: number, mostWork = Number.POSITIVE_INFINITY): boolean {
    const { engine } = this
    const enough = engine.work + mostWork
    while (engine.time < t && engine.work <= enough) {
      const before = engine.work
      engine.runTo(Math.min(t, engine.time + this.stride))
      this.arrived()
      const done = engine.work - before
      if (done > SPACING) this.stride = Math.max(STRIDE.least, this.stride >> 1)
      else if (done < SPACING / 4) this.stride = Math.min(STRIDE.most, this.stride << 1)
    }
    return engine.time === t
  }

  /** Runs on to the next moment; false, standing at `limit`, when none comes at or before it. */
  runToNextMoment(limit: number): boolean {
    const found = this.engine.runToNextMoment(limit)
    this.arrived()
    return found
  }

  /** Keeps a checkpoint of the very instant, for a branch to begin at. */
  keep(): void {
    this.present.trail.add(this.engine.checkpoint())
  }

  private arrived(): void {
    const { engine, present } = this
    present.book.collect(engine)
    if (engine.time > present.playedTo) present.playedTo = engine.time
    const since = engine.work - present.trail.nearest(engine.time).work
    if (since < SPACING || since < this.checkpoints.spacing(present.trail)) return
    this.keep()
    this.checkpoints.thin(present.trail)
  }
}
