/**
 * The playhead: one engine that stands somewhere on one take. It alone runs the engine on and sets it back,
 * and leaves checkpoints and facts behind on its way, so that every other move is made of `runOn` and `goTo`.
 */
import type { Engine } from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import { type Checkpoints, SPACING } from './checkpoints.ts'
import { type EngineOf, firstTake, type Take } from './take.ts'

/** One stride of the engine, in microseconds of virtual time: it adapts, so that checkpoints can be spaced by work. */
const STRIDE = { first: 1000, least: 10, most: 250_000 }

export class Playhead {
  private engine: Engine
  private present: Take
  private stride = STRIDE.first

  private readonly engineOf: EngineOf
  private readonly checkpoints: Checkpoints

  /** `engine` stands at the start of the take's run. */
  constructor(engineOf: EngineOf, checkpoints: Checkpoints, take: Take, engine = engineOf(take.run)) {
    this.engineOf = engineOf
    this.checkpoints = checkpoints
    this.present = take
    this.engine = engine
    checkpoints.occupy(this, take.trail)
  }

  get take(): Take {
    return this.present
  }
  /** To be read only: moving it is the playhead's work. */
  get at(): Pick<
    Engine,
    | 'time'
    | 'event'
    | 'work'
    | 'frame'
    | 'digest'
    | 'rows'
    | 'rulings'
    | 'measured'
    | 'nextEventAt'
    | 'factsAfter'
    | 'checkpoint'
  > {
    return this.engine
  }

  /** Stands on another take, at its instant `t`; earlier, and says false, when that took more than `mostWork`. */
  standOn(take: Take, t: number, mostWork?: number): boolean {
    this.present = take
    this.checkpoints.occupy(this, take.trail)
    this.engine = this.engineOf(take.run)
    this.engine.restore(take.trail.nearest(t))
    return this.runOn(t, mostWork)
  }

  /** A take of that run in which nothing is played yet. */
  begin(run: Run): Take {
    return firstTake(run, this.engineOf(run), this.checkpoints)
  }

  /** Stands on nothing any more, and is of no further use. */
  leave(): void {
    this.checkpoints.occupy(this, null)
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

  /** Returns from where it looked ahead in vain: what lies beyond `played` was not played. */
  returnTo(t: number, played: number): void {
    this.goTo(t)
    this.present.playedTo = played
    this.present.book.cutAfter(played)
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
    this.checkpoints.thin()
  }
}
