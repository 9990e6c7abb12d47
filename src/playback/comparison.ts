/**
 * The second playhead while two branches are compared: it stands on the other branch at the same instant, whatever
 * the present one does. On it nobody does anything later than what its own run says, so beyond its end it runs on.
 */
import type { Frame, Measure } from '../engine/index.ts'
import type { Branch } from './branch.ts'
import type { Checkpoints } from './checkpoints.ts'
import { differences } from './differences.ts'
import { Lookahead } from './lookahead.ts'
import type { Quiet } from './pace.ts'
import { Playhead } from './playhead.ts'
import type { EngineOf } from './take.ts'
import type { Update } from './transport.ts'

export class Comparison {
  private playhead: Playhead | null = null
  private branch = 0
  private frame: Frame | null = null

  private readonly engineOf: EngineOf
  private readonly checkpoints: Checkpoints
  readonly lookahead: Lookahead

  constructor(engineOf: EngineOf, checkpoints: Checkpoints) {
    this.engineOf = engineOf
    this.checkpoints = checkpoints
    this.lookahead = new Lookahead(engineOf)
  }

  /**
   * Stands on `branch` at `t`, or on none. False when that took more than `mostWork` kernel events: then it is not
   * there yet, and goes on from where it is when asked again.
   */
  follow(branch: Branch | null, t: number, mostWork?: number): boolean {
    if (branch === null) {
      this.playhead?.leave()
      this.playhead = null
      return true
    }
    const { take, id } = branch
    if (this.playhead === null) this.playhead = new Playhead(this.engineOf, this.checkpoints, take)
    else if (this.playhead.at.time === t && this.playhead.take === take) return true
    this.frame = null
    this.branch = id
    if (this.playhead.take !== take) {
      this.lookahead.reset()
      return this.playhead.standOn(take, t, mostWork)
    }
    return this.playhead.goTo(t, mostWork)
  }

  /** Goes back after it went ahead of `t` in vain. */
  returnTo(t: number, played: number): void {
    this.frame = null
    this.playhead?.returnTo(t, played)
  }

  /** Can anything still happen here? */
  get isOver(): boolean {
    return this.playhead === null || (this.playhead.at.nextEventAt() === null && this.picture().recent.length === 0)
  }

  /** Nothing moves here either: what is left of the quiet stretch of the present branch. */
  quiet(stretch: Quiet | null, usPerSecond: number): Quiet | null {
    if (this.playhead === null || stretch === null) return stretch
    const other = this.lookahead.stretch(this.playhead, this.picture(), usPerSecond)
    return other && { from: Math.max(stretch.from, other.from), to: Math.min(stretch.to, other.to) }
  }

  /** Null: it stands on nothing. */
  measured<T>(measure: Measure<T>): T | null {
    return this.playhead?.at.measured(measure) ?? null
  }

  update(here: Frame, twins: boolean): Update['other'] {
    if (this.playhead === null) return null
    const frame = this.picture()
    return { branch: this.branch, twins, frame, differences: differences(here, frame) }
  }

  private picture(): Frame {
    this.frame ??= this.playhead!.at.frame()
    return this.frame
  }
}
