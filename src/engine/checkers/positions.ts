import type { Fact, FactKind } from '../fact.ts'
import type { World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/** What may take something back, and says so. */
const REWINDS: readonly FactKind[] = ['node-recovered', 'copy-started', 'relay-log-skipped', 'rewound']

/**
 * I4: inside an epoch positions only grow, a node's data never runs ahead of its log, and nobody returns to an
 * older epoch. A recovery that rolls something back is a fact of its own, and may; so is a copy, which begins with nothing, and a
 * rewind.
 */
export class Positions extends Checker {
  readonly name = 'I4'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = [
    'entries-logged',
    'entries-received',
    'entries-applied',
    'entries-committed',
    'killed',
    'node-restarted',
    'node-recovered',
    'promoted',
    'repointed',
    'fenced',
    'relay-log-skipped',
    'copy-started',
    'copy-done',
    'rewound',
    'rejoined',
  ]

  /** Remembers, per node: epoch, received, applied. */
  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    if (!node) return
    const at = node.number * 3
    const received = node.log.end
    const applied = node.applied.position
    if (applied > received)
      this.broken(fact, `${node.id} has applied up to ${applied}, but its log ends at ${received}.`)
    if (node.epoch < this.recall(at))
      this.broken(fact, `${node.id} went back from epoch ${this.recall(at)} to ${node.epoch}.`)
    if (node.epoch === this.recall(at) && !REWINDS.includes(fact.kind)) {
      if (received < this.recall(at + 1))
        this.broken(fact, `${node.id}'s log went back from ${this.recall(at + 1)} to ${received}.`)
      if (applied < this.recall(at + 2))
        this.broken(fact, `${node.id}'s data went back from ${this.recall(at + 2)} to ${applied}.`)
    }
    this.remember(at, node.epoch)
    this.remember(at + 1, received)
    this.remember(at + 2, applied)
  }
}
