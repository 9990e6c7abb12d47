/**
 * Generated keys. Every master counts by itself; a row that comes from another one moves the count past its key, as
 * InnoDB does. Two masters that count 1, 2, 3 give the same number away; with `auto_increment_increment` as many as
 * there are masters and each its own offset they cannot.
 */
import type { World } from '../world/index.ts'
import { GENERATED, isGenerated } from './keys.ts'
import type { Site } from './site.ts'

export function takeKey(world: World, site: Site): number {
  const { nodes, settings } = world
  const isShared = settings.multiMaster!.generatedKeys === 'shared'
  const step = isShared ? 1 : nodes.length
  const offset = isShared ? 1 : site.number + 1
  const rounds = Math.max(0, Math.ceil((site.nextKey - offset) / step))
  const number = offset + rounds * step
  site.nextKey = number + 1
  return GENERATED + number
}

/** A row with this key is there now. */
export function passKey(site: Site, key: number): void {
  if (isGenerated(key)) site.nextKey = Math.max(site.nextKey, key - GENERATED + 1)
}
