import { hasCenters, inCenters } from './groups.ts'
import {
  type Box,
  type Cast,
  type Center,
  type Columns,
  type Density,
  type Layout,
  type Room,
  SLAVE_HEIGHT,
} from './layout.ts'
import { packs } from './packs.ts'

/**
 * A phone: cards as wide as the screen, in order of succession, links in the gaps between them. Clients, monitor and
 * lost writes are told in words beside the stage. With more nodes the cards get lower, down to one line each, before
 * anything is scaled; `stackedHeight` says what a page may give so that they need not.
 */
export const WIDTH = 390
/** A token on the lane beside the cards stays on the screen, and so does the bar of a gate. */
const CARD = 346
const LANE = 12
const MASTER = 84
const GAP = 34
/** Room for clients on the left of the cards; what readers saw stands below them. */
const CLIENTS = 76
const READERS = 112
/** A comparison cuts off what is beyond its edge, and a name stands on the edge of an outline. */
const OVER = 8
const TOP = 6
const BOTTOM = 4

const CELLS: Columns = { card: CARD, x: 96, count: 7, pitch: 34, cell: 30 }
const LINE: Columns = { card: CARD, x: 214, count: 6, pitch: 21, cell: 19 }
const LEAST_GAP: Record<Density, number> = { full: GAP, compact: 14, slim: 10, mini: 8, line: 8 }

/** Of an outline above, below and beside its cards. */
const NAMED = 13
const ENDED = 5
const SIDE = 8

export const stackedHeight = (nodes: number): number =>
  TOP + MASTER + Math.max(0, nodes - 1) * (SLAVE_HEIGHT[nodes > 3 ? 'compact' : 'full'] + GAP) + BOTTOM

export function stackedLayout(cast: Cast, room: Room): Layout {
  const { master, groups } = inCenters(cast)
  const ruled = hasCenters(cast)
  const others = groups.flatMap(({ nodes }) => nodes).filter((id) => id !== master)
  // The name of a data centre stands in its upper edge.
  const firsts = new Set(ruled ? groups.map(({ nodes }) => nodes[0]) : [])
  const lasts = new Set(ruled ? groups.map(({ nodes }) => nodes[nodes.length - 1]) : [])
  const edges = firsts.size * NAMED + lasts.size * ENDED
  const wished = room.aside ? (cast.readers ? READERS : CLIENTS) : 0
  const aside = room.width < WIDTH + wished ? 0 : wished
  const top = aside > 0 && ruled ? TOP + OVER : TOP
  // Beside another picture it has that one's size, and shows what there is room for.
  const wide = Math.min(room.width / (WIDTH + aside), aside > 0 ? 1 : 1.5)
  const densities: Density[] = ruled
    ? ['full', 'compact', 'slim', 'mini', 'line']
    : others.length > 2
      ? ['compact', 'slim', 'mini', 'line']
      : ['full', 'mini', 'line']
  const needs = (d: Density) =>
    top + masterHeight(d) + others.length * (SLAVE_HEIGHT[d] + LEAST_GAP[d]) + BOTTOM + edges
  const fitting = (scale: number) => densities.find((d) => needs(d) * scale <= room.height)
  const found = fitting(wide) ? wide : 1
  const density = fitting(found) ?? 'line'
  const scale = Math.min(wide, room.height / needs(density))
  const width = room.width / scale
  const height = room.height / scale
  const left = Math.round((width - aside - CARD - LANE) / 2 + aside)
  const spare = others.length > 0 ? (height - needs(density)) / others.length : 0
  const gap = LEAST_GAP[density] + Math.max(0, Math.min(GAP + 26 - LEAST_GAP[density], Math.floor(spare)))
  const cards = new Map<string, Box>()
  let y = top
  const put = (id: string, cardHeight: number) => {
    if (firsts.has(id)) y += NAMED
    cards.set(id, { x: left, y, width: CARD, height: cardHeight })
    y += cardHeight + gap + (lasts.has(id) ? ENDED : 0)
  }
  if (master !== undefined) put(master, masterHeight(density))
  for (const id of others) put(id, SLAVE_HEIGHT[density])
  const centers: Center[] = []
  for (const { id, nodes, clients, monitors } of groups) {
    const [first, last] = [cards.get(nodes[0] ?? ''), cards.get(nodes[nodes.length - 1] ?? '')]
    if (id === null || !ruled || !first || !last) continue
    const top = first.y - NAMED
    // The lane of the links is outside of it.
    const box = { x: left - SIDE, y: top, width: CARD + SIDE + 3, height: last.y + last.height + ENDED - top }
    centers.push({ id, nodes, clients, monitors, box })
  }
  return {
    width,
    height,
    scale,
    cards,
    clients: aside > 0 ? packs.crowd.besideStack(cast, cards) : new Map(),
    monitor: null,
    monitors: new Map(),
    ledger: null,
    density,
    columns: density === 'line' ? LINE : CELLS,
    centers,
  }
}

const masterHeight = (density: Density) => (density === 'line' ? SLAVE_HEIGHT.line : MASTER)
