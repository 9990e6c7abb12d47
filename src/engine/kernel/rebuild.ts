/**
 * A node is built anew: it throws away its data and its log, copies the data of another node, and follows from where the
 * copy ends. It is the way back for a slave that needs entries which nobody has in a log any more, and for an old master
 * whose history is over. Whoever leads, or is about to, cannot be rebuilt: somebody would have to be promoted first.
 */
import { newestEpoch } from '../measures/history.ts'
import { isUp, partOf } from '../measures/parts.ts'
import type { Node } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import { attachReceiver, dropReceiver } from './acts/role.ts'
import { beginCopy, mayCopy, settleCopies, wipe } from './copying.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'
import { isLeading } from './topology.ts'

/** By hand. Nothing happens to a node that is down, that leads, or that a failover is deciding about. */
export function rebuild(kernel: Kernel, node: Node, donor: Node): void {
  if (node === donor || !isUp(node) || isLeading(kernel, node) || !isFree(node)) return
  kernel.fact(node.id, 'rebuild-asked', { peer: donor.id })
  if (node.upstream < 0) node.returns = true
  if (!mayCopy(kernel, node, donor)) return
  demote(kernel, node)
  if (isIn(node.parts[1]!, 'slave')) startOver(kernel, node, donor)
}

/** A slave that obeys, a master that was deposed, or a former master: not one whose role hangs in the air. */
const isFree = (node: Node): boolean =>
  ['slave', 'master', 'fenced', 'readOnly'].some((role) => isIn(node.parts[1]!, role))

/** A former master hears of the newest epoch, if it has not yet, and is a slave from now on. */
function demote(kernel: Kernel, node: Node): void {
  const role = node.parts[1]!
  if (isIn(role, 'slave')) return
  const { cause } = kernel
  kernel.deliver(role, { type: 'SEE_EPOCH', epoch: newestEpoch(kernel.world).epoch } as Told, cause)
  kernel.deliver(role, { type: 'DEMOTE' } as Told, cause)
}

/** Everything goes, and the copy begins. */
export function startOver(kernel: Kernel, node: Node, donor: Node): void {
  node.copy = null
  dropReceiver(kernel, node)
  kernel.deliver(partOf(node, 'applier')!, { type: 'RETIRE' }, kernel.cause)
  node.upstream = upstreamFor(kernel, node)
  wipe(kernel, node)
  settleCopies(kernel)
  attachReceiver(kernel, node)
  beginCopy(kernel, node, donor)
}

/** It stays where it was, unless nobody there leads to the newest master any more. */
function upstreamFor({ world }: Kernel, node: Node): number {
  const { master } = newestEpoch(world)
  const seen = new Set<number>([node.number])
  for (let above = node.upstream; above >= 0 && !seen.has(above); above = world.nodes[above]!.upstream) {
    if (above === master) return node.upstream
    seen.add(above)
  }
  return master
}
