import type { SourceError } from './faults.ts'
import { Machine } from './machine.ts'
import { openOn, type Sandbox } from './sandbox.ts'

export type OpenSandbox = (source: string) => Sandbox | SourceError

/** `quickJs`: the file `emscripten-module.wasm` of the pinned package. All sandboxes share one interpreter's memory. */
export async function sandboxes(quickJs: Uint8Array): Promise<OpenSandbox> {
  const machine = await Machine.from(quickJs)
  return (source) => openOn(machine, source)
}
