/**
 * Leases as a node is given them. Of several monitors one alone gives none: what each would let it do is kept, and it
 * may write as long as a majority of them lets it. That holds for the word with which the elected one chooses it, too:
 * who elects somebody else later has heard of every lease that a majority has given, and of no other.
 */
import type { Node, World } from '../world/index.ts'

/** Remembers what one of them gives, and says up to when a majority does; 1 = they never have. */
export function granted({ monitors }: World, node: Node, monitor: number, until: number): number {
  node.grants = monitors.map(({ number }) => {
    const before = node.grants[number] ?? 0
    return number === monitor ? Math.max(before, until) : before
  })
  return leaseOf(node)
}

/** Up to when a majority of the monitors lets it write; 1 = they never have. */
export function leaseOf({ grants }: Node): number {
  const latest = grants.slice().sort((a, b) => b - a)
  return Math.max(1, latest[Math.floor(latest.length / 2)] ?? 1)
}

/** Does it take a majority of several? */
export const isShared = ({ settings }: World, { number }: Node): boolean =>
  settings.monitor.votes && settings.nodes[number]!.leases
