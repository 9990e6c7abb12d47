/**
 * In place of `packs.ts` in pages: each piece is fetched before the first word about a run that needs it is said. Whoever
 * hosts the run sees to that, so nobody asks for what is not there.
 */
import type { packs as all } from './packs.ts'

type Packs = typeof all

export const packs = {} as Packs

/** By the name of the engine's pack. */
const FETCH: Record<string, () => Promise<Partial<Packs>>> = {
  multiMaster: () => import('./packMasters.ts'),
}

const here = new Set<string>()

export function fetchWordPacks(names: readonly string[]): Promise<void> | null {
  const missing = names.filter((name) => name in FETCH && !here.has(name))
  if (missing.length === 0) return null
  const each = missing.map(async (name) => {
    Object.assign(packs, await FETCH[name]!())
    here.add(name)
  })
  return Promise.all(each).then(() => {})
}
