/** The way of an entry among several masters: sent from one's binlog, into another's relay log, and into its data. */

import type { Acts } from '../kernel/acts/act.ts'
import { isIn, nodeOf } from '../kernel/acts/act.ts'
import { open } from '../kernel/connections.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { send } from '../kernel/network.ts'
import { expire } from '../kernel/retention.ts'
import { wakeReads } from '../kernel/wakeReads.ts'
import { wallOf } from '../measures/clock.ts'
import { covers, withDots } from '../resolvers/index.ts'
import type { Node, Part, World } from '../world/index.ts'
import { applyEntry } from './apply.ts'
import { stopAt } from './arrival.ts'
import { passesOn, siteOf, threadOf } from './channels.ts'
import { tendCollector } from './collect.ts'
import { dotName, dotOf, mastersOf, rowName, writtenOf } from './naming.ts'
import { channelFrom, type StopCode } from './site.ts'

export const sending: Acts = {
  accept(kernel, part, { slave, end }: { slave: number; end: number }) {
    const node = nodeOf(kernel, part)
    const peer = kernel.world.nodes[slave]!.id
    kernel.fact(node.id, 'slave-connected', { peer, from: end + 1 })
    if (part.connection === 0) return
    send(kernel, {
      kind: 'subscribe',
      from: node.id,
      to: peer,
      part: `${peer}/receiver:${node.id}`,
      connection: part.connection,
      word: 'connected',
      event: { type: 'CONNECTED' },
    })
  },
}

export const receiving: Acts = {
  subscribe(kernel, part, { peer, reason }: { peer: number; reason: string }) {
    const { world } = kernel
    const node = nodeOf(kernel, part)
    const upstream = world.nodes[peer]!
    const { received, applied } = channelFrom(siteOf(world, node), peer)!
    kernel.fact(node.id, 'receiver-connecting', { peer: upstream.id, reason })
    const connection = open(kernel, part, upstream.id)
    if (connection === 0 || reason !== 'start') noteLine(kernel, node, upstream, false)
    if (connection === 0) {
      kernel.tell(part, { type: 'FAILED' })
      return
    }
    send(kernel, {
      kind: 'subscribe',
      from: node.id,
      to: upstream.id,
      part: `${upstream.id}/sender:${node.id}`,
      connection,
      last: received,
      word: 'from',
      event: { type: 'SUBSCRIBE', end: received, applied, epoch: node.epoch },
    })
  },

  connected(kernel, part, { peer }: { peer: number }) {
    const { world } = kernel
    const node = nodeOf(kernel, part)
    node.clockDiff = wallOf(world, world.nodes[peer]!) - wallOf(world, node)
    kernel.fact(node.id, 'receiver-connected', { peer: world.nodes[peer]!.id })
    noteLine(kernel, node, world.nodes[peer]!, true)
  },

  refused(kernel, part, { peer, reason }: { peer: number; reason: string }) {
    const { world } = kernel
    const { received } = channelFrom(siteOf(world, nodeOf(kernel, part)), peer)!
    kernel.fact(part.owner, 'receiver-refused', { peer: world.nodes[peer]!.id, reason, from: received + 1 })
  },

  store(kernel, part, { peer, to, cause }: { peer: number; to: number; cause: number }) {
    const { world, now } = kernel
    const node = nodeOf(kernel, part)
    const upstream = world.nodes[peer]!
    const channel = channelFrom(siteOf(world, node), peer)!
    const from = channel.received + 1
    channel.received = to
    kernel.fact(node.id, 'entries-received', { peer: upstream.id, from, to }, cause)
    for (let position = from; position <= to; position++) {
      const entry = upstream.log.entryAt(position)
      const reason = knownAs(world, node, entry)
      if (reason === null) channel.relay.append(entry, 1, now)
      else drop(kernel, node, upstream, entry, reason)
    }
    const applier = threadOf(node, 'channelApplier', peer)
    if (applier !== undefined) kernel.tell(applier, { type: 'RELAY_GREW' })
  },
}

/** Regions that agree on every write have to know whom they hear. */
const noteLine = (kernel: Kernel, node: Node, peer: Node, isThere: boolean): void =>
  mastersOf(kernel.world).regions?.agreement?.line(kernel, node, peer, isThere)

