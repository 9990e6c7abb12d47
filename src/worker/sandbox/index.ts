/**
 * The sandbox for a reader's merge function. Nothing here is asked for before a reader opens a function: QuickJS itself
 * is a file apart, and whoever needs it hands its bytes in (the page fetches them, the command line reads them).
 */
export type { SourceError } from './faults.ts'
export { type CounterExample, checkLaws, checkLawsInTurns, type Law, type LawReport } from './laws.ts'
export type { MergeCall, Merged, MergeVersion, Sandbox } from './sandbox.ts'
export { type OpenSandbox, sandboxes } from './sandboxes.ts'
export { fetchSandboxes } from './whenOpened.ts'
