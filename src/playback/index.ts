/** Plays a run: owns time, checkpoints, branches. Knows no screen. */
export { type Beside, type Merging, Packs } from './packs.ts'
export { createPlayback, type Playback } from './playback.ts'
export { fetchAnswers } from './questions.ts'
export type * from './transport.ts'
export { SPEEDS } from './transport.ts'
export { playWhole } from './whole.ts'
