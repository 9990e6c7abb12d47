/**
 * How many monitors a run begins with, and where each stands. They are of the scenario: whoever votes was there from
 * the start. What the scenario says about the only one it says about each of several, and the other way round about
 * the first of them.
 */
import { type Intervention, monitorsOf, type Run, type Scenario, us, withIntervention } from '../../../run/index.ts'

export const COUNTS = [0, 1, 3, 5] as const
export type Count = (typeof COUNTS)[number]

type Monitors = Scenario['failover']['monitors']

export const countOf = ({ failover: { monitor, monitors } }: Scenario): number =>
  monitor ? Math.max(1, monitors.length) : 0

export function withMonitors(run: Run, count: Count): Run {
  const { scenario } = run
  const { failover } = scenario
  const before = failover.monitors
  const monitors = count > 1 ? grown(scenario, count) : []
  const majority = (of: number) => Math.floor(of / 2) + 1
  // Whoever asked for the majority goes on doing so.
  const asked = before.length === 0 || failover.quorum === majority(before.length)
  const quorum = count <= 1 ? failover.quorum : asked ? majority(count) : Math.min(failover.quorum, count)
  const changed: Scenario = { ...scenario, failover: { ...failover, monitor: count > 0, monitors, quorum } }
  const now = count === 0 ? [] : monitorsOf(changed)
  const names = new Map(monitorsOf(scenario).map((old, i) => [old, heirsOf(old, i, now)]))
  return renamed(run, changed, names)
}

/** The run in which that monitor stands in another data centre; '' = in none. */
export function withPlace(run: Run, monitor: string, dataCenter: string): Run {
  const { scenario } = run
  const monitors: Monitors = scenario.failover.monitors.map((one) => {
    const { dataCenter: _, ...rest } = one
    return one.id !== monitor ? one : dataCenter === '' ? rest : { ...rest, dataCenter }
  })
  return { ...run, scenario: { ...scenario, failover: { ...scenario.failover, monitors } } }
}

/** Who has to live with what was said about `old`. */
function heirsOf(old: string, place: number, now: readonly string[]): readonly string[] {
  if (now.includes(old)) return [old]
  return old === 'monitor' ? now : place === 0 ? now.slice(0, 1) : []
}

/** Those that are there stay; new ones stand where the fewest do. */
function grown({ nodes, clients, failover }: Scenario, count: number): Monitors {
  const used = new Set([...nodes, ...clients, ...failover.monitors].map(({ id }) => id))
  const places = [...new Set(nodes.flatMap(({ dataCenter }) => dataCenter ?? []))]
  const monitors = failover.monitors.slice(0, count)
  for (let n = 1; monitors.length < count; n += 1) {
    const id = `m${n}`
    if (used.has(id)) continue
    const watchers = (place: string) => monitors.filter(({ dataCenter }) => dataCenter === place).length
    const emptiest = [...places].sort((a, b) => watchers(a) - watchers(b))[0]
    monitors.push(emptiest === undefined ? { id } : { id, dataCenter: emptiest })
  }
  return monitors
}

type Names = ReadonlyMap<string, readonly string[]>
type Pair = readonly [string, string]

/** Everybody who stands for these two ends, each pair once. */
function pairsFor([one, other]: Pair, names: Names): Pair[] {
  const [ones, others] = [names.get(one) ?? [one], names.get(other) ?? [other]]
  return ones.flatMap((a) => others.map((b): Pair => [a, b]))
}

function renamed(run: Run, scenario: Scenario, names: Names): Run {
  const links = scenario.network.links.flatMap((link) =>
    pairsFor(link.between, names).map((between) => ({ ...link, between: [...between] as [string, string] })),
  )
  let changed: Run = { ...run, scenario: { ...scenario, network: { ...scenario.network, links } }, interventions: [] }
  for (const one of run.interventions.flatMap((intervention) => forHeirs(intervention, names))) {
    const { atMs, ...action } = one
    // What is done to somebody who is not there any more is not done.
    const answer = withIntervention(changed, action, us(atMs))
    if ('run' in answer) changed = answer.run
  }
  return changed
}

function forHeirs(one: Intervention, names: Names): Intervention[] {
  if ('between' in one)
    return pairsFor(one.between, names).map((between) => ({ ...one, between: [...between] as [string, string] }))
  const [, a, b, name] = (one.do === 'set' && /^network\.links\.([^.~]+)~([^.~]+)\.(.+)$/.exec(one.path)) || []
  if (one.do !== 'set' || a === undefined || b === undefined) return [one]
  return pairsFor([a, b], names).map((pair) => ({ ...one, path: `network.links.${pair.join('~')}.${name}` }))
}
