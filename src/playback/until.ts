/**
 * Plays up to the first instant at which a condition holds. Which instant that is, the run alone decides: it is looked
 * at after everything that happens and at every whole 100 ms of the run, however the strides of the clock fall.
 */
import { LIMITS, quote, type Run } from '../run/index.ts'
import { type Condition, conditionOf } from './condition.ts'
import type { Playhead } from './playhead.ts'
import type { UntilInfo } from './transport.ts'

/** Between two looks when nothing happens, microseconds of virtual time. */
const LOOK_EVERY = 100_000
/** A run is no longer than that, microseconds. */
const LONGEST = LIMITS.timeMs * 1000
/** What one look costs, in kernel events. */
const LOOK_WORK = 30

export class Until {
  private readonly when: string | null
  private readonly holds: Condition
  private readonly by: number
  private stoppedAt: number | null = null
  private met = false

  constructor(when: string | null, holds: Condition, by: number) {
    this.when = when
    this.holds = holds
    this.by = by
  }

  get isOver(): boolean {
    return this.stoppedAt !== null
  }

  info(): UntilInfo {
    const { when, by, stoppedAt, met } = this
    return { when, by, stoppedAt, met }
  }

  /** Looks where the playhead stands. True if it is over, here or before. */
  look(playhead: Playhead): boolean {
    const { time } = playhead.at
    if (this.stoppedAt !== null) return true
    this.met = this.holds(playhead)
    if (this.met || time >= this.by) this.stoppedAt = time
    return this.isOver
  }

  /**
   * Runs on to `to`, or to where it is over. False when that took more than `mostWork` kernel events: then it stands
   * before, and goes on when asked again.
   */
  runOn(playhead: Playhead, to = this.by, mostWork = Number.POSITIVE_INFINITY): boolean {
    const { at } = playhead
    const enough = at.work + mostWork
    let looked = 0
    while (!this.isOver && at.time < to) {
      if (at.work + looked > enough) return false
      const next = this.nextLook(playhead)
      playhead.runOn(Math.min(next, to))
      if (next > to) break
      looked += LOOK_WORK
      this.look(playhead)
    }
    return true
  }

  private nextLook({ at }: Playhead): number {
    const beat = (Math.floor(at.time / LOOK_EVERY) + 1) * LOOK_EVERY
    return Math.min(at.nextEventAt() ?? beat, beat, this.by)
  }
}

/** From where the playhead stands, `mostUs` at most; `when` null: nothing but time ends it. */
export function untilOf(
  when: string | null,
  mostUs: number,
  run: Run,
  playhead: Playhead,
): { until: Until } | { problem: string } {
  const nonsense = untilProblem(when, mostUs)
  if (nonsense !== null) return { problem: nonsense }
  const condition = when === null ? { holds: () => false } : conditionOf(when, run)
  if ('problem' in condition) return condition
  const until = new Until(when, condition.holds, playhead.at.time + Math.round(mostUs))
  until.look(playhead)
  return { until }
}

/** What comes from outside may be anything. */
function untilProblem(when: unknown, mostUs: unknown): string | null {
  if (when !== null && typeof when !== 'string') return `A condition is a text, but not ${quote(when)}.`
  return typeof mostUs === 'number' && mostUs >= 0 && mostUs <= LONGEST
    ? null
    : `It can be played for 0 to ${LONGEST} microseconds of the run, but not for ${quote(mostUs)}.`
}

/** Fetches this where it comes with the first condition; null = it is here. */
export const fetchUntil = (): Promise<void> | null => null
