/**
 * A world to return to. Immutable values are shared, columns share their chunks, and only what is small and written
 * in place is copied. It knows nothing of the engine that it was taken from, so a fork may begin with it.
 */

import { Reached } from '../log/reached.ts'
import type { Client, Link, Node, Part, World } from '../world/index.ts'
import type { Kernel } from './kernel.ts'
import { makeNode } from './makeNode.ts'

export type WorldSnapshot = ReturnType<typeof snapshot>

export function snapshot(world: World) {
  return {
    time: world.time,
    work: world.work,
    settings: world.settings,
    queue: world.queue.snapshot(),
    chance: world.chance.snapshot(),
    facts: world.facts.snapshot(),
    entries: world.entries.snapshot(),
    writes: world.writes.snapshot(),
    reads: world.reads.snapshot(),
    told: world.told.snapshot(),
    epochs: world.epochs,
    nodes: world.nodes.map(nodeSnapshot),
    clients: world.clients.map(clientSnapshot),
    monitors: world.monitors.map((one) => ({ ...one, probes: one.probes.slice(), parts: numbers(one.parts) })),
    leads: world.monitor.number,
    parts: world.parts.map(partSnapshot),
    links: world.links.map(linkSnapshot),
    connections: [...world.connections.values()],
    nextConnection: world.nextConnection,
    messages: [...world.messages.values()],
    nextMessage: world.nextMessage,
    lost: world.lost,
    dataCenters: world.dataCenters,
    noticed: world.noticed,
    multi: world.multi?.snapshot() ?? null,
  }
}

export function restore(kernel: Kernel, from: WorldSnapshot): void {
  const { world } = kernel
  world.time = from.time
  world.work = from.work
  world.settings = from.settings
  world.queue.restore(from.queue)
  world.chance.restore(from.chance)
  world.facts.restore(from.facts)
  world.entries.restore(from.entries)
  world.writes.restore(from.writes)
  world.reads.restore(from.reads)
  world.told.restore(from.told)
  world.epochs = from.epochs
  world.parts.length = Math.min(world.parts.length, from.parts.length)
  for (const part of from.parts) restorePart(kernel, part)
  world.nodes.length = Math.min(world.nodes.length, from.nodes.length)
  from.nodes.forEach((node, at) => {
    if (world.nodes[at]?.id !== node.id) world.nodes[at] = makeNode(node.id, at, -1, 0)
    restoreNode(world, world.nodes[at]!, node)
  })
  from.clients.forEach((client, at) => {
    restoreClient(world, world.clients[at]!, client)
  })
  world.monitors = from.monitors.map((one) => ({ ...one, probes: one.probes.slice(), parts: parts(world, one.parts) }))
  world.monitor = world.monitors[from.leads]!
  // Which links there are depends on who was there.
  world.links = from.links.map((link, at) => {
    const known = world.links[at]
    return Object.assign(known?.id === link.id ? known : {}, link, { free: [...link.free], busy: [...link.busy] })
  })
  world.connections = new Map(from.connections.map((connection) => [connection.id, connection]))
  world.nextConnection = from.nextConnection
  world.messages = new Map(from.messages.map((message) => [message.id, message]))
  world.nextMessage = from.nextMessage
  world.lost = from.lost
  world.dataCenters = from.dataCenters
  world.noticed = from.noticed
  if (from.multi !== null) world.multi?.restore(from.multi)
  kernel.survey()
  kernel.readdress()
}

const numbers = (among: readonly Part[]): number[] => among.map(({ number }) => number)
const parts = (world: World, from: readonly number[]): Part[] => from.map((number) => world.parts[number]!)

/** The last snapshots of parts and links: most of them have not changed when the next one is taken. */
const keptParts = new WeakMap<Part, Part>()
const keptLinks = new WeakMap<Link, Link>()

function partSnapshot(part: Part): Part {
  const kept = keptParts.get(part)
  if (kept !== undefined && isSamePart(part, kept)) return kept
  const copy = { ...part, fired: part.fired.slice(), timers: part.timers.copy() }
  keptParts.set(part, copy)
  return copy
}

function isSamePart(part: Part, kept: Part): boolean {
  const { attached, config, context, since, last, connection, timers, fired } = part
  if (config !== kept.config || context !== kept.context || since !== kept.since || last !== kept.last) return false
  if (
    attached !== kept.attached ||
    part.place !== kept.place ||
    connection !== kept.connection ||
    part.because !== kept.because ||
    !timers.equals(kept.timers)
  )
    return false
  for (let at = 0; at < fired.length; at++) if (fired[at] !== kept.fired[at]) return false
  return true
}

function linkSnapshot(link: Link): Link {
  const kept = keptLinks.get(link)
  if (kept !== undefined && isSameLink(link, kept)) return kept
  const copy: Link = { ...link, free: [...link.free], busy: [...link.busy] }
  keptLinks.set(link, copy)
  return copy
}

function isSameLink(link: Link, kept: Link): boolean {
  const { state, since, fact, oneWayUs, jitterUs, free, busy } = link
  if (state !== kept.state || since !== kept.since || fact !== kept.fact) return false
  if (oneWayUs !== kept.oneWayUs || jitterUs !== kept.jitterUs) return false
  if (link.bytesPerSecond !== kept.bytesPerSecond || link.lossOf100k !== kept.lossOf100k) return false
  if (busy[0] !== kept.busy[0] || busy[1] !== kept.busy[1]) return false
  return free[0] === kept.free[0] && free[1] === kept.free[1]
}

function nodeSnapshot(node: Node) {
  return {
    ...node,
    log: node.log.snapshot(),
    applied: node.applied.snapshot(),
    data: node.data.snapshot(),
    acks: node.acks.map((reached) => reached.snapshot()),
    parts: numbers(node.parts),
  }
}

function restoreNode(world: World, node: Node, from: ReturnType<typeof nodeSnapshot>): void {
  const { log, applied, data } = node
  log.restore(from.log)
  applied.restore(from.applied)
  data.restore(from.data)
  const acks = from.acks.map((reached) => {
    const copy = new Reached()
    copy.restore(reached)
    return copy
  })
  Object.assign(node, from, { log, applied, data, acks, parts: parts(world, from.parts) })
}

function clientSnapshot(client: Client) {
  return {
    ...client,
    issued: client.issued.snapshot(),
    own: client.own.snapshot(),
    due: client.due.snapshot(),
    idle: client.idle.slice(),
    parts: numbers(client.parts),
  }
}

function restoreClient(world: World, client: Client, from: ReturnType<typeof clientSnapshot>): void {
  const { issued, own, due } = client
  issued.restore(from.issued)
  own.restore(from.own)
  due.restore(from.due)
  Object.assign(client, from, { issued, own, due, idle: from.idle.slice(), parts: parts(world, from.parts) })
}

function restorePart(kernel: Kernel, from: Part): void {
  const { owner, id, place, peer } = from
  const known = kernel.world.parts[from.number]
  const part =
    known?.address === from.address
      ? known
      : kernel.register({ owner, id, machine: from.machine, place, peer }, from.number)
  const { program } = part
  Object.assign(part, from, { program, fired: from.fired.slice(), timers: from.timers.copy() })
}
