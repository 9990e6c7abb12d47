/** A version of a row as a picture of it: whose write, by which clocks, knowing what. */
import type { EntryName, VersionFrame } from '../frame/index.ts'
import { type Dot, historyOf, TOMBSTONE, type Vector, type Version } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { entryOf, mastersOf } from './naming.ts'

export const entryName = ({ nodes }: World, { origin, sequence }: Dot): EntryName => ({
  origin: nodes[origin]!.id,
  sequence,
})

/** Origins that wrote nothing are left out. */
export const vectorFrame = (world: World, vector: Vector): EntryName[] =>
  vector.flatMap((sequence, origin) => (sequence > 0 ? [entryName(world, { origin, sequence })] : []))

export function versionFrame(world: World, version: Version): VersionFrame {
  const { entries, writes, clients } = world
  const entry = entryOf(mastersOf(world), version)
  const write = entries.writeOf(entry)
  const { value, wallUs, hybrid, sources } = version
  return {
    ...entryName(world, version),
    value: value === TOMBSTONE ? null : value,
    write,
    client: write > 0 ? clients[writes.client.get(write - 1)]!.id : '',
    wallUs,
    bornAt: entries.bornAtOf(entry),
    hybrid: { ...hybrid },
    vector: vectorFrame(world, historyOf(version)),
    mergedFrom: sources.map((dot) => entryName(world, dot)),
    toldOk: write > 0 && writes.outcome.get(write - 1) === OK,
  }
}

/** What each write left, in the order of the writes; those that changed no row left nothing. */
export function mastersVersions(world: World): VersionFrame[] {
  const { written } = mastersOf(world)
  const frames: VersionFrame[] = []
  for (let entry = 1; entry <= world.entries.length; entry++) {
    const version = written.get(entry)?.version
    if (version) frames.push(versionFrame(world, version))
  }
  return frames
}
