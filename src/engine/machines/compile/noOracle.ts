// In place of the oracle where XState is not: in the built pages, which never ask for it.
import type { Program } from './program.ts'

export function oracle(): Program {
  throw new Error("XState's own executor is not a part of this build.")
}
