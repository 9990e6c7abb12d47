import { hasCenters } from './groups.ts'
import {
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

/**
 * The lab. The strip above belongs to the milestone, the one below to the legend. With one or two slaves it is a picture
 * of its own: the monitor stands in the gap between the old and the new master. More of them, and low rooms, are a tree.
 */
const WIDTH = 728
const HEIGHT = 564
const CARD = 248
/** Larger than this the stage stops growing: text has its size, a big screen gets air. */
const MOST = 1.5

/** Are they more than the usual picture has places for, or is there too little room for it? */
export function isWideCrowd(cast: Cast, { width, height }: Room): boolean {
  const tiers = tiersOf(cast)
  const usual = !hasCenters(cast) && width >= WIDTH && height >= HEIGHT && cast.clients.length <= 5
  return !usual || tiers.branches.length > 2 || hasLeaves(tiers)
}

export function wideLayout(cast: Cast, room: Room): Layout {
  const most = Math.max(1, Math.min(room.width / WIDTH, room.height / HEIGHT, MOST))
  if (!isWideCrowd(cast, room)) return pair(tiersOf(cast), cast, room, most)
  // Two lines of a milestone; one where many nodes need the room, or that a low page sets close to the edge.
  const top = room.height < 396 ? 38 : room.height < HEIGHT && cast.nodes.length > 4 ? 56 : 78
  const bottom = room.height < HEIGHT ? 36 : 40
  const margins = { top, bottom, scales: [most, (most + 1) / 2, 1] }
  return hasCenters(cast) ? packs.crowd.inCenters(cast, room, margins) : packs.crowd.tree(cast, room, margins)
}

function pair(tiers: ReturnType<typeof tiersOf>, cast: Cast, room: Room, scale: number): Layout {
  const width = room.width / scale
  const height = room.height / scale
  const spareX = width - WIDTH
  const spareY = height - HEIGHT
  // Half of the spare width lengthens the links, up to a point; the rest is margin.
  const stretch = Math.min(spareX / 2, 120)
  const left = Math.round((spareX - stretch) / 2)
  const masterY = Math.round(188 + Math.min(spareY, 200) * 0.45)
  const slaveX = Math.round(460 + left + stretch)
  const top = Math.round(96 + Math.min(spareY, 200) * 0.3)
  const ys = tiers.branches.length === 1 ? [masterY - 10] : [top, Math.round(top + 294 + Math.min(spareY, 200) * 0.3)]

  const cards = new Map<string, { x: number; y: number; width: number; height: number }>()
  if (tiers.master !== undefined) {
    cards.set(tiers.master, { x: 92 + left, y: masterY, width: CARD, height: MASTER_HEIGHT })
  }
  tiers.branches.forEach(({ id }, i) => {
    cards.set(id, { x: slaveX, y: ys[i]!, width: CARD, height: SLAVE_HEIGHT.full })
  })
  const monitorX = Math.round(428 + left + stretch / 2)
  return {
    width,
    height,
    scale,
    cards,
    clients: clientColumn(cast, 42 + left, masterY + 50, 110),
    ...monitorPlaces(cast, monitorX, masterY, tiers.branches.length > 1),
    ledger: { x: 104 + left, y: masterY + 128, width: 236, height: 140 },
    density: 'full',
    columns: SEVEN,
    centers: [],
  }
}

/** So many beside one another: no further than where a link from slave to slave would be. */
const PER_ROW = 3
const ROW = 39
/** Further from the way to the second slave, which bends around the first of them: their words stand in it, too. */
const ASIDE = 10

/** Between two slaves, or below the only one; the words of several below them. */
function monitorPlaces(
  cast: Cast,
  x: number,
  masterY: number,
  isBetween: boolean,
): Pick<Layout, 'monitor' | 'monitors'> {
  const watchers = monitorsOf(cast)
  if (watchers.length <= 1) {
    const y = masterY + 148
    const note = { x: x + 34, y: y - 20, width: 124, height: 48 }
    const monitor: MonitorPlace = { x, y, note, anchor: 'start' }
    return { monitor: cast.monitor ? monitor : null, monitors: monitorRow(watchers, { x, y }) }
  }
  const first = x + ASIDE
  const rows = [watchers.slice(0, PER_ROW), watchers.slice(PER_ROW)].filter((row) => row.length > 0)
  const y = masterY + (!isBetween ? 148 : rows.length > 1 ? 96 : 122)
  const monitors = new Map(rows.flatMap((row, i) => [...monitorRow(row, { x: first, y: y + i * ROW })]))
  const under = y + (rows.length - 1) * ROW + 23
  // Between two cards there is room for a second line only where there is one row.
  const [width, height] = rows.length > 1 ? [152, 34] : [148, 46]
  const note = { x: first - 15, y: under, width, height }
  return { monitor: { x: first, y, note, anchor: 'start' }, monitors }
}
