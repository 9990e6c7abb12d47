/** What one region has of the agreement: its votes by row, its writes that nobody has decided, and whom it hears. */
import type { Digest } from '../../kernel/hash.ts'
import { Table, type TableSnapshot } from '../../multiMaster/table.ts'
import { OPEN, type Proposal, type RowVotes } from './row.ts'

/** A write of this region that it has asked for. */
export interface OpenWrite {
  readonly write: number
  readonly key: number
  /** Its number among the writes that this region has asked for. */
  readonly sequence: number
  /** The session that waits for it; -1 = nobody does any more. */
  readonly session: number
  readonly since: number
  /** When the others were last asked or pressed, and how often they were pressed. */
  readonly triedAt: number
  readonly tries: number
  /** Its client has been told that nobody knows. */
  readonly isDoubtful: boolean
  readonly cause: number
}

/** A write that waits for its row, because another one of this region is open there. */
export interface Queued {
  readonly write: number
  readonly key: number
  readonly session: number
  readonly since: number
  readonly cause: number
}

interface Promised {
  readonly key: number
  readonly write: Proposal
  readonly since: number
  readonly triedAt: number
  readonly tries: number
}

/** A strong read that waits for another region, or for its row. */
export interface StrongRead {
  readonly id: number
  readonly key: number
  readonly session: number
  readonly connection: number
  readonly since: number
  /** It may be answered once the row is that high; -1 = no other region has said anything yet. */
  readonly height: number
  readonly cause: number
}

export interface RegionState {
  readonly rows: Table<RowVotes>
  /** By key: the entry that stands at the row's height. */
  readonly tops: Table<number>
  /** By sequence: the client's write that was asked for, and its row. */
  readonly asked: Table<{ readonly write: number; readonly key: number }>
  sequence: number
  /** Immutable, as all lists here; oldest first. */
  open: readonly OpenWrite[]
  queue: readonly Queued[]
  promised: readonly Promised[]
  reads: readonly StrongRead[]
  nextRead: number
  /** By region: is there a way to it, and when did it last say anything? */
  hears: readonly boolean[]
  heardAt: readonly number[]
  /** Since when it hears nobody; -1 = it does. */
  isolatedSince: number
}

export const makeRegionState = (): RegionState => ({
  rows: new Table(),
  tops: new Table(),
  asked: new Table(9),
  sequence: 0,
  open: [],
  queue: [],
  promised: [],
  reads: [],
  nextRead: 1,
  hears: [true, true, true],
  heardAt: [0, 0, 0],
  isolatedSince: -1,
})

export const votesOn = ({ rows }: RegionState, key: number): RowVotes => rows.get(key) ?? OPEN

type Tables = 'rows' | 'tops' | 'asked'
export type RegionStateSnapshot = Omit<RegionState, Tables> & {
  readonly rows: TableSnapshot<RowVotes>
  readonly tops: TableSnapshot<number>
  readonly asked: TableSnapshot<{ readonly write: number; readonly key: number }>
}

export const snapshotOf = (state: RegionState): RegionStateSnapshot => ({
  ...state,
  rows: state.rows.snapshot(),
  tops: state.tops.snapshot(),
  asked: state.asked.snapshot(),
})

export function restoreState(state: RegionState, from: RegionStateSnapshot): void {
  const { rows, tops, asked } = state
  rows.restore(from.rows)
  tops.restore(from.tops)
  asked.restore(from.asked)
  Object.assign(state, from, { rows, tops, asked })
}

export function feedState(digest: Digest, state: RegionState): void {
  const bit = (is: boolean) => (is ? 1 : 0)
  const feedWrite = (write: Proposal | undefined) => digest.int(write?.origin ?? -1).int(write?.sequence ?? 0)
  digest.int(state.sequence).int(state.nextRead).int(state.isolatedSince)
  for (const region of [0, 1, 2]) digest.int(bit(state.hears[region]!)).int(state.heardAt[region]!)
  state.rows.forEach((key, { height, decided, joined, vote, refused, own, pressing }) => {
    digest
      .int(key)
      .int(height)
      .int(joined)
      .int(vote?.ballot ?? -1)
    for (const sequence of decided) digest.int(sequence)
    for (const write of [vote?.write, own?.write, ...refused]) feedWrite(write)
    digest.int(bit(own?.withdrawn ?? false))
    for (const region of [...(own?.refusedBy ?? []), -1, ...(own?.busy ?? [])]) digest.int(region)
    feedWrite(pressing?.write ?? undefined).int(pressing?.ballot ?? -1)
  })
  state.tops.forEach((key, entry) => {
    digest.int(key).int(entry)
  })
  for (const list of [state.open, state.queue, state.reads]) digest.int(list.length)
  for (const { write, sequence, session, since, triedAt, tries, isDoubtful } of state.open)
    for (const value of [write, sequence, session, since, triedAt, tries, bit(isDoubtful)]) digest.int(value)
  for (const { write, session, since } of state.queue) digest.int(write).int(session).int(since)
  for (const { key, write, since, triedAt, tries } of state.promised)
    feedWrite(write).int(key).int(since).int(triedAt).int(tries)
  for (const { id, key, session, since, height } of state.reads)
    for (const value of [id, key, session, since, height]) digest.int(value)
}
