/** The interpreter for a page or its Worker: fetched when the first function is opened, and not before. */
import address from '@jitl/quickjs-wasmfile-release-sync/wasm?url'
import { type OpenSandbox, sandboxes } from './sandboxes.ts'

/** Rejects with one sentence where the file cannot be had: a page from a file, a network that is gone. */
export async function fetchInterpreter(): Promise<OpenSandbox> {
  let answer: Response
  try {
    answer = await fetch(address)
  } catch {
    throw new Error('The interpreter for functions could not be loaded.')
  }
  if (!answer.ok) throw new Error(`The interpreter for functions could not be loaded: ${answer.status}.`)
  return sandboxes(new Uint8Array(await answer.arrayBuffer()))
}
