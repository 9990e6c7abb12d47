/**
 * What changes the run: another run, or the same with one more thing done to it right now. A run is a value, so the changed
 * one is opened in place of the old, at the moment where that stood, and plays on if that played.
 */
import { type Action, parseRun, withIntervention } from '../../run/index.ts'
import type { Figure } from '../figure.ts'
import { anotherRun } from '../link.ts'
import { type Shown, shownOf } from '../shown.ts'
import type { Result } from './carryOut.ts'
import type { Command } from './commands.ts'

type Change = Extract<Command, { type: 'load' | 'inject' | 'write' | 'set' }>

export async function changed(figure: Figure, command: Change): Promise<Result> {
  const { lab, shown } = figure
  if (command.type === 'load') {
    const { scenario, seed, state } = command
    const asked = scenario === null && state === null
    const next: Shown | { problem: string } = asked
      ? anotherRun({ ...shown.run, seed: seed ?? shown.run.seed }, 0)
      : await shownOf({ s: state, scenario: scenario ?? '', t: null, seed })
    if ('problem' in next) return { error: next.problem }
    figure.open(next)
    return {}
  }
  if (figure.lesson) {
    lab.do({ do: 'act', action: actionOf(command) })
    return {}
  }
  const { time, playing } = lab.latest!.transport
  const next = withIntervention(shown.run, actionOf(command), time)
  if ('problem' in next) return { error: next.problem }
  const checked = parseRun(next.run)
  if ('problem' in checked) return { error: checked.problem }
  figure.open(anotherRun(checked.run, time))
  if (playing) lab.do({ do: 'play' })
  return {}
}

/** What it names is checked with the run, and refused there with a sentence. */
function actionOf(command: Exclude<Change, { type: 'load' }>): Action {
  if (command.type === 'set') return { do: 'set', path: command.param, value: command.value }
  if (command.type === 'write') {
    const { client, key, value } = command
    return { do: 'write', client, ...(key !== null && { key }), ...(value !== null && { value }) } as Action
  }
  const { fault, target, args } = command
  const where = Array.isArray(target)
    ? { between: target }
    : /data-center$/.test(fault)
      ? { dataCenter: target }
      : { node: target }
  return { ...args, ...where, do: fault } as unknown as Action
}
