/** What every write so far left of its row, read off on demand: also of those that were written over or thrown away. */
import type { VersionFrame } from '../frame/index.ts'
import type { World } from '../world/index.ts'

/** In the order of the writes; none with one master. */
export const versionsOf = (world: World): VersionFrame[] => world.kit.calls.mastersVersions(world)
