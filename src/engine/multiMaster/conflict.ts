/** Two versions of a row that met without having known of each other, and what was made of it. */
import type { ConflictFrame } from '../frame/index.ts'
import type { Dot, RuleName, Version } from '../resolvers/index.ts'

export interface Conflict {
  readonly id: number
  readonly at: number
  /** Number of the node where it was found. */
  readonly node: number
  readonly key: number
  readonly kind: ConflictFrame['kind']
  readonly here: Version
  readonly there: Version
  readonly rule: RuleName
  readonly relation: ConflictFrame['relation']
  readonly outcome: ConflictFrame['outcome']
  readonly discarded: Dot | null
  /** What a reader's function was refused for. */
  readonly error: string | null
  readonly fact: number
}

/** How many are kept. */
export const KEPT = 100
