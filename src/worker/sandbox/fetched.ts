/** The interpreter for a page or its Worker: fetched when the first function is opened, and not before. */
import address from '@jitl/quickjs-wasmfile-release-sync/wasm?url'
import { type OpenSandbox, sandboxes } from './sandboxes.ts'

/** A figure may connect to nobody, so the file is part of a script there: a `data:` address. */
const within = (address: string): Uint8Array =>
  Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (character) => character.charCodeAt(0))

/** Rejects with one sentence where the file cannot be had: a page from a file, a network that is gone. */
export async function fetchInterpreter(): Promise<OpenSandbox> {
  if (address.startsWith('data:')) return sandboxes(within(address))
  let answer: Response
  try {
    answer = await fetch(address)
  } catch {
    throw new Error('The interpreter for functions could not be loaded.')
  }
  if (!answer.ok) throw new Error(`The interpreter for functions could not be loaded: ${answer.status}.`)
  return sandboxes(new Uint8Array(await answer.arrayBuffer()))
}
