/** What an action makes of a run, as a person at the controls means it. */
import { type Action, cutAfter, type Run } from '../run/index.ts'

/** What an action at `t` is added to. In the past, whatever the playhead does not show yet is left behind. */
export const base = (run: Run, t: number, forked: boolean): Run => (forked ? cutAfter(run, t - 1) : run)

/** The run without the action last done at `t`. */
export function without(run: Run, t: number): Run {
  const mine = cutAfter(run, t).interventions.length - 1
  return { ...run, interventions: run.interventions.filter((_, i) => i !== mine) }
}

/** A dragged control sets the same thing again and again. */
export const isSameControl = (one: Action, other: Action): boolean =>
  one.do === 'set' && other.do === 'set' && one.path === other.path
