/**
 * Two ways of replicating the same data, side by side: one master with slaves and a failover, or several masters that
 * copy from each other. What belongs to the strategy is who takes writes, who copies from whom, who watches, and where a
 * client goes; places, distances, costs, clocks, faults and requests are the world that both have to live in.
 */
import type { Intervention } from './intervention.ts'
import { hasManyMasters } from './kinds.ts'
import { checkRun } from './parse.ts'
import { type Or, orProblem, Problem } from './problem.ts'
import { type Opened, openRequests } from './requests.ts'
import type { Run } from './run.ts'
import type { ClientSpec, NodeSpec, Scenario } from './scenario.ts'
import { doable } from './script.ts'

export type Strategy = 'one-master' | 'several-masters'

export const strategyOf = (scenario: Scenario): Strategy =>
  hasManyMasters(scenario) ? 'several-masters' : 'one-master'

/** The same run by another strategy. `left`: what was done to it and cannot be done to this one (a promotion, say). */
export interface Twin {
  run: Run
  left: Intervention[]
}

/**
 * Same nodes and places, same clients, same faults; by its own strategy the run as it is. To several masters: all to all,
 * clients at the node of their data centre, conflicts by the rule that the scenario names. To one: the first node leads, the
 * others copy from it, a monitor watches, and readers read where they stand. One sentence where there is no such twin.
 */
export function asStrategy(run: Run, strategy: Strategy): Or<Twin> {
  if (strategyOf(run.scenario) === strategy) return { run, left: [] }
  return orProblem(() => {
    const { nodes } = run.scenario
    if (nodes.length < 2) throw new Problem('This run has one node, and several masters need 2 at least.')
    const given = strategy === 'one-master' ? oneMaster(run.scenario) : severalMasters(run.scenario)
    const { scenario } = checkRun({ model: run.model, seed: run.seed, scenario: given })
    return mirrored(run, { ...run, scenario })
  })
}

/** `to` with what is done to `from`, as far as it can be done there; what only `to` knows stays. */
export function mirrored(from: Run, to: Run): Twin {
  const foreign = doable(to.interventions, from.scenario).left
  const { done, left } = doable([...from.interventions, ...foreign], to.scenario)
  return { run: { ...to, interventions: done }, left }
}

/** The two runs of a comparison, and what was changed about the clients for it. `here` is by the run's own strategy. */
export interface Pair {
  here: Run
  there: Run
  opened: Opened[]
  left: Intervention[]
}

/** The run beside its twin, under the same requests. One sentence where there is no such pair. */
export function pairOf(run: Run): Or<Pair> {
  const { scenario, opened } = openRequests(run.scenario)
  // What somebody sets that the open clients no longer have is left out on both sides.
  const open = doable(run.interventions, scenario)
  const here = opened.length === 0 ? run : { ...run, scenario, interventions: open.done }
  const twin = asStrategy(here, strategyOf(scenario) === 'one-master' ? 'several-masters' : 'one-master')
  return 'problem' in twin ? twin : { here, there: twin.run, opened, left: twin.left }
}

function severalMasters(scenario: Scenario): object {
  const { nodes, clients, network, replication, failover, multiMaster } = scenario
  const { monitors: _, ...rest } = failover
  return {
    ...scenario,
    nodes: nodes.map(({ upstream: _, ...node }): NodeSpec => ({ ...node, role: 'master' })),
    clients: clients.map((client) => settled(client, nodes)),
    network: { ...network, links: linksOf(scenario) },
    replication: { ...replication, mode: 'async' },
    failover: { ...rest, monitor: false },
    multiMaster: { ...multiMaster, topology: 'all-to-all' },
  }
}

function oneMaster(scenario: Scenario): object {
  const { nodes, clients, failover, multiMaster, regions } = scenario
  const { witness: _, ...ofRegions } = regions
  return {
    ...scenario,
    nodes: nodes.map((node, at): NodeSpec => ({ ...node, role: at === 0 ? 'master' : 'slave' })),
    clients: clients.map(({ node: _, ...client }) => ({ ...client, route: 'nearest', consistency: 'eventual' })),
    failover: { ...failover, monitor: true },
    multiMaster: { ...multiMaster, topology: 'none' },
    regions: { ...ofRegions, kind: 'none' },
  }
}

/** It writes and reads where it stands; who stands nowhere is spread. */
function settled(client: ClientSpec, nodes: readonly NodeSpec[]): ClientSpec {
  const { dataCenter } = client
  const near = dataCenter === undefined ? undefined : nodes.find((node) => node.dataCenter === dataCenter)
  return { ...client, route: 'leader', ...(near && { node: near.id }) }
}

/** Monitors with names of their own are gone, and the links to them. */
function linksOf({ network, failover }: Scenario): Scenario['network']['links'] {
  const gone = failover.monitors.map(({ id }) => id)
  return network.links.filter(({ between }) => !between.some((end) => gone.includes(end)))
}
