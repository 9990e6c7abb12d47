/**
 * The same scenario begun with several masters, or with one again: what it says about nodes, clients and links that stay
 * is kept. Several masters have no failover, wait for nobody, and have a client at each of them.
 */
import { parseRun, type Run, SCENARIO, type Scenario, us, withIntervention } from '../../../run/index.ts'

export const TOPOLOGIES = ['none', 'all-to-all', 'ring', 'star'] as const
export const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9] as const
export type Topology = (typeof TOPOLOGIES)[number]

export const mastersOf = ({ multiMaster, nodes }: Scenario): { topology: Topology; masters: number } => ({
  topology: multiMaster.topology,
  masters: nodes.length,
})

/** `opened`: the scenario as it was opened, from which a failover comes back with the one master. */
export function withMasters(run: Run, topology: Topology, count: number, opened: Scenario | null): Run {
  const { scenario } = run
  const shaped = topology === 'none' ? withOne(scenario, opened) : withSeveral(scenario, topology, count)
  const parsed = parseRun({ ...run, scenario: shaped, interventions: [] })
  // A scenario that cannot be so stays as it is.
  if ('problem' in parsed) return run
  // What is done later to somebody who is not there any more is not done.
  let begun: Run = parsed.run
  for (const { atMs, ...action } of run.interventions) {
    const answer = withIntervention(begun, action, us(atMs))
    if ('run' in answer) begun = answer.run
  }
  return begun
}

function withSeveral(scenario: Scenario, topology: Topology, count: number): unknown {
  const used = [...scenario.nodes, ...scenario.clients].map(({ id }) => id)
  const nodes: { id: string }[] = scenario.nodes
    .slice(0, count)
    .map(({ upstream: _, ...node }) => ({ ...node, role: 'master' }))
  for (let n = 1; nodes.length < count; n += 1) if (!used.includes(`db${n}`)) nodes.push(newMaster(`db${n}`))
  const clients = clientsAt(
    scenario,
    nodes.map(({ id }) => id),
  )
  return {
    ...scenario,
    nodes,
    clients,
    network: { ...scenario.network, links: linksAmong(scenario, [...nodes, ...clients]) },
    replication: { ...scenario.replication, mode: 'async' },
    failover: { ...scenario.failover, monitor: false, monitors: [] },
    multiMaster: { ...scenario.multiMaster, topology },
    ...(canBeRegions(scenario, topology, nodes.length) ? {} : singleServers(clients)),
  }
}

/** Regions copy from all others, and strong ones are three. */
const canBeRegions = ({ regions }: Scenario, topology: Topology, count: number): boolean =>
  topology === 'all-to-all' && (regions.kind !== 'mrsc' || count === 3)

const singleServers = (clients: readonly object[]) => ({
  regions: { kind: 'none' },
  clients: clients.map((client) => ({ ...client, consistency: 'eventual' })),
})

/** Clients that a scenario may have. */
const MOST = SCENARIO.clients.max

const newMaster = (id: string) => ({ id, role: 'master' })

function withOne(scenario: Scenario, opened: Scenario | null): unknown {
  const nodes = scenario.nodes.map((node, place) => ({ ...node, role: place === 0 ? 'master' : 'slave' }))
  const clients = scenario.clients.map(({ node: _, ...client }) => client)
  const before = opened?.multiMaster.topology === 'none' ? opened : scenario
  return {
    ...scenario,
    nodes,
    network: { ...scenario.network, links: linksAmong(scenario, [...nodes, ...clients]) },
    replication: {
      ...before.replication,
      waitFor: Math.max(1, Math.min(before.replication.waitFor, nodes.length - 1)),
    },
    failover: before.failover,
    multiMaster: { ...scenario.multiMaster, topology: 'none' },
    ...singleServers(clients),
  }
}

const linksAmong = ({ network }: Scenario, cast: readonly { id: string }[]) =>
  network.links.filter(({ between }) => between.every((end) => cast.some(({ id }) => id === end)))

/** Whoever has a place among them keeps it, the others spread over all; then one more at each that nobody writes to. */
function clientsAt(scenario: Scenario, ids: readonly string[]): { id: string }[] {
  const clients = scenario.clients.map((client, i) => ({
    ...client,
    entriesPerWrite: 1,
    route: 'leader',
    node: client.node !== undefined && ids.includes(client.node) ? client.node : ids[i % ids.length]!,
  }))
  const like = clients[clients.length - 1]
  if (!like) return []
  const used = [...scenario.nodes, ...scenario.clients].map(({ id }) => id)
  const alone = ids.filter((id) => !clients.some(({ node }) => node === id))
  // There is room for one at each of nine, and not for a second one beside it.
  const second = (at: number) => clients.findIndex(({ node }) => node === clients[at]!.node) < at
  for (let at = clients.length - 1; at >= 0 && clients.length + alone.length > MOST; at -= 1)
    if (second(at)) clients.splice(at, 1)
  for (let n = 1; alone.length > 0; n += 1)
    if (!used.includes(`c${n}`)) clients.push({ ...like, id: `c${n}`, node: alone.shift()! })
  return clients
}
