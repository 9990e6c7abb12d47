/**
 * The topologies that a run can begin with: a master with 2 to 5 slaves, or one slave that passes on to two more.
 * What the scenario says about nodes that stay is kept; what it says about others goes with them.
 */
import { monitorsOf, newSlave, type Run, type Scenario, us, withIntervention } from '../../../run/index.ts'

export const SHAPES = ['2', '3', '4', '5', 'tiers'] as const
export type Shape = (typeof SHAPES)[number]

/** In two tiers: of the slaves in order, which copy from the first slave instead of from the master. */
const TIERED = { slaves: 4, below: [1, 2] }

type Nodes = Scenario['nodes']

/** Which of them a scenario begins with; null = another one. */
export function shapeOf({ nodes }: Scenario): Shape | null {
  const slaves = nodes.filter(({ role }) => role === 'slave')
  const [first] = slaves
  const below = slaves.flatMap(({ upstream }, i) => (upstream !== undefined && upstream === first?.id ? [i] : []))
  if (slaves.every(({ upstream }) => upstream === undefined))
    return SHAPES.find((shape) => shape === String(slaves.length)) ?? null
  return slaves.length === TIERED.slaves && below.join() === TIERED.below.join() ? 'tiers' : null
}

export function withShape(run: Run, shape: Shape): Run {
  const { scenario } = run
  const wanted = shape === 'tiers' ? TIERED.slaves : Number(shape)
  const masters = scenario.nodes.filter(({ role }) => role === 'master')
  const slaves = scenario.nodes.filter(({ role }) => role === 'slave').slice(0, wanted)
  const used = new Set([...scenario.nodes, ...scenario.clients, ...scenario.failover.monitors].map(({ id }) => id))
  for (let n = 1; slaves.length < wanted; n += 1) if (!used.has(`db${n}`)) slaves.push(newSlave(`db${n}`))
  const [first] = slaves
  const nodes: Nodes = [
    ...masters,
    ...slaves.map(({ upstream: _, ...node }, i) =>
      shape === 'tiers' && first && TIERED.below.includes(i) ? { ...node, upstream: first.id } : node,
    ),
  ]
  const there = new Set([...nodes, ...scenario.clients].map(({ id }) => id))
  for (const id of monitorsOf(scenario)) there.add(id)
  const shaped: Scenario = {
    ...scenario,
    nodes,
    network: {
      ...scenario.network,
      links: scenario.network.links.filter(({ between }) => between.every((end) => there.has(end))),
    },
    replication: {
      ...scenario.replication,
      waitFor: Math.min(scenario.replication.waitFor, slaves.length),
    },
  }
  // What is done later to somebody who is not there any more is not done.
  let shapedRun: Run = { ...run, scenario: shaped, interventions: [] }
  for (const { atMs, ...action } of run.interventions) {
    const answer = withIntervention(shapedRun, action, us(atMs))
    if ('run' in answer) shapedRun = answer.run
  }
  return shapedRun
}
