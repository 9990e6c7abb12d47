/**
 * What the agreement of three regions has of a run (mrsc): what each of them knows, and which place every decided write has in
 * its row. The rules stand in `row.ts`, `ask.ts`, `press.ts` and `strongRead.ts`, and know nothing of the rest.
 */
import type { Digest } from '../../kernel/hash.ts'
import { mastersOf } from '../../multiMaster/naming.ts'
import { Table, type TableSnapshot } from '../../multiMaster/table.ts'
import type { Node, Part, World } from '../../world/index.ts'
import type { Agreement } from '../regions.ts'
import {
  feedState,
  makeRegionState,
  type RegionState,
  type RegionStateSnapshot,
  restoreState,
  snapshotOf,
} from './regionState.ts'
import type { Known } from './row.ts'

export interface BookSnapshot {
  readonly states: readonly RegionStateSnapshot[]
  readonly named: TableSnapshot<Known>
}

export class Book {
  /** By region. */
  readonly states: readonly RegionState[] = [0, 1, 2].map(makeRegionState)
  /** By entry: what is known of its row once it stands. */
  readonly named = new Table<Known>(9)

  snapshot(): BookSnapshot {
    return { states: this.states.map(snapshotOf), named: this.named.snapshot() }
  }

  restore(from: BookSnapshot): void {
    from.states.forEach((state, region) => {
      restoreState(this.states[region]!, state)
    })
    this.named.restore(from.named)
  }

  feed(digest: Digest): void {
    for (const state of this.states) feedState(digest, state)
    this.named.forEach((entry, { height }) => {
      digest.int(entry).int(height)
    })
  }
}

export interface WithBook extends Agreement {
  readonly book: Book
}

export const bookOf = (world: World): Book => (mastersOf(world).regions!.agreement as WithBook).book

export const stateOf = (world: World, { number }: Node): RegionState => bookOf(world).states[number]!

export const agreementPart = (node: Node): Part => node.parts.find(({ machine }) => machine === 'agreement')!
