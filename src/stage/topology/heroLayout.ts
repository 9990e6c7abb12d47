import {
  type Box,
  type Cast,
  clientColumn,
  column,
  type Layout,
  MASTER_HEIGHT,
  type MonitorPlace,
  type Room,
  SEVEN,
  SLAVE_HEIGHT,
} from './layout.ts'

/** The home page: one scene without furniture. The monitor keeps out of sight until it has something to do. */
export const WIDTH = 760
const HEIGHT = 392
const EDGE = 12
const MASTER = 252

/** Stage units that so many nodes need. */
export const heroHeight = (nodes: number): number => Math.max(HEIGHT, column(nodes - 1, 0, 0).needs + 2 * EDGE)

export function heroLayout(cast: Cast, room: Room): Layout {
  const [first, ...others] = cast.nodes
  const needs = heroHeight(cast.nodes.length)
  const scale = Math.min(room.width / WIDTH, room.height / needs, 1)
  const width = room.width / scale
  const height = room.height / scale
  const left = Math.round((width - WIDTH) / 2)
  const top = Math.round(Math.max(0, height - needs) / 2)
  const masterY = top + Math.round((needs - HEIGHT) / 2) + 132
  const { density, ys } = slaveColumn(others.length, needs - 2 * EDGE, top + EDGE, masterY)

  const cards = new Map<string, Box>()
  if (first !== undefined) cards.set(first, { x: left + 96, y: masterY, width: MASTER, height: MASTER_HEIGHT })
  others.forEach((id, i) => {
    cards.set(id, { x: left + 510, y: ys[i]!, width: 248, height: SLAVE_HEIGHT[density] })
  })
  return {
    width,
    height,
    scale,
    cards,
    clients: clientColumn(cast.clients, left + 38, masterY + 40, 90),
    monitor: cast.monitor ? monitorPlace(others.length, left, masterY) : null,
    ledger: { x: left + 108, y: masterY + 118, width: 236, height: 140 },
    density,
    columns: SEVEN,
  }
}

function slaveColumn(count: number, height: number, top: number, masterY: number) {
  if (count === 1) return { density: 'full' as const, ys: [masterY - 21] }
  if (count === 2) return { density: 'full' as const, ys: [masterY - 106, masterY + 90] }
  return column(count, height, top)
}

/** Between the two slaves; with one below it, with more above the master. */
function monitorPlace(slaves: number, left: number, masterY: number): MonitorPlace {
  const x = left + (slaves > 2 ? 300 : 432)
  const y = slaves > 2 ? masterY - 72 : slaves === 2 ? masterY + 56 : masterY + 168
  return { x, y, note: { x: x + 34, y: y - 20, width: 124, height: 48 }, anchor: 'start' }
}
