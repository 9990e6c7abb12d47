/**
 * The branches of what is played. An action at the furthest instant played is added to the run; one in the past
 * starts a branch on which nobody does what was done later. The newest branch is the one that is played; undo
 * takes its last action back, which for a branch begun in the past brings the other one back, and redo returns.
 */
import { type Action, cutAfter, type Run, withIntervention } from '../run/index.ts'
import { type Branch, branchOff } from './branch.ts'
import type { Playhead } from './playhead.ts'

/** Branches kept for undo; the oldest go first. Each is little more than its checkpoints, which share one budget. */
const KEPT = 100

export class Branches {
  private past: Branch[] = []
  private future: Branch[] = []
  /** Where the last action on the present branch was done. */
  private last: { branch: Branch; action: Action; t: number } | null = null

  private readonly playhead: Playhead

  constructor(playhead: Playhead) {
    this.playhead = playhead
  }

  get canUndo(): boolean {
    return this.past.length > 0
  }
  get canRedo(): boolean {
    return this.future.length > 0
  }

  /**
   * Acts right after the playhead's instant t and goes to t + 1 us, where the effect is seen. Null, or one
   * sentence that says why it cannot be done; then nothing changes.
   */
  act(action: Action): string | null {
    const { playhead, last } = this
    const { branch: from, at } = playhead
    // A dragged control changes one setting many times in the same instant: that is one action.
    const again =
      last !== null &&
      last.branch === from &&
      at.time === last.t + 1 &&
      at.time === from.playedTo &&
      isSameControl(action, last.action)
        ? last
        : null
    const t = again === null ? at.time : again.t
    const forked = again === null ? t < from.playedTo : from.forked
    const changed = withIntervention(again === null ? base(from.run, t, forked) : without(from.run, t), action, t)
    if ('problem' in changed) return changed.problem
    if (again === null) playhead.keep()
    const branch = branchOff(from, changed.run, t, forked)
    if (again === null) this.past.push(from)
    else from.trail.release()
    this.drop(this.future.splice(0))
    this.drop(this.past.splice(0, this.past.length - KEPT))
    playhead.standOn(branch, t + 1)
    this.last = { branch, action, t }
    return null
  }

  undo(): boolean {
    return this.swap(this.past, this.future)
  }

  redo(): boolean {
    return this.swap(this.future, this.past)
  }

  /** The other branch at the same moment; the present one goes where it can be brought back from. */
  private swap(from: Branch[], to: Branch[]): boolean {
    const other = from.pop()
    if (other === undefined) return false
    to.push(this.playhead.branch)
    this.last = null
    this.playhead.standOn(other, this.playhead.at.time)
    return true
  }

  private drop(branches: readonly Branch[]): void {
    for (const { trail } of branches) trail.release()
  }

  release(): void {
    this.drop([...this.past.splice(0), ...this.future.splice(0), this.playhead.branch])
  }
}

/** What an action at `t` is added to. In the past, whatever the playhead does not show yet is left behind. */
const base = (run: Run, t: number, forked: boolean): Run => (forked ? cutAfter(run, t - 1) : run)

/** The run without the action last done at `t`. */
function without(run: Run, t: number): Run {
  const mine = cutAfter(run, t).interventions.length - 1
  return { ...run, interventions: run.interventions.filter((_, i) => i !== mine) }
}

const isSameControl = (one: Action, other: Action): boolean =>
  one.do === 'set' && other.do === 'set' && one.path === other.path
