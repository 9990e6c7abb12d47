/**
 * Who copies from whom: every master has a channel for each of the others that the topology gives it, with an I/O thread
 * and a SQL thread of its own. A star's spokes pass on nothing but what they wrote; in a ring, and at the hub, a master
 * logs anew what it has applied, so that it travels on.
 */
import { upstreamsOf } from '../../run/index.ts'
import type { Told } from '../kernel/event.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { BEGIN } from '../kernel/makeNode.ts'
import { belongs, members } from '../measures/members.ts'
import { isUp } from '../measures/parts.ts'
import { covers } from '../resolvers/index.ts'
import type { Node, Part, World } from '../world/index.ts'
import { dotOf, mastersOf } from './naming.ts'
import { type Channel, makeChannel, type Site } from './site.ts'

/** Node numbers of whom it copies from, as the topology stands among those who are left. */
function upstreamNumbers(world: World, node: Node): number[] {
  const left = members(world)
  const { topology } = world.settings.multiMaster!
  const places = upstreamsOf(topology, left.length)[left.indexOf(node)] ?? []
  return places.map((place) => left[place]!.number)
}

/** Does it log what it has applied of others? */
export function passesOn(world: World, node: Node): boolean {
  const { topology } = world.settings.multiMaster!
  return topology === 'ring' || (topology === 'star' && members(world)[0] === node)
}

export const siteOf = (world: World, { number }: Node): Site => mastersOf(world).sites[number]!

export const threadsOf = (node: Node, machine: 'receiver' | 'channelApplier'): Part[] =>
  node.parts.filter((part) => part.machine === machine && part.attached)

export const threadOf = (node: Node, machine: 'receiver' | 'channelApplier', peer: number): Part | undefined =>
  threadsOf(node, machine).find((part) => part.peer === peer)

/** Gives a node the channels that the topology asks for, and takes away those that it no longer does. */
export function tendChannels(kernel: Kernel, node: Node): void {
  const { world } = kernel
  const site = siteOf(world, node)
  const wanted = upstreamNumbers(world, node)
  for (const { peer } of site.channels) if (!wanted.includes(peer)) stopReceiving(kernel, node, peer)
  const kept = site.channels.filter(({ peer }) => wanted.includes(peer))
  const young = wanted.map(
    (peer) =>
      kept.find((channel) => channel.peer === peer) ?? makeChannel(peer, startOf(world, site, world.nodes[peer]!)),
  )
  // What came in from somebody who has gone is still applied.
  site.channels = [...young, ...site.channels.filter((channel) => !kept.includes(channel))]
  for (const channel of site.channels) if (!wanted.includes(channel.peer)) endWhenDrained(kernel, node, channel)
  const s = world.settings.nodes[node.number]!
  for (const channel of site.channels) {
    if (!wanted.includes(channel.peer) || kept.includes(channel)) continue
    const { id } = world.nodes[channel.peer]!
    const base = { owner: node.id, place: node.number, peer: channel.peer }
    const applier = kernel.attach({ ...base, id: `applier:${id}`, machine: 'channelApplier' }, node.parts, { s })
    const receiver = kernel.attach({ ...base, id: `receiver:${id}`, machine: 'receiver' }, node.parts, {
      s,
      peer: channel.peer,
    })
    if (!isUp(node)) continue
    // Threads that are there from the start are started, not about to be.
    if (world.time === 0) for (const part of [applier, receiver]) kernel.deliver(part, BEGIN, 0)
    else {
      kernel.fact(node.id, 'repointed', { peer: id }, kernel.cause, true)
      for (const part of [applier, receiver]) kernel.tell(part, { type: 'START', reason: 'repointed' })
    }
  }
}

function stopReceiving(kernel: Kernel, node: Node, peer: number): void {
  const receiver = threadOf(node, 'receiver', peer)
  if (receiver === undefined) return
  kernel.deliver(receiver, { type: 'STOP', reason: 'asked' } as Told, kernel.cause)
  kernel.detach(receiver, node.parts)
}

/** A channel from somebody who has gone, once nothing of it is left to apply. */
function endWhenDrained(kernel: Kernel, node: Node, { peer, relay, applied }: Channel): void {
  const { world } = kernel
  if (belongs(world.nodes[peer]!) || applied < relay.end) return
  const site = siteOf(world, node)
  site.channels = site.channels.filter((channel) => channel.peer !== peer)
  const applier = threadOf(node, 'channelApplier', peer)
  if (applier !== undefined) kernel.detach(applier, node.parts)
}

/**
 * Up to which position of another's log it asks for nothing. With a seen set it asks for the first entry that it lacks, as
 * auto-position does; with origins alone it is given the end of that log, as binlog coordinates are.
 */
function startOf(world: World, site: Site, { log }: Node): number {
  if (world.settings.multiMaster!.loops === 'origin') return log.end
  for (let position = 1; position <= log.end; position++)
    if (!covers(site.seen, dotOf(world, log.entryAt(position)))) return position - 1
  return log.end
}
