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
import type { Known, Proposal } from './row.ts'

/** What an entry was asked for as, and what is known of its row once it stands. */
interface Named {
  readonly write: Proposal
  readonly known: Known
}

export interface BookSnapshot {
  readonly states: readonly RegionStateSnapshot[]
  readonly named: TableSnapshot<Named>
}

export class Book {
  /** By region. */
  readonly states: readonly RegionState[] = [0, 1, 2].map(makeRegionState)
  /** By entry. */
  readonly named = new Table<Named>(9)

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
    this.named.forEach((entry, { write }) => {
      digest.int(entry).int(write.origin).int(write.sequence).int(write.slot)
    })
  }
}

export interface WithBook extends Agreement {
  readonly book: Book
}

export const bookOf = (world: World): Book => (mastersOf(world).regions!.agreement as WithBook).book

export const stateOf = (world: World, { number }: Node): RegionState => bookOf(world).states[number]!

export const agreementPart = (node: Node): Part => node.parts.find(({ machine }) => machine === 'agreement')!
