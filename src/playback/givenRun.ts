// In place of the check where every run has passed it already: the figure reads links by it, and presets passed it when they
// were built in.
import type { Run } from '../run/index.ts'

export const fetchCheck = (): null => null

export const checkedRun = (run: Run): { run: Run } | { problem: string } => ({ run })
