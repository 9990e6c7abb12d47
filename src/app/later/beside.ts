/** What draws and tells some runs only; null = it is all here. */
import type { Run } from '../../run/index.ts'
import { fetchStagePacks } from '../../stage/index.ts'
import { fetchWordPacks } from '../../words/index.ts'

export function fetchBeside(names: readonly string[], run: Run | null): Promise<void> | null {
  const missing = [fetchStagePacks(names, run), fetchWordPacks(names, run)].filter((one) => one !== null)
  return missing.length === 0 ? null : Promise.all(missing).then(() => {})
}
