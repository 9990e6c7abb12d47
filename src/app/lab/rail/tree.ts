/** The nodes as a tree of who copies from whom, flattened: each node after its upstream, one step deeper. */
import type { NodeFrame } from '../../../engine/index.ts'

interface TreeRow {
  id: string
  depth: number
}

/**
 * Roots are the nodes that copy from nobody who is there. Two that copy from each other (they can, by hand) hang
 * under no root: the first of them then stands as one, so that everybody has exactly one row.
 */
export function treeOf(nodes: readonly Pick<NodeFrame, 'id' | 'upstream'>[]): TreeRow[] {
  const there = new Set(nodes.map(({ id }) => id))
  const rows: TreeRow[] = []
  const seen = new Set<string>()
  const visit = (id: string, depth: number): void => {
    if (seen.has(id)) return
    seen.add(id)
    rows.push({ id, depth })
    for (const node of nodes) if (node.upstream === id) visit(node.id, depth + 1)
  }
  for (const { id, upstream } of nodes) if (upstream === null || !there.has(upstream)) visit(id, 0)
  for (const { id } of nodes) visit(id, 0)
  return rows
}
