/**
 * In place of `packs.ts` in pages: each piece is fetched before the first word about a run that needs it is said. Whoever
 * hosts the run sees to that, so nobody asks for what is not there.
 */
import type { Run } from '../run/index.ts'
import type { packs as all } from './packs.ts'

type Packs = typeof all

export const packs = {} as Packs

const FETCH: { [Piece in keyof Packs]: () => Promise<Pick<Packs, Piece>> } = {
  masters: () => import('./packMasters.ts'),
  operations: () => import('./packOperations.ts'),
}

/** By the name of the engine's pack. */
const GOES_WITH: Record<string, readonly (keyof Packs)[]> = {
  // Their merge function is a setting, too.
  multiMaster: ['masters', 'operations'],
  operations: ['operations'],
}

/** What is told of a setting: in which runs is one another than it was? */
const isSet = ({ interventions }: Run): boolean =>
  interventions.some((one) => one.do === 'set' || one.do === 'set-function')

/** `run`: what is opened; null = something is done to a run, whatever it is. */
export function fetchWordPacks(names: readonly string[], run: Run | null = null): Promise<void> | null {
  const wanted = names.flatMap((name) => GOES_WITH[name] ?? [])
  const missing = wanted.filter((piece) => !(piece in packs) && (piece !== 'operations' || run === null || isSet(run)))
  if (missing.length === 0) return null
  return Promise.all(missing.map(async (piece) => void Object.assign(packs, await FETCH[piece]()))).then(() => {})
}
