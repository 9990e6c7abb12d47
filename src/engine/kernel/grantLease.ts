/**
 * Leases as the monitor gives them: to the master while nobody else is being made one, or to the one that is chosen.
 * It lasts from when the node sent the last answer that arrived; the monitor itself counts from the arrival, so that
 * for it a lease is never over before it is over for the node.
 */
import type { Part } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import type { Kernel } from './kernel.ts'
import { managerOf, monitorNamed } from './monitors.ts'

/** While it is in one of these, nobody but the chosen one is given any. */
const DEPOSING = ['agreeing', 'standing', 'fencing', 'choosing', 'waitingForChoice', 'blocked', 'failed']
const CROWNING = ['draining', 'promoting', 'reinstating']

/** Up to when this node may write from now on; 0 = it is told nothing about it. */
export function grantLease(kernel: Kernel, { owner }: Part, node: number): number {
  const { settings } = kernel.world
  const monitor = monitorNamed(kernel.world, owner)
  if (settings.monitor.fence !== 'lease') return 0
  const manager = managerOf(kernel, monitor)
  const { master, chosen } = manager.context as { master: number; chosen: number }
  const isAny = (states: readonly string[]): boolean => states.some((state) => isIn(manager, state))
  const entitled = isAny(CROWNING) ? node === chosen : node === master && !isAny(DEPOSING)
  const probe = monitor.probes[node]!
  if (!isAny(CROWNING) && kernel.world.kit.calls.hasVotedLately(kernel, monitor)) return 0
  if (!entitled || probe.saidAt < 0) return 0
  const { leaseUs } = settings.monitor
  const leasedUntil = Math.max(probe.leasedUntil, probe.lastAnswerAt + leaseUs)
  monitor.probes[node] = { ...probe, leasedUntil }
  return probe.saidAt + leaseUs
}
