import {
  type Cast,
  clientColumn,
  column,
  type Layout,
  MASTER_HEIGHT,
  type Room,
  SEVEN,
  SLAVE_HEIGHT,
} from './layout.ts'

/**
 * The lab: clients, the first master, then the others in a column on the right. The strip above 64 belongs to the
 * milestone, the one below the last 40 to the legend. The monitor stands in the gap between the old and the new
 * master; with three slaves and more there is no gap left, and it moves under the lost writes.
 */
const WIDTH = 728
const HEIGHT = 564
const TOP = 64
const BOTTOM = 40
const CARD = 248
/** Larger than this the stage stops growing: text has its size, a big screen gets air. */
const MOST = 1.5

export function wideLayout(cast: Cast, room: Room): Layout {
  const [first, ...others] = cast.nodes
  const needs = Math.max(HEIGHT, column(others.length, 0, 0).needs + TOP + BOTTOM)
  const scale = Math.min(room.width / WIDTH, room.height / needs, MOST)
  const width = room.width / scale
  const height = room.height / scale
  const spareX = width - WIDTH
  const spareY = height - HEIGHT
  // Half of the spare width lengthens the links, up to a point; the rest is margin.
  const stretch = Math.min(spareX / 2, 120)
  const left = Math.round((spareX - stretch) / 2)
  const masterY = Math.round(188 + Math.min(spareY, 200) * 0.45)
  const slaveX = Math.round(460 + left + stretch)
  const { density, ys } = slaveColumn(others.length, height, spareY, masterY)

  const cards = new Map<string, { x: number; y: number; width: number; height: number }>()
  if (first !== undefined) cards.set(first, { x: 92 + left, y: masterY, width: CARD, height: MASTER_HEIGHT })
  others.forEach((id, i) => {
    cards.set(id, { x: slaveX, y: ys[i]!, width: CARD, height: SLAVE_HEIGHT[density] })
  })
  const inGap = others.length <= 2
  const monitorX = inGap ? Math.round(428 + left + stretch / 2) : 330 + left
  const monitorY = Math.round(inGap ? masterY + 148 : height - 76)
  const note = inGap
    ? { x: monitorX + 34, y: monitorY - 20, width: 124, height: 48 }
    : { x: monitorX - 34 - 204, y: monitorY - 20, width: 204, height: 48 }
  return {
    width,
    height,
    scale,
    cards,
    clients: clientColumn(cast.clients, 42 + left, masterY + 50, 110),
    monitor: cast.monitor ? { x: monitorX, y: monitorY, note, anchor: inGap ? 'start' : 'end' } : null,
    ledger: { x: 104 + left, y: masterY + 128, width: 236, height: 140 },
    density,
    columns: SEVEN,
  }
}

function slaveColumn(count: number, height: number, spareY: number, masterY: number) {
  if (count === 1) return { density: 'full' as const, ys: [masterY - 10] }
  if (count === 2) {
    const top = Math.round(96 + Math.min(spareY, 200) * 0.3)
    return { density: 'full' as const, ys: [top, Math.round(top + 294 + Math.min(spareY, 200) * 0.3)] }
  }
  return column(count, height - TOP - BOTTOM, TOP)
}
