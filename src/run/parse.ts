import { checkAgreement } from './agree.ts'
import { asObject, checkFields, checkNumber } from './check.ts'
import { type Or, orProblem, Problem, quote } from './problem.ts'
import { MODEL, type Run } from './run.ts'
import type { Scenario } from './scenario.ts'
import { SCENARIO, SEED } from './schema.ts'
import { checkInterventions } from './script.ts'

/**
 * From JSON to a value that the engine can trust. Whatever comes in, the answer is the value with its
 * defaults filled in, or one sentence that says what is wrong and where; nothing is thrown.
 */
export const parseScenario = (json: unknown): Or<{ scenario: Scenario }> =>
  orProblem(() => ({ scenario: checkScenario(json, '') }))

/** A saved run, or a bare scenario: that is the run of it with seed 1 and no interventions. */
export const parseRun = (json: unknown): Or<{ run: Run }> => orProblem(() => ({ run: checkRun(json) }))

export function checkRun(json: unknown): Run {
  const given = asObject(json, '')
  if (!Object.hasOwn(given, 'scenario')) return { ...fresh, scenario: checkScenario(given, ''), interventions: [] }
  const { model = MODEL, seed = fresh.seed, scenario: spec, interventions: script = [], ...others } = given
  const other = Object.keys(others)[0]
  if (other !== undefined)
    throw new Problem(`${quote(other)} is not a known field; known are model, seed, scenario, interventions.`)
  if (model !== MODEL) throw foreignModel('file', model)
  const scenario = checkScenario(spec, 'scenario')
  return {
    model: MODEL,
    seed: checkNumber(seed, SEED, 'seed'),
    scenario,
    interventions: checkInterventions(script, scenario),
  }
}
const fresh = { model: MODEL, seed: 1 }

export function foreignModel(what: 'file' | 'link', model: unknown): Problem {
  if (typeof model !== 'number' || !Number.isInteger(model) || model < 1)
    return new Problem(`model must be a whole number from 1 on, but is ${quote(model)}.`)
  return new Problem(
    `This ${what} was made by model ${model} of the lab; this is model ${MODEL} and would play it differently.`,
  )
}

function checkScenario(json: unknown, path: string): Scenario {
  const scenario = checkFields(json, SCENARIO, path)
  checkAgreement(scenario, path)
  return scenario
}
