/** Which version wins: the conflict rules, and what they work on. Pure; nothing here knows a world. */
export {
  type Applied,
  applyInDomain,
  applyRow,
  applyStatement,
  type Statement,
} from './arrival.ts'
export { conflictKind, kindOfError } from './conflictKind.ts'
export { feedRow } from './feedRow.ts'
export { HYBRID_START, type Hybrid, hybridReceive, hybridTick } from './hybrid.ts'
export type { MergeFunction, Met, Resolver, RowHistory } from './resolver.ts'
export { EMPTY_ROW, type RowState, sameRow, seenIn, valuesOf } from './row.ts'
export { RESOLVERS, type RuleName } from './rules.ts'
export { type Judged, type Ruling, rulingsOf } from './sideBySide.ts'
export { COLLECTED, isDeleted, isResurrected, mayCollect } from './tombstones.ts'
export { covers, includes, join, type Vector, withDots } from './vector.ts'
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
