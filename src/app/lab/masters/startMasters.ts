/**
 * The same scenario begun with several masters, or with one again: what it says about nodes, clients and links that stay
 * is kept. Several masters have no failover, wait for nobody, and have a client at each of them.
 */
import { parseRun, type Run, SCENARIO, type Scenario, us, withIntervention } from '../../../run/index.ts'

/** The last two are global tables: regions with three replicas each. */
export const TOPOLOGIES = ['none', 'all-to-all', 'ring', 'star', 'mrec', 'mrsc'] as const
export const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9] as const
export type Topology = (typeof TOPOLOGIES)[number]

export const mastersOf = ({ multiMaster, nodes, regions }: Scenario): { topology: Topology; masters: number } => ({
  topology: regions.kind === 'none' ? multiMaster.topology : regions.kind,
  masters: nodes.length,
})

/** How many there may be: regions with strong consistency are three. */
export const countsFor = (topology: Topology): readonly number[] => (topology === 'mrsc' ? [STRONG] : COUNTS)
const STRONG = 3

/** `opened`: the scenario as it was opened, from which a failover comes back with the one master. */
export function withMasters(run: Run, topology: Topology, count: number, opened: Scenario | null): Run {
  const { scenario } = run
  const plain = withoutRegions(scenario)
  const shaped =
    topology === 'none'
      ? withOne(plain, opened)
      : topology === 'mrec' || topology === 'mrsc'
        ? asRegions(withSeveral(plain, 'all-to-all', topology === 'mrsc' ? STRONG : count), topology)
        : withSeveral(plain, topology, count)
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

type Client = Scenario['clients'][number]

/** Single servers again: whoever stood alone in a place of its own name stands nowhere. */
function withoutRegions(scenario: Scenario): Scenario {
  if (scenario.regions.kind === 'none') return scenario
  const { witness: _, ...regions } = scenario.regions
  const isRegion = (place: string | undefined) => scenario.nodes.some(({ id }) => id === place)
  const unplaced = <T extends { dataCenter?: string | undefined }>(one: T): T => {
    const { dataCenter, ...rest } = one
    return (isRegion(dataCenter) ? rest : one) as T
  }
  return {
    ...scenario,
    regions: { ...regions, kind: 'none' },
    nodes: scenario.nodes.map(unplaced),
    clients: scenario.clients.map((client) => unplaced<Client>({ ...client, consistency: 'eventual' })),
  }
}

/** Each in a place of its own name, with its clients: cutting off that place isolates the region. */
function asRegions(scenario: Several, kind: 'mrec' | 'mrsc'): unknown {
  const { nodes, clients, multiMaster } = scenario
  return {
    ...scenario,
    nodes: nodes.map((node) => ({ ...node, dataCenter: node.id })),
    clients: clients.map((client) => ({ ...client, dataCenter: client.node, operation: doable(client.operation) })),
    multiMaster: { ...multiMaster, rule: 'wall-clock', tombstones: 'keep' },
    regions: { ...scenario.regions, kind },
  }
}

/** A global table generates no keys. */
const doable = (operation: Client['operation'] | undefined) => (operation === 'insert' ? 'put' : operation)

type Several = Omit<Scenario, 'nodes' | 'clients'> & {
  nodes: readonly { id: string }[]
  clients: readonly { id: string; node?: string | undefined; operation?: Client['operation'] }[]
}

function withSeveral(scenario: Scenario, topology: Scenario['multiMaster']['topology'], count: number): Several {
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
  }
}

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
    clients,
  }
}

const linksAmong = ({ network }: Scenario, cast: readonly { id: string }[]) =>
  network.links.filter(({ between }) => between.every((end) => cast.some(({ id }) => id === end)))

/** Whoever has a place among them keeps it, the others spread over all; then one more at each that nobody writes to. */
function clientsAt(scenario: Scenario, ids: readonly string[]): { id: string; node?: string | undefined }[] {
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
