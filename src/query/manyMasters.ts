/** What several masters hold and where their appliers stand, for questions about them (DOMAIN 5). */
import type { Frame } from '../engine/index.ts'
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
