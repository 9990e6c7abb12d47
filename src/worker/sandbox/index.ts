/**
 * The sandbox for a reader's merge function. Nothing here is asked for before a reader opens a function: QuickJS itself
 * is a file apart, and whoever needs it hands its bytes in (the page fetches them, the command line reads them).
 */
import { Machine } from './machine.ts'
import { openOn, type Sandbox } from './sandbox.ts'
import type { SourceError } from './faults.ts'

export type { Fault, FaultKind, SourceError } from './faults.ts'
export { checkLaws, type CounterExample, type Law, type LawReport, type Trying } from './laws.ts'
export type { MergeBase, MergeCall, Merged, MergeVersion, Sandbox } from './sandbox.ts'

export type OpenSandbox = (source: string) => Sandbox | SourceError

/** `quickJs`: the file `emscripten-module.wasm` of the pinned package. All sandboxes share one interpreter's memory. */
export async function sandboxes(quickJs: Uint8Array): Promise<OpenSandbox> {
  const machine = await Machine.from(quickJs)
  return (source) => openOn(machine, source)
}
