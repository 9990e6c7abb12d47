/**
 * A former master is taken back into service (DOMAIN 3.5), by hand or by the monitor. *Rejoin*: it follows the newest one as
 * it is, and is refused there if it has entries of its own. *Rewind*: it first takes those back. The third way, to throw
 * everything away, stands in `rebuild.ts`. Simplified from `pg_rewind` and MariaDB's flashback: what is taken back is undone
 * entry by entry from the node's own log, and the whole of it takes effect at its end.
 */
import { Reached } from '../log/reached.ts'
import { toTakeBack } from '../measures/errant.ts'
import { newestEpoch } from '../measures/history.ts'
import { isUp } from '../measures/parts.ts'
import type { Node, World } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import { failCopy } from './copying.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'
import { stopServing } from './network.ts'

/** By hand. Nothing happens to a node that is down, that leads, that is a slave already, or whose role hangs in the air. */
export function rejoin(kernel: Kernel, node: Node): void {
  if (mayReturn(kernel.world, node)) tell(kernel, node, 'REJOIN')
}

/** By hand. A slave that has diverged can be rewound, too; one that has not has nothing to take back. */
export function rewind(kernel: Kernel, node: Node): void {
  const hasDiverged =
    isUp(node) && isIn(node.parts[1]!, 'slave') && node.copy === null && toTakeBack(kernel.world, node) !== 0
  if (hasDiverged || mayReturn(kernel.world, node)) tell(kernel, node, 'REWIND')
}

/** A former master, also one that has not yet heard so. */
function mayReturn(world: World, node: Node): boolean {
  if (!isUp(node) || newestEpoch(world).master === node.number || world.monitor.watches === node.number) return false
  return ['master', 'fenced', 'readOnly'].some((role) => isIn(node.parts[1]!, role))
}

function tell(kernel: Kernel, node: Node, type: 'REJOIN' | 'REWIND'): void {
  const role = node.parts[1]!
  const { cause } = kernel
  const { epoch, master } = newestEpoch(kernel.world)
  if (!isIn(role, 'slave')) kernel.deliver(role, { type: 'SEE_EPOCH', epoch } as Told, cause)
  kernel.deliver(role, { type, upstream: master, epoch } as Told, cause)
}

/** Takes back everything beyond a position: log and data are as they were when that was the end. */
export function takeBack(kernel: Kernel, node: Node, keep: number): void {
  const { world } = kernel
  for (const other of world.nodes)
    if (other.copy?.from === node.number && other.copy.position > keep) failCopy(kernel, other, 'donor-down')
  // Whoever copies from it has to ask anew.
  stopServing(kernel, node.id)
  node.log.truncate(keep)
  node.applied.truncate(keep)
  node.data.clear()
  node.data.apply(node.log, 1, node.applied.position, world.entries)
  node.commitDue = 0
  node.commitsTo = keep
  node.wipedAt = kernel.now
  node.extraFrom = -1
  node.extraAt = -1
  // What it has acknowledged beyond it has no more.
  for (const other of world.nodes) {
    const acks = other.acks[node.number]
    if (acks !== undefined && acks.position > keep) other.acks[node.number] = shortened(acks, keep)
    if ((other.counted[node.number] ?? 0) > keep)
      other.counted = other.counted.map((to, at) => (at === node.number ? keep : to))
  }
}

function shortened(reached: Reached, keep: number): Reached {
  const copy = new Reached()
  copy.restore(reached.snapshot())
  copy.truncate(keep)
  return copy
}
