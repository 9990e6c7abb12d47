/** Phantom reads: what a client has read and the surviving history does not hold (DOMAIN 1). */
import type { World } from '../world/index.ts'
import { historyOf } from './history.ts'

/** Is a version that somebody read missing from the surviving history? `entry` 0, a row that did not exist, never is. */
export const isPhantom = (world: World, entry: number): boolean =>
  entry !== 0 && historyOf(world).positionOf(entry) === 0

/** Rows of the reads that are phantoms now, oldest first. To be asked when an epoch has begun: it looks at every read. */
export function phantomReads(world: World): number[] {
  const { reads } = world
  const rows: number[] = []
  for (let row = 0; row < reads.length; row++) if (isPhantom(world, reads.entry.get(row))) rows.push(row)
  return rows
}
