/** The value: scenario + seed + interventions, its schema, and the codec for links and files. Imports nothing. */
export type { Action, Intervention } from './intervention.ts'
export { MODEL, type Run } from './run.ts'
export type * from './scenario.ts'
