/** The function that a run has at an instant, and what must be done so that it has another one. */
import { type Action, type Run, us } from '../../../run/index.ts'

/** As it was set last before `time`, in microseconds, or as the scenario has it; '' = none. */
export function functionOf({ scenario, interventions }: Run, time: number): string {
  let source = scenario.multiMaster.function
  for (const one of interventions) if (one.do === 'set-function' && us(one.atMs) < time) source = one.source
  return source
}

/** In this order: the rule never meets a function that is not there yet. Empty = the run has it already. */
export function actionsToUse(source: string, now: { source: string; rule: string }): Action[] {
  const actions: Action[] = []
  if (source !== now.source) actions.push({ do: 'set-function', source })
  if (now.rule !== 'function') actions.push({ do: 'set', path: 'multiMaster.rule', value: 'function' })
  return actions
}
