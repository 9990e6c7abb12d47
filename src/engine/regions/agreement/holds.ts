import { writtenOf } from '../../multiMaster/naming.ts'
import type { Node, World } from '../../world/index.ts'
import { bookOf, stateOf } from './book.ts'
import { votesOn } from './regionState.ts'
import { isSame } from './row.ts'

/** Would this region, and with it any other one that is up, know of the entry if its origin were gone? */
export function holds(world: World, node: Node, entry: number): boolean {
  const named = bookOf(world).named.get(entry)
  if (named === undefined) return false
  const { height, vote } = votesOn(stateOf(world, node), writtenOf(world, entry).key)
  return height >= named.write.slot || (vote !== null && isSame(vote.write, named.write))
}
