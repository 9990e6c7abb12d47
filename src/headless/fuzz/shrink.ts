/**
 * Makes a run in which something is wrong as small as it can be while the same is still wrong: less time, fewer
 * actions, clients and nodes, settings at their defaults, round numbers. What is left is what a person has to look at.
 */
import { parseRun, type Run } from '../../run/index.ts'
import type { Finding } from './finding.ts'

type Json = Record<string, unknown>
export interface Shrunk {
  run: Run
  found: Finding
}

/** `stillWrong` plays a smaller run and says what it finds; `isOver`: no more time. */
export function shrink(
  run: Run,
  found: Finding,
  stillWrong: (run: Run) => Finding | null,
  isOver: () => boolean,
): Shrunk {
  let best: Shrunk = { run, found }
  const changed = (change: (json: Json) => void) => {
    const json = structuredClone(best.run) as unknown as Json
    change(json)
    return parseRun(json)
  }
  const isNothing = (change: (json: Json) => void): boolean => {
    const parsed = changed(change)
    return 'run' in parsed && JSON.stringify(parsed.run) === JSON.stringify(best.run)
  }
  const attempt = (change: (json: Json) => void): boolean => {
    if (isOver() || isNothing(change)) return false
    const parsed = changed(change)
    if (!('run' in parsed)) return false
    const again = stillWrong(parsed.run)
    if (again?.name !== best.found.name) return false
    best = { run: parsed.run, found: again }
    return true
  }
  for (let before = ''; before !== JSON.stringify(best.run) && !isOver(); ) {
    before = JSON.stringify(best.run)
    attempt(({ scenario }) => {
      ;(scenario as Json)['untilMs'] = Math.max(0.001, (best.found.at + 1) / 1000)
    })
    fewer(() => best.run.interventions.length, 'interventions', attempt)
    for (const { id } of [...best.run.scenario.clients, ...best.run.scenario.nodes])
      attempt((json) => leaveOut(json, id))
    fewer(() => best.run.scenario.network.links.length, 'scenario.network.links', attempt)
    // An even number of them is none: all go, or none.
    attempt(({ scenario }) => {
      ;((scenario as Json)['failover'] as Json)['monitors'] = []
    })
    for (const [at, one] of best.run.interventions.entries())
      for (const atMs of [Math.round(one.atMs / 100) * 100, Math.round(one.atMs)])
        if (
          atMs !== one.atMs &&
          attempt(({ interventions }) => Object.assign((interventions as Json[])[at]!, { atMs }))
        )
          break
    for (const steps of leaves(best.run.scenario as unknown as Json)) simplify(steps, attempt, isNothing)
  }
  return best
}

type Attempt = (change: (json: Json) => void) => boolean

/** Leaves out of a list as many as it can: halves, then quarters, down to one at a time. */
function fewer(length: () => number, path: string, attempt: Attempt): void {
  for (let size = length(); size >= 1; size = Math.floor(size / 2))
    for (let at = length() - size; at > -size; at -= size)
      attempt((json) => {
        ;(inside(json, path.split('.')) as unknown[]).splice(Math.max(0, at), size)
      })
}

/** What a node or a client says of another one. */
const HOLDS = ['upstream', 'node']

/** Without a node or a client, and without whatever speaks of it. */
function leaveOut(json: Json, id: string): void {
  const scenario = json['scenario'] as Json
  for (const list of ['nodes', 'clients'])
    scenario[list] = (scenario[list] as Json[])
      .filter((one) => one['id'] !== id)
      .map((one) =>
        Object.fromEntries(Object.entries(one).filter(([name, value]) => !(HOLDS.includes(name) && value === id))),
      )
  const network = scenario['network'] as Json
  network['links'] = (network['links'] as Json[]).filter((link) => !(link['between'] as string[]).includes(id))
  const speaks = (one: Json) =>
    [one['node'], one['upstream'], one['client'], ...((one['between'] as string[]) ?? [])].includes(id) ||
    /[.~]([^.~]+)[.~]/.exec(String(one['path'] ?? ''))?.[1] === id ||
    String(one['path'] ?? '').includes(`~${id}.`)
  json['interventions'] = (json['interventions'] as Json[]).filter((one) => !speaks(one))
}

/** A setting at its default, or at least a round number. */
function simplify(steps: readonly string[], attempt: Attempt, isNothing: Attempt): void {
  const last = steps.at(-1)!
  const edited =
    (edit: (holder: Json) => void) =>
    ({ scenario }: Json) =>
      edit(inside(scenario as Json, steps.slice(0, -1)) as Json)
  const leftOut = edited((holder) => delete holder[last])
  // A default need not be round, and would be left and come back for ever.
  if (isNothing(leftOut) || attempt(leftOut)) return
  const round = edited((holder) => {
    const value = holder[last]
    if (typeof value !== 'number' || value === 0) return
    const digit = 10 ** Math.floor(Math.log10(Math.abs(value)))
    holder[last] = Math.round(Math.round(value / digit) * digit * 1000) / 1000
  })
  attempt(round)
}

/** The way to every value of a scenario that could have a default. */
function leaves(value: unknown, steps: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || steps.at(-1) === 'between') return [[...steps]]
  return Object.entries(value).flatMap(([name, one]) =>
    ['id', 'role', 'untilMs', 'title'].includes(name) ? [] : leaves(one, [...steps, name]),
  )
}

const inside = (json: unknown, steps: readonly string[]): unknown =>
  steps.reduce((at, step) => (at as Json)[step], json)
