import { inCenters } from './groups.ts'
import type { Box, Cast } from './layout.ts'
import { clientsAside } from './treeLayout.ts'
import type { Point } from './view.ts'

/** What a reader saw, below it. */
const SEEN = 18

/** Clients on the left of stacked cards: those of a data centre beside its cards, the others beside the master. */
export function besideStack(cast: Cast, cards: ReadonlyMap<string, Box>): Map<string, Point> {
  const { master, groups, outside } = inCenters(cast)
  const placed = groups.flatMap(({ id, clients, nodes }) => (id === null ? [] : [{ clients, nodes }]))
  const others = { clients: outside, nodes: [master ?? ''] }
  const seen = cast.readers ? SEEN : 0
  return new Map(
    [...placed, others].flatMap(({ clients, nodes }) => {
      const [first, last] = [cards.get(nodes[0] ?? ''), cards.get(nodes[nodes.length - 1] ?? '')]
      if (!first || !last || clients.length === 0) return []
      const free = { top: first.y - 4, height: last.y + last.height - first.y + 8 - seen }
      return [...clientsAside(clients, first.x - 6, first.y + (first.height - seen) / 2, free, cast.readers)]
    }),
  )
}
