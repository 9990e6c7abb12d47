/** The border: one playback in this thread or in a Worker, behind one interface. */
export type * from '../playback/index.ts'
export { Opening, playWhole } from '../playback/index.ts'
export { createLab } from './createLab.ts'
export type { PageLab } from './inlineLab.ts'
export type { Lab } from './lab.ts'
export { mergingWith } from './merging.ts'
export { createOpeningLab, fetchPageLab } from './openingLab.ts'
export { createPageLab } from './pageLab.ts'
export {
  type CounterExample,
  checkLawsInTurns,
  fetchSandboxes,
  type Law,
  type LawReport,
  type MergeCall,
  type Merged,
  type MergeVersion,
  type OpenSandbox,
  type Sandbox,
  type SourceError,
  sandboxes,
} from './sandbox/index.ts'
