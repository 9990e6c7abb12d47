import { upstreamOf } from './cast.ts'
import { hasManyMasters } from './kinds.ts'
import { checkMasters } from './masters.ts'
import { Problem, quote } from './problem.ts'
import { checkRegions } from './regions.ts'
import type { LinkSpec, NodeSpec, Scenario } from './scenario.ts'

/** Ids that mean something else wherever ids are used: in logs, on the timeline, as keys. */
export const RESERVED = ['monitor', 'run', 'clients', 'constructor']

/** What a table cannot say: fields that must agree with one another. Throws a Problem for the first that does not. */
export function checkAgreement(scenario: Scenario, path: string): void {
  const at = (place: string) => (path === '' ? place : `${path}.${place}`)
  checkIds(scenario, at)
  checkMasters(scenario, at)
  checkRegions(scenario, at)
  checkMaster(scenario, at)
  for (const [i, node] of scenario.nodes.entries()) checkUpstream(node, scenario.nodes, at(`nodes[${i}].upstream`))
  for (const [i, link] of scenario.network.links.entries()) checkLink(link, i, scenario, at)
  checkWaitFor(scenario, at('replication.waitFor'))
  checkMonitors(scenario, at)
}

/** Who watches, by name: those of the scenario, or the only one. */
export const monitorsOf = ({ failover: { monitors } }: Scenario): string[] =>
  monitors.length > 0 ? monitors.map(({ id }) => id) : ['monitor']

/** Two ends that a link can have: a node, and another node, a client or a monitor; or two monitors. */
export function checkPair(scenario: Scenario, pair: readonly [string, string], path: string): void {
  const nodes = scenario.nodes.map((node) => node.id)
  const monitors = monitorsOf(scenario)
  const others = [...scenario.clients.map((client) => client.id), ...monitors]
  for (const [i, end] of pair.entries())
    if (!nodes.includes(end) && !others.includes(end))
      throw new Problem(`${path}[${i}] is ${quote(end)}, but known are ${[...nodes, ...others].join(', ')}.`)
  if (!pair.some((end) => nodes.includes(end)) && !pair.every((end) => monitors.includes(end)))
    throw new Problem(`${path} joins ${pair[0]} and ${pair[1]}, but one end of a link must be a node.`)
}

/**
 * More slaves than there are would never acknowledge: nobody means to start like that. While a run goes on it may be
 * set all the same, as on a real master, which then times out or blocks. Async waits for nobody, and `all` for those
 * that there are, so there the number rests.
 */
function checkWaitFor({ nodes, replication: { mode, waitFor } }: Scenario, path: string): void {
  const slaves = nodes.length - 1
  if ((mode === 'semi-sync' || mode === 'quorum') && waitFor > slaves)
    throw new Problem(`${path} is ${waitFor}, but the scenario has ${slaves} ${slaves === 1 ? 'slave' : 'slaves'}.`)
}

/** An even number would be no safer than one fewer, and a quorum of more than there are is never reached. */
function checkMonitors({ failover: { monitor, monitors, quorum } }: Scenario, at: At): void {
  const count = monitors.length
  if (count === 0) return
  const place = at('failover.monitors')
  if (!monitor) throw new Problem(`${place} has ${count} elements, but failover.monitor is false.`)
  if (count % 2 === 0) throw new Problem(`${place} has ${count} elements, but must have 0, 1, 3 or 5.`)
  if (quorum > count)
    throw new Problem(
      `${at('failover.quorum')} is ${quorum}, but the scenario has ${count} ${count === 1 ? 'monitor' : 'monitors'}.`,
    )
}

type At = (place: string) => string

function checkIds({ nodes, clients, failover }: Scenario, at: At): void {
  const places = new Map<string, string>()
  const all = [
    ...nodes.map((node, i) => [node.id, at(`nodes[${i}].id`)] as const),
    ...clients.map((client, i) => [client.id, at(`clients[${i}].id`)] as const),
    ...failover.monitors.map((one, i) => [one.id, at(`failover.monitors[${i}].id`)] as const),
  ]
  for (const [id, place] of all) {
    if (RESERVED.includes(id)) throw new Problem(`${place} is ${quote(id)}, which is a reserved name.`)
    const earlier = places.get(id)
    if (earlier !== undefined) throw new Problem(`${place} is ${quote(id)}, which ${earlier} is already.`)
    places.set(id, place)
  }
}

function checkMaster(scenario: Scenario, at: At): void {
  if (hasManyMasters(scenario)) return
  const { nodes } = scenario
  const masters = nodes.filter((node) => node.role === 'master').map((node) => node.id)
  if (masters.length === 1) return
  const found = masters.length === 0 ? 'none' : masters.join(' and ')
  throw new Problem(`${at('nodes')} must have exactly one node with the role "master", but has ${found}.`)
}

function checkUpstream(node: NodeSpec, nodes: readonly NodeSpec[], path: string): void {
  const { id, role, upstream } = node
  if (upstream === undefined) return
  if (role === 'master')
    throw new Problem(`${path} is ${quote(upstream)}, but ${id} is the master and copies from nobody.`)
  if (!nodes.some((one) => one.id === upstream))
    throw new Problem(`${path} is ${quote(upstream)}, but known are ${nodes.map((one) => one.id).join(', ')}.`)
  if (upstream === id) throw new Problem(`${path} is ${quote(upstream)}, but a node cannot copy from itself.`)
  if (leadsTo(nodes, upstream, id)) throw new Problem(`${path} makes a ring: ${upstream} copies from ${id}.`)
}

/** Does whoever copies from `from`, and from whomever that copies from, end up at `to`? */
export function leadsTo(nodes: readonly NodeSpec[], from: string, to: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = from; at !== null && !seen.has(at); at = upstreamOf(nodes, at)) {
    if (at === to) return true
    seen.add(at)
  }
  return false
}

function checkLink(link: LinkSpec, i: number, scenario: Scenario, at: At): void {
  const place = at(`network.links[${i}].between`)
  checkPair(scenario, link.between, place)
  const twin = scenario.network.links.findIndex((other) => link.between.every((end) => other.between.includes(end)))
  if (twin < i)
    throw new Problem(
      `${place} repeats ${link.between.join(' and ')}, which ${at(`network.links[${twin}]`)} has already.`,
    )
}
