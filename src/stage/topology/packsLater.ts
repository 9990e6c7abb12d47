/**
 * In place of `packs.ts` in pages: each piece is fetched before the first frame of a run that needs it is drawn. Whoever
 * hosts the run sees to that, so nobody asks for what is not there. Only how much room a crowd has is not known before the
 * stage is: it asks for that piece itself.
 */
import { hasManyMasters, type Run } from '../../run/index.ts'
import type { packs as all } from './packs.ts'

type Packs = typeof all

export const packs = {} as Packs

const FETCH: { [Piece in keyof Packs]: () => Promise<Pick<Packs, Piece>> } = {
  masters: () => import('./packMasters.ts'),
  crowd: () => import('./packCrowd.ts'),
}

/** By the name of the engine's pack. Of several masters nobody else draws; whoever builds nodes makes a crowd. */
const GOES_WITH: Record<string, keyof Packs> = { multiMaster: 'masters', operations: 'crowd' }

export function fetchPieces(pieces: readonly (keyof Packs)[]): Promise<void> | null {
  const missing = pieces.filter((piece) => !(piece in packs))
  if (missing.length === 0) return null
  return Promise.all(missing.map(async (piece) => void Object.assign(packs, await FETCH[piece]()))).then(() => {})
}

/** `run`: what is opened; null = something is done to a run, whatever it is. */
export function fetchStagePacks(names: readonly string[], run: Run | null = null): Promise<void> | null {
  const pieces = names.flatMap((name) => GOES_WITH[name] ?? [])
  if (run === null) return fetchPieces(pieces)
  const others = pieces.filter((piece) => piece !== 'crowd')
  return fetchPieces(isCrowded(run) ? [...others, 'crowd'] : others)
}

/** Most runs that a small picture has no places for. The others are found out when they are drawn. */
function isCrowded({ scenario, interventions }: Run): boolean {
  const { nodes, clients, failover } = scenario
  const placed = [...nodes, ...clients, ...failover.monitors].some(({ dataCenter }) => dataCenter !== undefined)
  // Several masters have places of their own, but for the outlines of data centres.
  if (placed || hasManyMasters(scenario)) return placed
  const many = nodes.length > 3 || clients.length > 5 || failover.monitors.length > 1
  return many || interventions.some((one) => one.do === 'add-slave')
}
