import type { Cast } from './layout.ts'
import { tiersOf } from './tiers.ts'

/** Who stands together: the members of one data centre, in the order in which a tree would list them. */
export interface Group {
  /** null: those who stand nowhere in particular. */
  id: string | null
  nodes: string[]
  clients: string[]
  monitors: readonly string[]
  /** The one that is drawn first, on the left. */
  isFirst: boolean
}

export interface Groups {
  master: string | undefined
  groups: Group[]
  /** Clients that stand nowhere. */
  outside: string[]
}

/** Is anybody's place told at all? */
export const hasCenters = ({ centers = [] }: Cast): boolean =>
  centers.some(({ nodes, monitors = [] }) => nodes.length + monitors.length > 0)

/** The group of the first master comes first, then the others in the order in which they are named. */
export function inCenters(cast: Cast): Groups {
  const { master, branches } = tiersOf(cast)
  const ordered = [...(master === undefined ? [] : [master]), ...branches.flatMap(({ id, leaves }) => [id, ...leaves])]
  const centers = cast.centers ?? []
  const of = (id: string): string | null => centers.find(({ nodes }) => nodes.includes(id))?.id ?? null
  const groups: Group[] = centers.map(({ id, clients, monitors = [] }) => ({
    id,
    nodes: ordered.filter((node) => of(node) === id),
    clients: cast.clients.filter((client) => clients.includes(client)),
    monitors: cast.monitor ? monitors : [],
    isFirst: false,
  }))
  const nowhere = ordered.filter((node) => of(node) === null)
  if (nowhere.length > 0) groups.push({ id: null, nodes: nowhere, clients: [], monitors: [], isFirst: false })
  const peopled = groups.filter(({ nodes, clients, monitors }) => nodes.length + clients.length + monitors.length > 0)
  const leads = ({ nodes }: Group) => master !== undefined && nodes.includes(master)
  const placed = new Set(centers.flatMap(({ clients }) => clients))
  return {
    master,
    groups: [...peopled.filter(leads), ...peopled.filter((group) => !leads(group))].map((group, i) => ({
      ...group,
      isFirst: i === 0,
    })),
    outside: cast.clients.filter((client) => !placed.has(client)),
  }
}
