/**
 * Deletes (DOMAIN 5.4). A delete is a version without a value, a tombstone: it carries the stamps of a write, and
 * loses and wins like any other. It must stay until every master has it. Who collects it earlier forgets that the row
 * was ever there, and a master that was away, or never heard of the delete, brings the row back: a zombie.
 */
import { EMPTY_ROW, type RowState } from './row.ts'
import { covers, type Vector } from './vector.ts'
import { type Dot, TOMBSTONE } from './version.ts'

/** `everyone`: when older than the grace time and applied by every member. `grace`: when older, and no more is asked. */
export type TombstonePolicy = 'keep' | 'everyone' | 'grace'

/** Has it been deleted, and is nothing else kept of it? Only such a row has something to collect. */
export function isDeleted(row: RowState): boolean {
  return row.versions.length > 0 && row.versions.every(({ value }) => value === TOMBSTONE)
}

/**
 * May this master forget the row now? `wallUs`: its own clock; it compares that with the clock of who deleted, as
 * Cassandra does, so a clock that is ahead collects too early. `graceUs`: 0 or more. `appliedByAll`: has every member,
 * also one that is down, applied this write?
 */
export function mayCollect(
  row: RowState,
  policy: TombstonePolicy,
  wallUs: number,
  graceUs: number,
  appliedByAll: (write: Dot) => boolean,
): boolean {
  if (policy === 'keep' || !isDeleted(row)) return false
  if (row.versions.some((version) => wallUs - version.wallUs < graceUs)) return false
  return policy === 'grace' || row.versions.every(appliedByAll)
}

/** What is left of a collected row: nothing, not even what had been seen of it. */
export const COLLECTED: RowState = EMPTY_ROW

/**
 * Has the row come back? `forgotten`: `context` of the row when its tombstone was collected. True where a value stands
 * that the delete, or something before it, had seen: nobody wrote it anew.
 */
export function isResurrected(row: RowState, forgotten: Vector): boolean {
  return row.shown.some((version) => version.value !== TOMBSTONE && covers(forgotten, version))
}
