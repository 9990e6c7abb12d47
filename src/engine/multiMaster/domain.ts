/**
 * Masters that number their transactions in one domain (MariaDB without `gtid_domain_id`, with `gtid_strict_mode`): each
 * goes on from the highest number in its own log, so two that write at once give the same number away, and neither takes
 * the other one's. With a domain for each, which is what several masters need, every one has an order of its own.
 */
import { applyInDomain } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { writtenOf } from './naming.ts'
import type { Site } from './site.ts'

export const sharesDomain = ({ settings }: World): boolean => settings.multiMaster!.numbers === 'shared'

/** Is its number out of order here? By other rules nobody asks. */
export const orderError = (world: World, site: Site, entry: number): 0 | 1950 =>
  sharesDomain(world) && world.settings.multiMaster!.rule === 'arrival'
    ? applyInDomain(site.domainEnd, writtenOf(world, entry).inDomain)
    : 0

/** It is in the log now. */
export function noteInDomain(world: World, site: Site, entry: number): void {
  site.domainEnd = Math.max(site.domainEnd, writtenOf(world, entry).inDomain)
}
