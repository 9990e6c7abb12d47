import type { Cast } from './layout.ts'

/**
 * Who stands in which column: the first master, its slaves, and everybody further down. It follows the arrangement that
 * somebody made, not the roles, so that nobody moves in a failover; and the order of the frame, so that a new node
 * takes the next free place and the others keep theirs.
 */
export interface Tiers {
  master: string | undefined
  /** Right under the master, each with all that stands under it, nearest first. */
  branches: { id: string; leaves: string[] }[]
}

export function tiersOf({ nodes, under }: Cast): Tiers {
  const master = nodes.find((id) => under?.[id] === null) ?? nodes[0]
  // Whoever stands under nobody that is here (any more) stands under the master.
  const above = (id: string): string | undefined => {
    const one = under?.[id]
    return one && one !== id && nodes.includes(one) ? one : master
  }
  const seen = new Set([master])
  const below = (id: string): string[] => {
    const found: string[] = []
    for (const other of nodes) {
      if (seen.has(other) || above(other) !== id) continue
      seen.add(other)
      found.push(other, ...below(other))
    }
    return found
  }
  const branches: Tiers['branches'] = []
  for (const id of nodes) {
    if (seen.has(id) || above(id) !== master) continue
    seen.add(id)
    branches.push({ id, leaves: below(id) })
  }
  // A ring of nodes that stand under each other would be nowhere.
  for (const id of nodes) if (!seen.has(id)) branches.push({ id, leaves: [] })
  return { master, branches }
}

export const hasLeaves = ({ branches }: Tiers): boolean => branches.some(({ leaves }) => leaves.length > 0)
