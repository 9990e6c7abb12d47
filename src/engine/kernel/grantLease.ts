/**
 * Leases as the monitor gives them: to the master while nobody else is being made one, or to the one that is chosen.
 * It lasts from when the node sent the last answer that arrived; the monitor itself counts from the arrival, so that
 * for it a lease is never over before it is over for the node.
 */
import { isIn } from './acts/act.ts'
import type { Kernel } from './kernel.ts'

/** While it is in one of these, nobody but the chosen one is given any. */
const DEPOSING = ['fencing', 'choosing', 'waitingForChoice', 'blocked', 'failed']
const CROWNING = ['draining', 'promoting', 'reinstating']

/** Up to when this node may write from now on; 0 = it is told nothing about it. */
export function grantLease(kernel: Kernel, node: number): number {
  const { monitor, settings } = kernel.world
  if (settings.monitor.fence !== 'lease') return 0
  const manager = kernel.part('monitor/failoverManager')!
  const { master, chosen } = manager.context as { master: number; chosen: number }
  const isAny = (states: readonly string[]): boolean => states.some((state) => isIn(manager, state))
  const entitled = isAny(CROWNING) ? node === chosen : node === master && !isAny(DEPOSING)
  const probe = monitor.probes[node]!
  if (!entitled || probe.saidAt < 0) return 0
  const { leaseUs } = settings.monitor
  const leasedUntil = Math.max(probe.leasedUntil, probe.lastAnswerAt + leaseUs)
  monitor.probes[node] = { ...probe, leasedUntil }
  return probe.saidAt + leaseUs
}
