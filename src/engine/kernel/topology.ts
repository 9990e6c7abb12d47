/**
 * Nodes come, go, and change whom they copy from, because somebody at a keyboard says so. It is done at once, without
 * a message: simplified from an operator's session on the node itself. A node that has left keeps its number and its
 * log, because epochs and positions name it, but no part of it is there any more.
 */
import { newSlave, type Scenario } from '../../run/index.ts'
import { Reached } from '../log/reached.ts'
import { newestEpoch } from '../measures/history.ts'
import { belongs, members } from '../measures/members.ts'
import { placeOf, settingsOf } from '../settings/index.ts'
import type { Node, World } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import { reviewGates } from './acts/gate.ts'
import { attachReceiver, copyFrom } from './acts/role.ts'
import { sever } from './connections.ts'
import { beginCopy, loseCopies, mayCopy } from './copying.ts'
import { severCutPlaces } from './dataCenters.ts'
import type { Kernel } from './kernel.ts'
import { attachParts, attachProbes, BEGIN, makeNode } from './makeNode.ts'
import { managerOf } from './monitors.ts'
import { UNHEARD } from './monitorView.ts'
import { dropAll, makeLink } from './network.ts'

/**
 * A new node with an empty log: it copies everything from its upstream, and follows the epoch that it finds there. With a
 * donor it begins with that one's data, and asks its upstream for what came after.
 */
export function join(kernel: Kernel, id: string, from: string, donor?: Node): void {
  const { world, now } = kernel
  const upstream = kernel.node(from)
  if (upstream === undefined || world.nodes.some((node) => node.id === id)) return
  const { scenario } = world.settings
  const spec = newSlave(id, from)
  // It stands where its upstream stands.
  const place = placeOf(scenario, from)
  settle(world, {
    ...scenario,
    nodes: [...scenario.nodes, place === undefined ? spec : { ...spec, dataCenter: place }],
  })
  const node = makeNode(id, world.nodes.length, upstream.number, world.nodes.length + 1)
  node.joinedAt = now
  node.epoch = upstream.epoch
  node.epochSince = now
  for (const other of members(world)) world.links.push(makeLink(world, id, other.id, 'replication'))
  for (const client of world.clients) world.links.push(makeLink(world, client.id, id, 'client'))
  for (const monitor of world.monitors) world.links.push(makeLink(world, monitor.id, id, 'probe'))
  for (const other of world.nodes) other.acks.push(new Reached())
  world.nodes.push(node)
  for (const monitor of world.monitors) {
    monitor.probes = [...monitor.probes, UNHEARD]
    monitor.reports = [...monitor.reports, null]
  }
  severCutPlaces(world, id)
  kernel.survey()
  kernel.fact(id, 'slave-added', donor === undefined ? { peer: from } : { peer: from, reason: 'snapshot' })
  attachParts(kernel, node)
  attachProbes(kernel, node)
  const receiver = attachReceiver(kernel, node)
  if (donor !== undefined && mayCopy(kernel, node, donor)) beginCopy(kernel, node, donor)
  else {
    kernel.deliver(kernel.part(`${id}/applier`)!, BEGIN, kernel.cause)
    // With data that were not to be had, somebody has to decide again.
    if (donor === undefined) kernel.deliver(receiver, BEGIN, kernel.cause)
  }
  reviewGates(kernel)
}

/** Out of service for good. Its slaves copy from its upstream from now on; the monitor and the gates forget it. */
export function leave(kernel: Kernel, node: Node): void {
  const { world } = kernel
  if (isLeading(kernel, node)) return
  const heir = node.upstream < 0 ? newestEpoch(world).master : node.upstream
  const place = placeOf(world.settings.scenario, node.id)
  kernel.fact(node.id, 'slave-removed', {
    peer: world.nodes[heir]!.id,
    ...(place === undefined ? {} : { reason: place }),
  })
  const { cause } = kernel
  node.leftAt = kernel.now
  loseCopies(kernel, node)
  dropAll(kernel, node.id)
  sever(kernel, node.id)
  for (const part of node.parts.slice()) kernel.detach(part, node.parts)
  for (const monitor of world.monitors) {
    monitor.reports = monitor.reports.map((report, at) => (at === node.number ? null : report))
    const probe = kernel.part(`${monitor.id}/probe:${node.id}`)
    if (probe !== undefined) kernel.detach(probe, monitor.parts)
  }
  for (const other of members(world)) {
    const sender = kernel.part(`${other.id}/sender:${node.id}`)
    if (sender !== undefined) kernel.detach(sender, other.parts)
  }
  const { scenario } = world.settings
  settle(world, { ...scenario, nodes: scenario.nodes.filter(({ id }) => id !== node.id) })
  for (const other of members(world)) {
    if (other.upstream !== node.number) continue
    kernel.cause = cause
    copyFrom(kernel, other, heir)
  }
  kernel.cause = cause
  replace(world, node)
  world.links = world.links.filter(({ a, b }) => a !== node.id && b !== node.id)
  kernel.survey()
  for (const monitor of world.monitors) kernel.tell(managerOf(kernel, monitor), { type: 'LEFT', node: node.number })
  reviewGates(kernel)
}

/** This slave copies from somebody else from now on, unless that would make a ring, or it is on its way to be master. */
export function repoint(kernel: Kernel, node: Node, upstream: Node): void {
  const { world } = kernel
  if (node.upstream < 0 || node.upstream === upstream.number || !isIn(node.parts[1]!, 'slave')) return
  for (let above = upstream; ; above = world.nodes[above.upstream]!) {
    if (above === node) return
    if (above.upstream < 0) break
  }
  kernel.fact(node.id, 'repoint-asked', { peer: upstream.id })
  place(world, node, upstream)
  copyFrom(kernel, node, upstream.number)
  reviewGates(kernel)
}

/** Whoever was put under this node, and has the new upstream below itself, takes the place that it leaves. */
function place(world: World, node: Node, upstream: Node): void {
  let top = upstream
  while (top.placedUnder >= 0 && top.placedUnder !== node.number) top = world.nodes[top.placedUnder]!
  if (top.placedUnder === node.number) top.placedUnder = node.placedUnder
  node.placedUnder = upstream.number
}

/** Is it the master to anybody: to the newest epoch, to the monitor, to a client? */
export function isLeading({ world }: Kernel, { number }: Node): boolean {
  if (newestEpoch(world).master === number || world.monitors.some(({ watches }) => watches === number)) return true
  return world.clients.some(({ target }) => target === number)
}

/** Whoever was placed under a node that has left takes its place: the one that the master is under, or else its upper. */
function replace(world: World, gone: Node): void {
  const under = members(world).filter(({ placedUnder }) => placedUnder === gone.number)
  let root = gone.placedUnder
  if (root < 0) {
    let top = world.nodes[newestEpoch(world).master]!
    while (top.placedUnder >= 0 && belongs(world.nodes[top.placedUnder]!)) top = world.nodes[top.placedUnder]!
    top.placedUnder = -1
    root = top.number
  }
  for (const node of under) if (node.number !== root) node.placedUnder = root
}

/** The scenario as it stands from now on. */
function settle(world: World, scenario: Scenario): void {
  world.settings = settingsOf(scenario, world.settings)
}
