/**
 * Who is there at an instant of a script. Nodes come and go by interventions, and these must not name one that is not
 * there. What a failover does is known only to the engine: from the first intervention on that could bring one about,
 * nobody here claims to know who is master and who copies from whom.
 */
import { checkFields } from './check.ts'
import type { Intervention } from './intervention.ts'
import type { NodeSpec, Scenario } from './scenario.ts'
import { NODE } from './tables/index.ts'

export interface Cast {
  /** The scenario with the nodes of now. */
  readonly scenario: Scenario
  /** Names of all nodes there ever were. */
  readonly names: ReadonlySet<string>
  /** Are roles as the scenario and the interventions have arranged them? */
  readonly rolesKnown: boolean
}

export const firstCast = (scenario: Scenario): Cast => ({
  scenario,
  names: new Set(scenario.nodes.map(({ id }) => id)),
  rolesKnown: true,
})

/** The cast after an intervention that was checked. */
export function castAfter(cast: Cast, one: Intervention): Cast {
  const { scenario } = cast
  const { nodes } = scenario
  switch (one.do) {
    case 'add-slave': {
      const added = newSlave(one.node, one.upstream)
      return { ...cast, scenario: { ...scenario, nodes: [...nodes, added] }, names: new Set([...cast.names, one.node]) }
    }
    case 'remove-slave': {
      const heir = upstreamOf(nodes, one.node)
      const left = nodes.filter(({ id }) => id !== one.node)
      return { ...cast, scenario: { ...scenario, nodes: left.map((node) => moved(node, one.node, heir)) } }
    }
    case 'remove-master':
      return { ...cast, scenario: { ...scenario, nodes: nodes.filter(({ id }) => id !== one.node) } }
    case 'repoint': {
      const { node: id, upstream } = one
      return { ...cast, scenario: { ...scenario, nodes: nodes.map((n) => (n.id === id ? { ...n, upstream } : n)) } }
    }
    case 'kill':
    case 'cut':
    case 'stall':
    case 'promote':
    case 'switchover':
    case 'cut-data-center':
      return { ...cast, rolesKnown: cast.rolesKnown && !scenario.failover.monitor }
    default:
      return cast
  }
}

/** A slave of which nothing is said but whom it copies from; absent: the master. */
export const newSlave = (id: string, upstream?: string): NodeSpec =>
  checkFields(upstream === undefined ? { id } : { id, upstream }, NODE, '') as NodeSpec

/** Whom a node copies from, as it is arranged; null for the master. */
export function upstreamOf(nodes: readonly NodeSpec[], id: string): string | null {
  const node = nodes.find((one) => one.id === id)
  if (node === undefined || node.role === 'master') return null
  return node.upstream ?? nodes.find(({ role }) => role === 'master')?.id ?? null
}

function moved(node: NodeSpec, gone: string, heir: string | null): NodeSpec {
  if (node.upstream !== gone) return node
  const { upstream: _, ...rest } = node
  return heir === null ? rest : { ...rest, upstream: heir }
}
