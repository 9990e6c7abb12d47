import type { Fact, FactKind } from '../fact.ts'
import type { Node, World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I3: every node takes the entries of one origin into its data in the order in which they were born there. A node that is
 * built anew begins again, with what its copy holds; one that is rewound with what it has kept.
 */
export class OriginOrder extends Checker {
  readonly name = 'I3'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = ['entries-applied', 'entries-committed', 'copy-started', 'copy-done', 'rewound']

  /** Remembers, per node and origin, the last sequence number taken; looks at both ends of every stretch. */
  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    if (!node) return
    const rewound = fact.kind === 'rewound'
    if (fact.kind === 'copy-started' || rewound)
      for (const { number } of world.nodes) this.remember(pairOf(node.number, number), 0)
    const { from = fact.kind === 'copy-done' ? 1 : 0, to = 0 } = rewound
      ? { from: 1, to: node.applied.position }
      : fact.args
    if (from < 1 || to > node.log.end || from > to) return
    node.log.forEachRun(from, to, (first, count) => {
      this.take(first, node, fact, world)
      if (count > 1) this.take(first + count - 1, node, fact, world)
    })
  }

  private take(entry: number, node: Node, fact: Fact, world: World): void {
    const origin = world.entries.originOf(entry)
    const sequence = world.entries.sequenceOf(entry)
    const place = pairOf(node.number, origin)
    const { id } = world.nodes[origin]!
    if (sequence <= this.recall(place))
      this.broken(fact, `${node.id} took entry ${id}:${sequence} after ${id}:${this.recall(place)}.`)
    this.remember(place, sequence)
  }
}

/** One number for two, whatever their size: nodes may join later. */
const pairOf = (a: number, b: number): number => (a >= b ? a * a + a + b : b * b + a)
