import { checkPair, leadsTo, RESERVED } from './agree.ts'
import { type Cast, castAfter, firstCast, upstreamOf } from './cast.ts'
import { asList, asObject, checkChoice, checkField, checkFields } from './check.ts'
import type { Field } from './field.ts'
import { ACTIONS, type Intervention } from './intervention.ts'
import { LIMITS } from './limits.ts'
import { checkActionFor } from './masters.ts'
import { nearest } from './nearest.ts'
import { orProblem, Problem, quote } from './problem.ts'
import { checkRegionSetting } from './regions.ts'
import type { Run } from './run.ts'
import type { Scenario } from './scenario.ts'
import { SCENARIO } from './schema.ts'
import { linkSetting, type Setting, settings } from './settings.ts'

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
  const given = asList(value, path, LIMITS.interventions).map((one, i) => ({ one, at: timeOf(one), i }))
  let cast = firstCast(scenario)
  return given
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map(({ one, i }) => {
      const checked = checkOne(one, cast, `${path}[${i}]`)
      cast = castAfter(cast, checked)
      return checked
    })
}

/** Those of a list that can be done to a scenario, in order of time, and those that cannot: it has one master, say. */
export function doable(
  list: readonly Intervention[],
  scenario: Scenario,
): { done: Intervention[]; left: Intervention[] } {
  const done: Intervention[] = []
  const left: Intervention[] = []
  let cast = firstCast(scenario)
  for (const one of [...list].sort((a, b) => a.atMs - b.atMs)) {
    const checked = orProblem(() => ({ one: checkOne(one, cast, 'action') }))
    if ('problem' in checked) left.push(one)
    else {
      done.push(checked.one)
      cast = castAfter(cast, checked.one)
    }
  }
  return { done, left }
}

/** Holds one intervention against the run in which it is to come last of its instant; `path` is what sentences call it. */
export function checkIntervention(value: unknown, run: Run, path: string): Intervention {
  return checkOne(value, castAt(run, timeOf(value)), path)
}

/** The scenario as it stands right after `atMs`, as far as a script can know: with the nodes that have come and gone. */
export const scenarioAt = (run: Run, atMs: number): Scenario => castAt(run, atMs).scenario

const castAt = ({ scenario, interventions }: Run, at: number): Cast =>
  interventions.filter(({ atMs }) => atMs <= at).reduce(castAfter, firstCast(scenario))

/** Nonsense stands first: it is complained about when its turn comes. */
function timeOf(one: unknown): number {
  const at = (one as { atMs?: unknown } | null | undefined)?.atMs
  return typeof at === 'number' && Number.isFinite(at) ? at : -1
}

const settablesOf = new WeakMap<Scenario, ReadonlyMap<string, Setting>>()
function settable(scenario: Scenario): ReadonlyMap<string, Setting> {
  const known = settablesOf.get(scenario) ?? new Map(settings(scenario).map((setting) => [setting.path, setting]))
  settablesOf.set(scenario, known)
  return known
}

function checkOne(value: unknown, cast: Cast, path: string): Intervention {
  const { scenario } = cast
  const { do: named, ...rest } = asObject(value, path)
  if (named === undefined) throw new Problem(`${path}.do is missing: it must be one of ${KINDS.join(', ')}.`)
  const kind = checkChoice(named, KINDS, `${path}.do`)
  if (kind === 'set') return checkSet(rest, scenario, path)
  const fields = ACTIONS[kind as keyof typeof ACTIONS]
  const args: Record<string, unknown> = checkFields(rest, { atMs: AT_MS, ...fields }, path)
  const { node, client, between, upstream, from } = args
  const { atMs: _, ...target } = args
  const checked = { atMs: args['atMs'], do: kind, ...target } as Intervention
  checkActionFor(scenario, checked, path)
  if (typeof upstream === 'string') checkKnown(upstream, scenario.nodes, `${path}.upstream`)
  if (typeof from === 'string') checkDonor(from, node as string, scenario, path)
  if (kind === 'add-slave') checkNew(node as string, cast, path)
  else if (typeof node === 'string') checkKnown(node, scenario.nodes, `${path}.node`)
  if (typeof client === 'string') checkKnown(client, scenario.clients, `${path}.client`)
  if (between !== undefined) checkPair(scenario, between as [string, string], `${path}.between`)
  if (kind === 'promote' && !scenario.failover.monitor)
    throw new Problem(`${path} promotes ${node}, but the scenario has no monitor (failover.monitor is false).`)
  if (kind === 'switchover') checkSwitchover(node as string, cast, path)
  if (typeof args['dataCenter'] === 'string') checkDataCenter(args['dataCenter'], scenario, `${path}.dataCenter`)
  if (kind === 'remove-slave' || kind === 'repoint') checkMove(node as string, upstream as string, cast, path)
  return checked
}

