/** Choosing how to replicate: a reader's needs, the candidates, the trials that all of them go through, and the verdict. */
export { type Candidate, candidatesFor, machinesOf } from './candidates.ts'
export { type Figures, figuresOf, MEASURES } from './figures.ts'
export { DEFAULT_NEEDS, LIMITS, NEEDS, type NeedName, type Needs, readNeeds, WORK, writtenNeeds } from './needs.ts'
export { READER_NEEDS, READERS } from './readers.ts'
export { TRIALS, type Trial, trialRun } from './trials.ts'
export { type Finding, limitsOf, type Reason, type Tried, type Verdict, verdictOf } from './verdict.ts'
