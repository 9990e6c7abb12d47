import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The interpreter's bytes, from the installed package. */
export const quickJs = (): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'))
