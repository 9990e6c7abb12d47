import type { Fact, FactKind } from '../fact.ts'
import type { World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/** What brings or commits more than one entry at once. */
const AS_A_WHOLE: readonly FactKind[] = [
  'node-recovered',
  'copy-started',
  'copy-done',
  'made-writable',
  'repointed',
  'rewound',
]

/**
 * Guarantee `appliedOnce`: every node takes every entry into its data exactly once, without a gap and without doing
 * anything twice, whatever was cut, stalled or killed in between. Promised always: positions are kept on disk
 * together with the data, so a slave asks for what it lacks and for nothing else.
 */
export class AppliedOnce extends Checker {
  readonly name = 'appliedOnce'
  readonly kind = 'guarantee'
  readonly kinds: FactKind[] = ['entries-applied', 'entries-committed', ...AS_A_WHOLE]

  /** Remembers, per node, up to where its data has been seen to grow. */
  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    if (!node) return
    const done = this.recall(node.number)
    const { from = 0, to = 0 } = fact.args
    if (AS_A_WHOLE.includes(fact.kind)) {
      // Recovery commits whatever the log still held (DOMAIN 2.1), as a read-only master does; a copy brings what its
      // donor had applied.
      this.remember(node.number, node.applied.position)
      return
    }
    if (from <= done) this.broken(fact, `${node.id} applied positions ${from} to ${Math.min(to, done)} twice.`)
    if (from > done + 1) this.broken(fact, `${node.id} applied position ${from} right after ${done}.`)
    this.remember(node.number, to)
  }
}