/** Why an entry that comes in is not taken; null = it is. */
function knownAs(world: World, node: Node, entry: number): 'own' | 'seen' | null {
  if (world.entries.originOf(entry) === node.number) return 'own'
  if (world.settings.multiMaster!.loops === 'origin') return null
  return covers(siteOf(world, node).seen, dotOf(world, entry)) ? 'seen' : null
}

function drop(kernel: Kernel, node: Node, peer: Node, entry: number, reason: 'own' | 'seen'): void {
  const { world } = kernel
  mastersOf(world).count('dropped')
  const again = siteOf(world, node).again.find((one) => one.entry === entry)?.count ?? 0
  const args = {
    peer: peer.id,
    entry: dotName(world, dotOf(world, entry)),
    reason,
    ...(again > 1 ? { count: again } : {}),
  }
  kernel.fact(node.id, 'entry-dropped', args, kernel.cause, true, again <= 1)
}

export const applying: Acts = {
  take(kernel, part, { at, us }: { at: number; us: number }) {
    kernel.fact(part.owner, 'apply-started', { peer: peerOf(kernel, part).id, from: at, to: at, us })
  },

  apply(kernel, part, { at }: { at: number }) {
    const node = nodeOf(kernel, part)
    const peer = peerOf(kernel, part)
    const { regions } = mastersOf(kernel.world)
    if (regions === null) applyItem(kernel, node, peer, at)
    else regions.doors.takeItem(kernel, node, peer, at)
  },

  halt(kernel, part, { at, error }: { at: number; error: number }) {
    const node = nodeOf(kernel, part)
    const channel = channelFrom(siteOf(kernel.world, node), part.peer)!
    const code = error as StopCode
    const entry = channel.relay.entryAt(at)
    channel.error = { code, entry }
    stopAt(kernel, node, peerOf(kernel, part), entry, code)
  },

  skip(kernel, part) {
    const { world } = kernel
    const node = nodeOf(kernel, part)
    const site = siteOf(world, node)
    const channel = channelFrom(site, part.peer)!
    const { entry } = channel.error!
    channel.error = null
    channel.applied++
    site.seen = withDots(site.seen, [dotOf(world, entry)])
    const { key } = writtenOf(world, entry)
    const args = { peer: peerOf(kernel, part).id, key: rowName(world, key), entry: dotName(world, dotOf(world, entry)) }
    kernel.fact(node.id, 'entry-skipped', args)
  },
}

/** The entry at this place of the relay log becomes part of the data. */
export function applyItem(kernel: Kernel, node: Node, peer: Node, at: number): void {
  const { world, now } = kernel
  const channel = channelFrom(siteOf(world, node), peer.number)!
  const entry = channel.relay.entryAt(at)
  channel.applied = at
  channel.error = null
  // It came on another way meanwhile.
  const reason = knownAs(world, node, entry)
  if (reason !== null) {
    drop(kernel, node, peer, entry, reason)
    return
  }
  const name = dotName(world, dotOf(world, entry))
  kernel.fact(node.id, 'entries-applied', { peer: peer.id, from: at, to: at, entry: name })
  const { cause } = kernel
  applyEntry(kernel, node, peer, entry)
  kernel.cause = cause
  if (passesOn(world, node)) {
    node.log.append(entry, 1, now)
    markApplied(kernel, node)
    expire(kernel, node)
    wakeSenders(kernel, node)
  }
  wakeReads(kernel, node)
  tendCollector(kernel, node)
}

const peerOf = ({ world }: Kernel, part: Part): Node => world.nodes[part.peer]!

/** Its own log counts as applied up to the first entry that waits for its commit. */
export function markApplied(kernel: Kernel, node: Node): void {
  const { uncommitted } = siteOf(kernel.world, node)
  node.applied.mark((uncommitted[0] ?? node.log.end + 1) - 1, kernel.now)
}

export function wakeSenders(kernel: Kernel, node: Node): void {
  for (const other of node.parts)
    if (other.machine === 'sender' && isIn(other, 'streaming')) kernel.tell(other, { type: 'LOG_GREW' })
}
