/** Choosing how to replicate: a reader's needs, the candidates, the trials that all of them go through, and the verdict. */
export { CANDIDATES, type Candidate, candidatesFor, machinesOf } from './candidates.ts'
export { type Figures, figuresOf, MEASURES, type Measure } from './figures.ts'
export {
  type ChoiceNeed,
  DEFAULT_NEEDS,
  LIMITS,
  NEEDS,
  type NeedName,
  type Needs,
  type NumberNeed,
  readNeeds,
  WORK,
  writtenNeeds,
} from './needs.ts'
export { READER_NEEDS, READERS, type Reader } from './readers.ts'
export { TRIALS, type Trial, trialRun } from './trials.ts'
export { type Finding, type Judged, limitsOf, type Reason, type Tried, type Verdict, verdictOf } from './verdict.ts'
