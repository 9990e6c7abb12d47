import type { Kernel } from '../../kernel/kernel.ts'
import { mastersOf } from '../../multiMaster/naming.ts'
import type { Node } from '../../world/index.ts'
import { bookOf, stateOf } from './book.ts'
import { votesOn } from './regionState.ts'
import { learn } from './row.ts'
import { settle } from './settle.ts'

/** An entry of another region has come through its log, and its row stands here: what was open there is over. */
export function applied(kernel: Kernel, node: Node, entry: number): void {
  const { world } = kernel
  const named = bookOf(world).named.get(entry)
  if (named === undefined) return
  const { known } = named
  const { key } = mastersOf(world).written.get(entry)!
  const row = votesOn(stateOf(world, node), key)
  if (known.height > row.height) settle(kernel, node, key, learn(row, known), world.entries.originOf(entry), entry)
}
