/** Plays a run: owns time, checkpoints, branches. Knows no screen. */
export type * from './transport.ts'
export { SPEEDS } from './transport.ts'
