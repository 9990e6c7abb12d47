/**
 * What kind of conflict it is (DOMAIN 5.2), told from the two versions that met. One kind cannot be told that way:
 * two withdrawals that are each covered by the account and together are not. No rule for a row finds that; it shows
 * only in the result (`belowZero`).
 */
import type { Version } from './version.ts'

export type ConflictKind = 'update-update' | 'insert-insert' | 'unique' | 'update-delete' | 'delete-delete' | 'negative'

/** `sameRow` false: two rows with different keys and the same unique value. Symmetric. */
export function conflictKind(a: Version, b: Version, sameRow = true): Exclude<ConflictKind, 'negative'> {
  if (!sameRow) return 'unique'
  if (a.image === 'delete' && b.image === 'delete') return 'delete-delete'
  if (a.image === 'delete' || b.image === 'delete') return 'update-delete'
  return a.image === 'insert' && b.image === 'insert' ? 'insert-insert' : 'update-update'
}

/**
 * For an applier that met an error: the row on the other side is not at hand. `uniqueTaken`: its unique value was held
 * by a row with another key.
 */
export function kindOfError(version: Version, uniqueTaken: boolean): Exclude<ConflictKind, 'negative'> {
  if (version.image === 'insert') return uniqueTaken ? 'unique' : 'insert-insert'
  return version.image === 'delete' ? 'delete-delete' : 'update-delete'
}

/** Is it a counter that has fallen below zero? `value`: canonical JSON. */
export function belowZero(value: string): boolean {
  return /^-[1-9]/.test(value)
}
