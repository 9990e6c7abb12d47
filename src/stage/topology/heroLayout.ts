import { hasCenters } from './groups.ts'
import {
  type Box,
  type Cast,
  clientColumn,
  type Layout,
  MASTER_HEIGHT,
  type MonitorPlace,
  type Room,
  SEVEN,
  SLAVE_HEIGHT,
} from './layout.ts'
import { monitorRow, monitorsOf } from './monitorRow.ts'
import { packs } from './packs.ts'
import { hasLeaves, tiersOf } from './tiers.ts'

/** The home page: one scene without furniture. The monitor keeps out of sight until it has something to do. */
export const WIDTH = 760
const HEIGHT = 392
const EDGE = 12
const MASTER = 252
const GAP = 10

/** Stage units that so many nodes need. */
export const heroHeight = (nodes: number): number =>
  Math.max(HEIGHT, (nodes - 1) * (SLAVE_HEIGHT.slim + GAP) - GAP + 2 * EDGE)

/** Are they more than this picture has places for? */
export function isHeroCrowd(cast: Cast): boolean {
  const tiers = tiersOf(cast)
  const many = tiers.branches.length > 2 || hasLeaves(tiers) || cast.clients.length > 5
  return hasCenters(cast) || many || monitorsOf(cast).length > 1
}

export function heroLayout(cast: Cast, room: Room): Layout {
  const tiers = tiersOf(cast)
  const needs = heroHeight(cast.nodes.length)
  const scale = Math.min(room.width / WIDTH, room.height / needs, 1)
  if (isHeroCrowd(cast)) {
    const margins = { top: EDGE, bottom: EDGE, scales: [scale] }
    return hasCenters(cast) ? packs.crowd.inCenters(cast, room, margins) : packs.crowd.tree(cast, room, margins)
  }
  const others = tiers.branches.map(({ id }) => id)
  const watchers = monitorsOf(cast)
  const width = room.width / scale
  const height = room.height / scale
  const left = Math.round((width - WIDTH) / 2)
  const masterY = Math.round(Math.max(0, height - needs) / 2) + 132
  const ys = others.length === 1 ? [masterY - 21] : [masterY - 106, masterY + 90]

  const cards = new Map<string, Box>()
  if (tiers.master !== undefined) {
    cards.set(tiers.master, { x: left + 96, y: masterY, width: MASTER, height: MASTER_HEIGHT })
  }
  others.forEach((id, i) => {
    cards.set(id, { x: left + 510, y: ys[i]!, width: 248, height: SLAVE_HEIGHT.full })
  })
  const monitor = monitorPlace(others.length, left, masterY)
  return {
    width,
    height,
    scale,
    cards,
    clients: clientColumn(cast, left + 38, masterY + 40, 90),
    monitor: cast.monitor ? monitor : null,
    monitors: monitorRow(watchers, monitor),
    ledger: { x: left + 108, y: masterY + 118, width: 236, height: 140 },
    density: 'full',
    columns: SEVEN,
    centers: [],
  }
}

/** Between the two slaves; below the only one. */
function monitorPlace(slaves: number, left: number, masterY: number): MonitorPlace {
  const x = left + 432
  const y = slaves === 2 ? masterY + 56 : masterY + 168
  return { x, y, note: { x: x + 34, y: y - 20, width: 124, height: 48 }, anchor: 'start' }
}
