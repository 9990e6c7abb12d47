import type { Fact, FactKind } from '../fact.ts'
import type { Node, World } from '../world.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I9: no client hears OK before the mode's condition holds. Always: its entries are flushed and committed on the
 * master that answered. In semi-sync with the gate on: enough slaves had acknowledged them before they were
 * committed (AFTER_SYNC). What was logged before a gate came back on, or before the rules were changed, is
 * judged by no rule, because it may have passed while the gate was open.
 */
export class OkCondition extends Checker {
  readonly name = 'I9'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = [
    'entries-committed',
    'write-ok',
    'gate-timed-out',
    'gate-recovered',
    'setting-changed',
    'promoted',
  ]

  /** Remembers, per node: is its gate open (1) because of a timeout, and up to where entries are excused. */
  see(fact: Fact, world: World): void {
    if (fact.kind === 'setting-changed') {
      if (fact.args.path?.startsWith('replication.')) for (const node of world.nodes) this.excuse(node)
      return
    }
    if (fact.kind === 'write-ok') this.seeOk(fact, world)
    const node = nodeAt(world, fact)
    if (!node) return
    if (fact.kind === 'entries-committed') this.seeCommit(fact, node, world)
    else this.excuse(node)
    if (fact.kind === 'gate-timed-out') this.remember(node.number * 2, 1)
    if (fact.kind === 'gate-recovered') this.remember(node.number * 2, 0)
  }

  private excuse(node: Node): void {
    this.remember(node.number * 2 + 1, node.log.end)
  }

  private seeOk(fact: Fact, world: World): void {
    const { peer, to = 0, write } = fact.args
    const master = world.nodes.find(({ id }) => id === peer)
    const at = master?.applied.at(to) ?? null
    if (at === null || at > fact.t)
      this.broken(fact, `The client of w${write} heard OK from ${peer}, which had not committed position ${to}.`)
  }

  private seeCommit(fact: Fact, node: Node, world: World): void {
    const { to = 0 } = fact.args
    const rules = world.settings.nodes[node.number]!
    const open = this.recall(node.number * 2) === 1
    if (!rules.semiSync || open || to <= this.recall(node.number * 2 + 1)) return
    let acks = 0
    for (const acked of node.acks) if (acked.position >= to) acks++
    if (acks < rules.waitFor)
      this.broken(fact, `${node.id} committed position ${to} with ${acks} of ${rules.waitFor} acknowledgements.`)
  }
}
