/**
 * Logs are cut short at their old end: by hand, or because they keep only so many entries. A file that a sender is still
 * reading is not deleted (MySQL's rule), so a slave that is connected gets everything, however far behind; one that is
 * away when what it needs goes is refused when it is back (error 1236). A log also keeps what its own node has not yet
 * made part of its data. Simplified: there are no files; what expires goes a quarter of the kept entries at a time.
 */
import { members } from '../measures/members.ts'
import type { Node } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import type { Kernel } from './kernel.ts'

/** By hand: everything that nobody connected needs. */
export function purge(kernel: Kernel, node: Node): void {
  const to = spare(node)
  if (to <= node.purgedTo) return
  const before = node.purgedTo
  node.purgedTo = to
  kernel.fact(node.id, 'log-purged', { to })
  tellLeftBehind(kernel, node, before)
}

/** To be called when a log has grown, or when it is to keep less. */
export function expire(kernel: Kernel, node: Node): void {
  const { retainEntries } = kernel.world.settings.nodes[node.number]!
  if (retainEntries === 0) return
  const to = Math.min(spare(node), node.log.end - retainEntries)
  if (to - node.purgedTo < Math.max(1, Math.ceil(retainEntries / 4))) return
  const before = node.purgedTo
  node.purgedTo = to
  const expired = kernel.fact(node.id, 'log-expired', { to }, kernel.cause, true)
  const { cause } = kernel
  kernel.cause = expired.id
  tellLeftBehind(kernel, node, before)
  kernel.cause = cause
}

/** The moment from which on a slave that is away can only be built anew: what it needs next has gone just now. */
function tellLeftBehind(kernel: Kernel, node: Node, before: number): void {
  for (const slave of members(kernel.world)) {
    if (slave.upstream !== node.number || slave.copy !== null) continue
    const { end } = slave.log
    if (end < before || end >= node.purgedTo || slave.log.entryAt(end) !== node.log.entryAt(end)) continue
    kernel.fact(slave.id, 'left-behind', { peer: node.id, from: end + 1, to: node.purgedTo }, kernel.cause, true)
  }
}

/** The last position that neither the node itself nor anybody connected to it needs any more. */
function spare(node: Node): number {
  let to = node.applied.position
  for (const part of node.parts)
    if (part.machine === 'sender' && isIn(part, 'streaming')) to = Math.min(to, (part.context['next'] as number) - 1)
  return to
}
