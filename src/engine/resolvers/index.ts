/** Which version wins: the conflict rules, and what they work on. Pure; nothing here knows a world. */
export {
  type Applied,
  applyInDomain,
  applyRow,
  applyStatement,
  type OnError,
  type Statement,
} from './arrival.ts'
export { commonBase } from './commonBase.ts'
export { belowZero, type ConflictKind, conflictKind, kindOfError } from './conflictKind.ts'
export { feedRow } from './feedRow.ts'
export { HYBRID_START, type Hybrid, hybridReceive, hybridTick } from './hybrid.ts'
export type { MergeFunction, Met, Outcome, Resolver, RowHistory, Ties } from './resolver.ts'
export { EMPTY_ROW, type RowState, sameRow, seenIn, valuesOf } from './row.ts'
export { RESOLVERS, type RuleName, type RuleNeeds } from './rules.ts'
export { COLLECTED, isDeleted, isResurrected, mayCollect, type TombstonePolicy } from './tombstones.ts'
export { compare, covers, includes, join, meet, type Relation, type Vector, withDots } from './vector.ts'
export {
  type Dot,
  dotsOf,
  hasSeen,
  historyOf,
  relate,
  type Seen,
  TOMBSTONE,
  type Version,
} from './version.ts'
