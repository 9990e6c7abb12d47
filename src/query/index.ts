/** One small language over a frame, or folded over a run: gates, searches and conformance ask with it (LANGUAGE.md). */
export { type Measure, measure, parseMeasure, parseQuery, type Query } from './query.ts'
export type { Cast, Sight, Story } from './story.ts'
export { percentile } from './value.ts'