/** Whether the donor is up, and the node no master, is for the engine to know. */
function checkDonor(from: string, id: string, { nodes }: Scenario, path: string): void {
  checkKnown(from, nodes, `${path}.from`)
  if (from === id) throw new Problem(`${path} copies the data of ${id} to itself.`)
}

function checkNew(id: string, { scenario, names }: Cast, path: string): void {
  const { max } = SCENARIO.nodes
  const taken = RESERVED.includes(id) || scenario.clients.some((client) => client.id === id)
  if (taken) throw new Problem(`${path}.node is ${quote(id)}, which is the name of something else.`)
  if (names.has(id)) throw new Problem(`${path}.node is ${quote(id)}, but a name is used only once in a run.`)
  if (scenario.nodes.length >= max)
    throw new Problem(`${path} adds ${id}, but there are ${max} nodes already, and more cannot be there at a time.`)
}

function checkSwitchover(id: string, { scenario, rolesKnown }: Cast, path: string): void {
  if (!scenario.failover.monitor)
    throw new Problem(`${path} makes ${id} the master, but the scenario has no monitor (failover.monitor is false).`)
  if (rolesKnown && upstreamOf(scenario.nodes, id) === null)
    throw new Problem(`${path} makes ${id} the master, which it is already.`)
}

function checkDataCenter(id: string, { nodes, clients, failover }: Scenario, path: string): void {
  const known = [...new Set([...nodes, ...clients, ...failover.monitors].flatMap(({ dataCenter }) => dataCenter ?? []))]
  if (known.includes(id)) return
  const have = known.length === 0 ? 'the scenario has no data centres' : `known are ${known.join(', ')}`
  throw new Problem(`${path} is ${quote(id)}, but ${have}.`)
}

/** `upstream`: undefined when the node is removed. Once a failover was possible, who is master is for the engine to know. */
function checkMove(id: string, upstream: string | undefined, { scenario, rolesKnown }: Cast, path: string): void {
  if (upstream === id) throw new Problem(`${path} points ${id} to itself.`)
  if (!rolesKnown) return
  const does = upstream === undefined ? 'removes' : 'repoints'
  if (upstreamOf(scenario.nodes, id) === null)
    throw new Problem(`${path} ${does} ${id}, which is the master: that can be done to slaves only.`)
  if (upstream !== undefined && leadsTo(scenario.nodes, upstream, id))
    throw new Problem(`${path} makes a ring: ${upstream} copies from ${id}.`)
}

function checkSet(rest: Record<string, unknown>, scenario: Scenario, path: string): Intervention {
  const { value, ...others } = rest
  const anyPath = { type: 'text', max: 100, description: 'Which setting.' } as const
  const args = checkFields(others, { atMs: AT_MS, path: anyPath }, path)
  const known = settable(scenario)
  const setting = known.get(args.path) ?? linkSetting(scenario, args.path, `${path}.path`)
  if (setting === null) {
    const like = nearest(args.path, [...known.keys()])
    const hint = like === null ? '.' : `; did you mean ${quote(like)}?`
    throw new Problem(`${path}.path is ${quote(args.path)}, which is no setting that can change during a run${hint}`)
  }
  if (value === undefined) throw new Problem(`${path}.value is missing.`)
  const checked = checkField(value, setting.field, `${path}.value`) as number | string
  checkRegionSetting(scenario, setting.path, checked, path)
  return { atMs: args.atMs, do: 'set', path: setting.path, value: checked }
}

function checkKnown(id: string, among: readonly { id: string }[], path: string): void {
  if (among.some((one) => one.id === id)) return
  throw new Problem(`${path} is ${quote(id)}, but known are ${among.map((one) => one.id).join(', ') || 'none'}.`)
}
