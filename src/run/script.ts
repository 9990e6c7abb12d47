import { checkPair } from './agree.ts'
import { asList, asObject, checkChoice, checkField, checkFields } from './check.ts'
import type { Field } from './field.ts'
import { ACTIONS, type Intervention } from './intervention.ts'
import { LIMITS } from './limits.ts'
import { nearest } from './nearest.ts'
import { Problem, quote } from './problem.ts'
import type { Scenario } from './scenario.ts'
import { type Setting, settings } from './settings.ts'

const AT_MS = {
  type: 'number',
  unit: 'ms',
  min: 0,
  max: LIMITS.timeMs,
  step: 1,
  description: 'When: it acts after everything else of that instant.',
} as const satisfies Field
const KINDS = [...Object.keys(ACTIONS), 'set']

/** Holds a list of interventions against its scenario; returns it ordered by time, equal times in list order. */
export function checkInterventions(value: unknown, scenario: Scenario, path = 'interventions'): Intervention[] {
  const known = settable(scenario)
  return asList(value, path, LIMITS.interventions)
    .map((one, i) => checkOne(one, scenario, known, `${path}[${i}]`))
    .sort((a, b) => a.atMs - b.atMs)
}

/** Holds one intervention against its scenario; `path` is what sentences call it. */
export function checkIntervention(value: unknown, scenario: Scenario, path: string): Intervention {
  return checkOne(value, scenario, settable(scenario), path)
}

const settable = (scenario: Scenario) => new Map(settings(scenario).map((setting) => [setting.path, setting]))

function checkOne(value: unknown, scenario: Scenario, known: ReadonlyMap<string, Setting>, path: string): Intervention {
  const { do: named, ...rest } = asObject(value, path)
  if (named === undefined) throw new Problem(`${path}.do is missing: it must be one of ${KINDS.join(', ')}.`)
  const kind = checkChoice(named, KINDS, `${path}.do`)
  if (kind === 'set') return checkSet(rest, known, path)
  const fields = ACTIONS[kind as keyof typeof ACTIONS]
  const args: Record<string, unknown> = checkFields(rest, { atMs: AT_MS, ...fields }, path)
  const { atMs, node, client, between } = args
  if (typeof node === 'string') checkKnown(node, scenario.nodes, `${path}.node`)
  if (typeof client === 'string') checkKnown(client, scenario.clients, `${path}.client`)
  if (between !== undefined) checkPair(scenario, between as [string, string], `${path}.between`)
  if (kind === 'promote' && !scenario.failover.monitor)
    throw new Problem(`${path} promotes ${node}, but the scenario has no monitor (failover.monitor is false).`)
  const { atMs: _, ...target } = args
  return { atMs, do: kind, ...target } as Intervention
}

function checkSet(rest: Record<string, unknown>, known: ReadonlyMap<string, Setting>, path: string): Intervention {
  const { value, ...others } = rest
  const anyPath = { type: 'text', max: 100, description: 'Which setting.' } as const
  const args = checkFields(others, { atMs: AT_MS, path: anyPath }, path)
  const setting = known.get(args.path)
  if (setting === undefined) {
    const like = nearest(args.path, [...known.keys()])
    const hint = like === null ? '.' : `; did you mean ${quote(like)}?`
    throw new Problem(`${path}.path is ${quote(args.path)}, which is no setting that can change during a run${hint}`)
  }
  if (value === undefined) throw new Problem(`${path}.value is missing.`)
  const checked = checkField(value, setting.field, `${path}.value`) as number | string
  return { atMs: args.atMs, do: 'set', path: args.path, value: checked }
}

function checkKnown(id: string, among: readonly { id: string }[], path: string): void {
  if (among.some((one) => one.id === id)) return
  throw new Problem(`${path} is ${quote(id)}, but known are ${among.map((one) => one.id).join(', ') || 'none'}.`)
}
