import { type Box, type Cast, type Layout, type Room, SLAVE_HEIGHT } from './layout.ts'

/**
 * A phone: cards as wide as the screen, in order of succession, links in the gaps between them. Clients, monitor and
 * lost writes are told in words beside the stage. With more than two slaves the cards are compact, and the picture
 * would rather be scrolled than shrunk: `stackedHeight` says what it needs at scale 1.
 */
export const WIDTH = 390
const CARD = 358
const MASTER = 84
const GAP = 34
const TOP = 6
const BOTTOM = 4

export const stackedHeight = (nodes: number): number =>
  TOP + MASTER + Math.max(0, nodes - 1) * (slaveHeight(nodes) + GAP) + BOTTOM

const slaveHeight = (nodes: number) => (nodes > 3 ? SLAVE_HEIGHT.compact : SLAVE_HEIGHT.full)

export function stackedLayout(cast: Cast, room: Room): Layout {
  const needs = stackedHeight(cast.nodes.length)
  const scale = Math.min(room.width / WIDTH, room.height / needs, 1.5)
  const width = room.width / scale
  const height = room.height / scale
  const left = Math.round((width - CARD) / 2)
  const gaps = Math.max(1, cast.nodes.length - 1)
  const gap = GAP + Math.min(26, Math.floor((height - needs) / gaps))
  const cards = new Map<string, Box>()
  let y = TOP
  cast.nodes.forEach((id, i) => {
    const cardHeight = i === 0 ? MASTER : slaveHeight(cast.nodes.length)
    cards.set(id, { x: left, y, width: CARD, height: cardHeight })
    y += cardHeight + gap
  })
  return {
    width,
    height,
    scale,
    cards,
    clients: new Map(),
    monitor: null,
    ledger: null,
    density: cast.nodes.length > 3 ? 'compact' : 'full',
    columns: { card: CARD, x: 96, count: 7, pitch: 34, cell: 30 },
  }
}
