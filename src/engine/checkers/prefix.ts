import type { Fact, FactKind } from '../fact.ts'
import { epochOf } from '../measures/history.ts'
import type { World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I2: what a node has logged and applied is a prefix of the history of the epoch that its last entry was born in,
 * as that epoch's master wrote it. Looked at where something was added, at both ends and just before. A master that was
 * built anew since is no witness any more; then each entry must at least stand where it was born.
 */
export class Prefix extends Checker {
  readonly name = 'I2'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = [
    'entries-logged',
    'heartbeat-written',
    'entries-received',
    'entries-applied',
    'entries-committed',
    'copy-done',
  ]

  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    const { from = 1, to = fact.kind === 'heartbeat-written' ? from : 0 } = fact.args
    if (!node || to < 1) return
    if (to > node.log.end) {
      this.broken(
        fact,
        `${node.id} has ${fact.kind.split('-')[1]} position ${to}, but its log ends at ${node.log.end}.`,
      )
      return
    }
    const epoch = epochOf(world, world.entries.epochOf(node.log.entryAt(to)))
    const master = epoch && world.nodes[epoch.master]!
    const isWitness = master !== undefined && master.wipedAt < epoch!.beganAt
    for (const position of [to, from, from - 1]) {
      const entry = node.log.entryAt(position)
      const right = isWitness
        ? master.log.entryAt(position) === entry
        : master !== undefined && (position < 1 || world.entries.sequenceOf(entry) === position)
      if (!right)
        this.broken(
          fact,
          `${node.id} holds another entry at position ${position} than the master of its epoch wrote there.`,
        )
    }
  }
}
