import type { Fact, FactKind } from '../fact.ts'
import { epochOf } from '../measures/history.ts'
import type { World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I6, the rules of epochs: their numbers rise, each has one master, and only that master writes entries
 * stamped with it. (Two masters of *different* epochs at once are possible: see the guarantee `oneWriter`.)
 */
export class OneMaster extends Checker {
  readonly name = 'I6'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = ['promoted', 'entries-logged']

  /** Remembers the newest epoch. */
  see(fact: Fact, world: World): void {
    const { epoch = 0, from = 0 } = fact.args
    const node = nodeAt(world, fact)
    if (!node) return
    if (fact.kind === 'promoted') {
      const before = Math.max(1, this.recall(0))
      if (epoch <= before) this.broken(fact, `${node.id} began epoch ${epoch} after epoch ${before}.`)
      this.remember(0, epoch)
    }
    const master = epochOf(world, epoch)?.master
    if (master !== node.number)
      this.broken(
        fact,
        `${node.id} acts as master of epoch ${epoch}, whose master is ${world.nodes[master ?? -1]?.id ?? 'nobody'}.`,
      )
    if (fact.kind === 'entries-logged' && world.entries.epochOf(node.log.entryAt(from)) !== epoch)
      this.broken(fact, `${node.id} logged an entry of another epoch than its own, ${epoch}.`)
  }
}
