/** What several masters hold and where their appliers stand, for questions about them (DOMAIN 5). */
import type { Frame, VersionFrame } from '../engine/index.ts'
import type { Sight } from './story.ts'

export type Several = NonNullable<Frame['multiMaster']>
export type Channel = Several['sites'][number]['channels'][number]

const siteOf = ({ frame }: Sight, id: string) => frame.multiMaster?.sites.find(({ node }) => node === id)

/** By whom it copies from; none where there is one master. */
export const channelsOf = (sight: Sight, id: string): readonly Channel[] => siteOf(sight, id)?.channels ?? []

/** The error that one of its appliers has stopped with; 0 = none has; null = it is not one of several masters. */
export function errorOf(sight: Sight, id: string): number | null {
  const site = siteOf(sight, id)
  return site === undefined ? null : (site.channels.find(({ error }) => error !== null)?.error?.code ?? 0)
}

/** How many versions of a row a node holds: several are siblings; one that is deleted has none. */
export const versionsOf = (sight: Sight, id: string, key: string): number =>
  sight.rows(id).filter((row) => row.key === key).length

/** What the writer of an entry ("db2:1") had seen of a master's writes, by their count; null = there is no such entry. */
export function seenBy(sight: Sight, entry: string, master: string): number | null {
  const version = versionNamed(sight, entry)
  return version === undefined ? null : counterOf(version, master)
}

export const RELATIONS = ['before', 'after', 'concurrent'] as const

/** How one entry stands to another: whether either writer had seen the other. Null: one of them is not there, or both are one. */
export function relationOf(sight: Sight, one: string, other: string): (typeof RELATIONS)[number] | null {
  const [a, b] = [versionNamed(sight, one), versionNamed(sight, other)]
  if (a === undefined || b === undefined || a === b) return null
  if (counterOf(b, a.origin) >= a.sequence) return 'before'
  return counterOf(a, b.origin) >= b.sequence ? 'after' : 'concurrent'
}

const versionNamed = (sight: Sight, entry: string): VersionFrame | undefined =>
  sight.versions().find(({ origin, sequence }) => `${origin}:${sequence}` === entry)

const counterOf = ({ vector }: VersionFrame, master: string): number =>
  vector.find(({ origin }) => origin === master)?.sequence ?? 0
