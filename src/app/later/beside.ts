/** What draws and tells the runs of some packs of the engine only; null = it is all here. */
import { fetchStagePacks } from '../../stage/index.ts'
import { fetchWordPacks } from '../../words/index.ts'

export function fetchBeside(names: readonly string[]): Promise<void> | null {
  const missing = [fetchStagePacks(names), fetchWordPacks(names)].filter((one) => one !== null)
  return missing.length === 0 ? null : Promise.all(missing).then(() => {})
}
