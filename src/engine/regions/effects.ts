/** What a change comes to, once two of three replicas have it. */
import type { Kernel } from '../kernel/kernel.ts'
import { wakeReads } from '../kernel/wakeReads.ts'
import { siteOf } from '../multiMaster/channels.ts'
import { tendCollector } from '../multiMaster/collect.ts'
import { mastersOf } from '../multiMaster/naming.ts'
import { applyItem, markApplied } from '../multiMaster/replication.ts'
import { nameWrite } from '../multiMaster/serving.ts'
import { channelFrom } from '../multiMaster/site.ts'
import type { Node, Pending } from '../world/index.ts'
import type { Open } from './group.ts'
import { groupOf } from './regions.ts'

export function carryOut(kernel: Kernel, node: Node, { of, cause }: Open): void {
  if (of.is === 'item') applyAt(kernel, node, kernel.world.nodes[of.peer]!, of.at)
  if (of.is === 'write')
    afterQuorum(kernel, node, { write: of.write, session: of.session, cause: kernel.cause || cause })
}

/** Of kind mrec it is done; of kind mrsc a second region has to agree before anything of it shows. */
function afterQuorum(kernel: Kernel, node: Node, pending: Pending): void {
  const { agreement } = mastersOf(kernel.world).regions!
  if (agreement === null) commitWrite(kernel, node, pending)
  else agreement.afterQuorum(kernel, node, pending)
}

/** The write gets its name, its row changes, and whoever waits for it goes on. */
function commitWrite(kernel: Kernel, node: Node, pending: Pending): void {
  const { position, tell } = nameWrite(kernel, node, pending)
  const named = kernel.cause
  tell()
  kernel.cause = named
  release(kernel, node, pending, position)
}

/** Whoever waits for a write that is done: its session, or nobody, if that died with a leader. */
export function release(kernel: Kernel, node: Node, { write, session }: Pending, position: number): void {
  const { world } = kernel
  if (session >= 0) {
    kernel.tell(world.parts[session]!, { type: 'FLUSHED', from: position, to: position })
    return
  }
  const site = siteOf(world, node)
  site.uncommitted = site.uncommitted.filter((other) => other !== position)
  node.commitsTo = Math.max(node.commitsTo, position)
  markApplied(kernel, node)
  kernel.fact(node.id, 'entries-committed', { from: position, to: position, write })
  wakeReads(kernel, node)
  tendCollector(kernel, node)
}

function applyAt(kernel: Kernel, node: Node, peer: Node, at: number): void {
  const { world, now } = kernel
  const channel = channelFrom(siteOf(world, node), peer.number)
  if (channel === undefined) return
  const entry = channel.relay.entryAt(at)
  const origin = world.entries.originOf(entry)
  const group = groupOf(world, node)
  const us = now - world.entries.bornAtOf(entry)
  group.latency = group.latency.map((known, number) => (number === origin ? us : known))
  applyItem(kernel, node, peer, at)
  mastersOf(world).regions!.agreement?.applied(kernel, node, entry)
}
