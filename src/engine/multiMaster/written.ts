/** What clients ask for, and what came of it where they asked: everything that an entry carries to other masters. */
import type { Digest } from '../kernel/hash.ts'
import { feedRow, type RowState, type Version } from '../resolvers/index.ts'

export type Operation = 'put' | 'increment' | 'add' | 'insert' | 'delete'

export const OPERATIONS: readonly Operation[] = ['put', 'increment', 'add', 'insert', 'delete']

/** One write as its client issued it. */
export interface Asked {
  readonly operation: Operation
  /** The number that it puts, adds, appends, or must be the only one to have. */
  readonly argument: number
  /** -1 = a key is generated where it is carried out. */
  readonly key: number
}

/** One entry of a log. */
export interface Written {
  readonly operation: Operation
  readonly argument: number
  readonly key: number
  /** A value that no other row may have; null = the row has none. */
  readonly unique: number | null
  /** Null: a transaction that changed no row. */
  readonly version: Version | null
  /** Its number where all masters count on in one domain; 0 = its origin's own number is the only one. */
  readonly inDomain: number
  /** The row at its origin once it was written there. */
  readonly after: RowState
}

export function feedWritten(digest: Digest, written: Written): void {
  const { operation, argument, key, unique, version, inDomain, after } = written
  digest.int(OPERATIONS.indexOf(operation)).int(argument).int(key)
  digest.int(unique === null ? 0 : 1).int(unique ?? 0)
  if (version !== null) feedRow({ versions: [version], shown: [], context: [] }, digest)
  if (inDomain > 0) digest.int(inDomain)
  feedRow(after, digest)
}
