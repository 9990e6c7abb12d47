/** Which entry is meant: by its number in the store, by its name (where it was born, and its number there), by its content. */
import type { Dot } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { nameOfRow } from './keys.ts'
import type { MultiMaster } from './multiMaster.ts'
import type { Written } from './written.ts'

export const mastersOf = ({ multi }: World): MultiMaster => multi!

/** The entry of this name. */
export const entryOf = (multi: MultiMaster, { origin, sequence }: Dot): number =>
  multi.sites[origin]!.own.get(sequence - 1)

/** `db1:6`. */
export const dotName = ({ nodes }: World, { origin, sequence }: Dot): string => `${nodes[origin]!.id}:${sequence}`

export const writeOf = (world: World, dot: Dot): number => world.entries.writeOf(entryOf(mastersOf(world), dot))

export const writtenOf = (world: World, entry: number): Written => mastersOf(world).written.get(entry)!

/** Where it was born and its number there. */
export const dotOf = ({ entries }: World, entry: number): Dot => ({
  origin: entries.originOf(entry),
  sequence: entries.sequenceOf(entry),
})

export const rowName = ({ settings }: World, key: number): string => nameOfRow(settings.multiMaster!.rows, key)
