/**
 * Where an arrow key leads from a participant. Right and left go down and up the way that entries take: client,
 * master, slave, the slave's slaves. Down and up go to the neighbours beside it, and then round to everybody who
 * stands beside that way: clients, monitors, the links.
 */
import type { Frame } from '../../engine/index.ts'
import type { Selection } from '../page/page.ts'

export type Arrow = 'up' | 'down' | 'left' | 'right'
type Cast = Pick<Frame, 'nodes' | 'clients' | 'monitors' | 'links'>

const node = (id: string): Selection => ({ kind: 'node', id })
const client = (id: string): Selection => ({ kind: 'client', id })
const link = (id: string): Selection => ({ kind: 'link', id })
const monitor = (id: string): Selection => ({ kind: 'monitor', id })

/** Links that a stage shows and a text view lists: those between nodes, and others once something is wrong with them. */
const listedLinks = ({ links }: Pick<Frame, 'links'>) =>
  links.filter(({ kind, state }) => kind === 'replication' || state !== 'up')

/** Everybody, in the order of the text view: nodes from the master down, clients, monitors, links. */
export function everybody(frame: Cast): Selection[] {
  return [...frame.nodes.map(({ id }) => node(id)), ...besides(frame)]
}

const besides = (frame: Cast): Selection[] => [
  ...frame.clients.map(({ id }) => client(id)),
  ...frame.monitors.map(({ id }) => monitor(id)),
  ...listedLinks(frame).map(({ id }) => link(id)),
]

export const isSame = (one: Selection | null, other: Selection | null): boolean =>
  one !== null && other !== null && one.kind === other.kind && one.id === other.id

/** Where that arrow leads; null = nowhere. From nobody (or somebody who is gone) it leads to the first. */
export function walk(frame: Cast, from: Selection | null, arrow: Arrow): Selection | null {
  const first = everybody(frame)[0] ?? null
  if (!from || !everybody(frame).some((one) => isSame(one, from))) return first
  if (arrow === 'left' || arrow === 'right') return along(frame, from, arrow)
  const ring = ringOf(frame, from)
  const here = ring.findIndex((one) => isSame(one, from))
  return ring[(here + (arrow === 'down' ? 1 : -1) + ring.length) % ring.length] ?? first
}

function along({ nodes, clients, monitors, links }: Cast, { kind, id }: Selection, arrow: Arrow): Selection | null {
  if (kind === 'link') {
    const found = links.find((one) => one.id === id)
    const end = arrow === 'left' ? found?.from : found?.to
    return end !== undefined && nodes.some((one) => one.id === end) ? node(end) : null
  }
  if (kind === 'client') {
    const target = clients.find((one) => one.id === id)?.target
    return arrow === 'right' && target !== undefined ? node(target) : null
  }
  if (kind === 'monitor') {
    const watches = monitors.find((one) => one.id === id)?.watches
    return arrow === 'right' && watches !== undefined ? node(watches) : null
  }
  const here = nodes.find((one) => one.id === id)
  if (arrow === 'right') {
    const below = nodes.find((one) => aboveOf(one) === id)
    return below ? node(below.id) : null
  }
  const above = here && aboveOf(here)
  if (above) return node(above)
  const writer = clients.find(({ target }) => target === id)
  return writer ? client(writer.id) : null
}

/** Whom it copies from now; a master copies from nobody, however it was placed. */
const aboveOf = ({ role, upstream }: Frame['nodes'][number]): string | null => (role === 'master' ? null : upstream)

function ringOf(frame: Cast, from: Selection): Selection[] {
  const { nodes } = frame
  const here = from.kind === 'node' ? nodes.find(({ id }) => id === from.id) : undefined
  const above = here ? aboveOf(here) : null
  return [...nodes.filter((one) => aboveOf(one) === above).map(({ id }) => node(id)), ...besides(frame)]
}
