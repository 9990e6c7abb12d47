import type { Fact, FactKind } from '../fact.ts'
import type { Node, World } from '../world.ts'
import { Checker, nodeAt } from './checker.ts'

/** I3: every node takes the entries of one origin into its data in the order in which they were born there. */
export class OriginOrder extends Checker {
  readonly name = 'I3'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = ['entries-applied', 'entries-committed']

  /** Remembers, per node and origin, the last sequence number taken; looks at both ends of every stretch. */
  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    const { from = 0, to = 0 } = fact.args
    if (!node || from < 1 || to > node.log.end) return
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
