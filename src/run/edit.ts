import type { Action } from './intervention.ts'
import { type Or, orProblem } from './problem.ts'
import type { Run } from './run.ts'
import { checkIntervention, checkInterventions } from './script.ts'
import { ms, us } from './time.ts'

/** Changes of a run, each giving a new one: a run is a value. Times in microseconds. */

/** The run in which somebody also does this right after instant `t`, after whatever else is done there. */
export function withIntervention(run: Run, action: Action, t: number): Or<{ run: Run }> {
  return orProblem(() => {
    const added = checkIntervention({ atMs: ms(t), ...action }, run, 'action')
    const before = run.interventions.filter((one) => us(one.atMs) <= t)
    const after = run.interventions.filter((one) => us(one.atMs) > t)
    return { run: { ...run, interventions: checkInterventions([...before, added, ...after], run.scenario) } }
  })
}

/** The run in which nobody does anything after instant `t`: the branch that an action in the past begins with. */
export const cutAfter = (run: Run, t: number): Run => ({
  ...run,
  interventions: run.interventions.filter((one) => us(one.atMs) <= t),
})
