import {
  type Box,
  type Cast,
  CLIENT_RADIUS,
  type Layout,
  MASTER_HEIGHT,
  type Room,
  readPitch,
  SLAVE_HEIGHT,
} from './layout.ts'
import { MONITOR_PITCH, monitorRow, monitorsOf, rowWidth } from './monitorRow.ts'
import { heightOf, type Plan, plansFor, rowGap, rowsOf } from './plans.ts'
import { hasLeaves, type Tiers, tiersOf } from './tiers.ts'
import type { Point } from './view.ts'

/**
 * Master, slaves, and the slaves of slaves, in up to three tiers from left to right. Under the master: its lost writes
 * and the monitor. The first plan that fits is taken; if none does, the one that has to be scaled down least.
 */
export interface Margins {
  /** Above is the milestone, below the legend. */
  top: number
  bottom: number
  /** Pixels per unit to try, best first; the last one is the one to beat. */
  scales: readonly number[]
}

const BARE = 84
/** Ledger and monitor under the master, and the air between them. */
const LEDGER = { least: 62, most: 140 }
const MONITOR = 48
/** Of several, whose words stand below them. */
const MONITORS = 90
const AIR = 10
/** Clients above the master, with their lanes. */
const ABOVE = 78
/** Left of the master: clients with a word under them, and their lanes. */
const LEFT = 84
const CLIENT = 36
/** Tiers further apart than this would be lost to each other. */
const FAR = 150

export function treeLayout(cast: Cast, room: Room, margins: Margins): Layout {
  const tiers = tiersOf(cast)
  const plans = plansFor(tiers).map((plan) => ({ plan, needs: needsOf(plan, tiers, cast, margins) }))
  for (const scale of margins.scales) {
    const fits = plans.find(({ needs }) => needs.width * scale <= room.width && needs.height * scale <= room.height)
    if (fits) return placed(fits.plan, tiers, cast, room, margins, scale)
  }
  const most = margins.scales[margins.scales.length - 1] ?? 1
  let best = { plan: plans[0]!.plan, scale: 0 }
  for (const { plan, needs } of plans) {
    const scale = Math.min(most, room.width / needs.width, room.height / needs.height)
    if (scale > best.scale) best = { plan, scale }
  }
  return placed(best.plan, tiers, cast, room, margins, best.scale)
}

/** Columns of cards: the master's, those of its slaves, those of theirs. */
const cardColumns = (plan: Plan, tiers: Tiers): readonly number[] => {
  if (tiers.branches.length === 0) return [1]
  const slaves = Math.min(plan.wrap[0], tiers.branches.length)
  return hasLeaves(tiers) ? [1, slaves, plan.wrap[1]] : [1, slaves]
}

function needsOf(plan: Plan, tiers: Tiers, cast: Cast, margins: Margins): Room {
  const columns = cardColumns(plan, tiers)
  const cards = columns.reduce((sum, n) => sum + n, 0)
  const inner = columns.reduce((sum, n) => sum + (n - 1) * plan.gaps[1], 0)
  const width =
    leftOf(plan, cast, Number.POSITIVE_INFINITY) +
    cards * plan.columns.card +
    (columns.length - 1) * plan.gaps[0] +
    inner +
    plan.margin
  const stack = aboveOf(plan, cast) + BARE + AIR + LEDGER.least + footOf(cast)
  const aside = plan.above ? 0 : Math.min(cast.clients.length, 5) * CLIENT
  return { width, height: margins.top + margins.bottom + Math.max(stack, aside, heightOf(plan, tiers)) }
}

/** Room for the monitors below everything else. */
function footOf(cast: Cast): number {
  const count = monitorsOf(cast).length
  return count === 0 ? 0 : AIR + (count > 1 ? MONITORS : MONITOR)
}

/** Room for clients above the master, in one row or two. */
const aboveOf = (plan: Plan, { clients }: Cast): number =>
  plan.above && clients.length > 0 ? ABOVE + (clientRows(clients.length, plan.columns.card) - 1) * CLIENT : 0

const clientRows = (clients: number, width: number) =>
  clients > 1 && (width - 2 * CLIENT_RADIUS) / (clients - 1) < 2 * CLIENT_RADIUS + 3 ? 2 : 1

/** Room on the left for the clients; more than one column of them where many stand in a low room. */
function leftOf(plan: Plan, { clients }: Cast, height: number): number {
  if (plan.above || clients.length === 0) return plan.margin
  return LEFT + (clientsPerColumn(clients.length, height) < clients.length ? CLIENT : 0)
}

export const clientsPerColumn = (clients: number, height: number) => {
  const fit = Math.max(1, Math.floor((Math.min(height, 9 * CLIENT) - 2 * CLIENT_RADIUS) / CLIENT) + 1)
  return clients <= Math.min(fit, 5) ? clients : Math.ceil(clients / 2)
}

function placed(plan: Plan, tiers: Tiers, cast: Cast, room: Room, margins: Margins, scale: number): Layout {
  const width = room.width / scale
  const height = room.height / scale
  const free = { top: margins.top, height: height - margins.top - margins.bottom }
  const needs = needsOf(plan, tiers, cast, margins)
  const columns = cardColumns(plan, tiers)
  const tierGaps = Math.max(1, columns.length - 1)
  // Spare width lengthens the links first, and is margin after that.
  const stretch = Math.min(FAR - plan.gaps[0], Math.max(0, width - needs.width) / tierGaps)
  const gap = plan.gaps[0] + stretch
  const left = leftOf(plan, cast, free.height) + Math.max(0, width - needs.width - stretch * tierGaps) / 2

  const cardHeight = SLAVE_HEIGHT[plan.density]
  const x: number[][] = []
  let at = left
  for (const n of columns) {
    x.push(Array.from({ length: n }, (_, i) => Math.round(at + i * (plan.columns.card + plan.gaps[1]))))
    at += n * plan.columns.card + (n - 1) * plan.gaps[1] + gap
  }
  const cards = new Map<string, Box>()
  const put = (id: string, cx: number, y: number) =>
    cards.set(id, { x: cx, y: Math.round(y), width: plan.columns.card, height: cardHeight })
  const rows = rowsOf(plan, tiers)
  const spread = (n: number) => {
    const pitch = n > 1 ? Math.min((free.height - cardHeight) / (n - 1), cardHeight + 90 + rowGap(plan)) : 0
    const top = free.top + (free.height - cardHeight - pitch * (n - 1)) / 2
    return (row: number) => top + row * pitch
  }
  const masterX = x[0]![0]!
  const slots: { id: string; x: number; y: number }[] = []
  if (plan.tidy) {
    const y = spread(rows)
    let row = 0
    for (const { id, leaves } of tiers.branches) {
      const size = Math.max(1, leaves.length)
      slots.push({ id, x: x[1]![0]!, y: y(row + (size - 1) / 2) })
      leaves.forEach((leaf, i) => {
        slots.push({ id: leaf, x: x[2]![0]!, y: y(row + i) })
      })
      row += size
    }
  } else {
    const all = [tiers.branches.map(({ id }) => id), tiers.branches.flatMap(({ leaves }) => leaves)]
    all.forEach((ids, tier) => {
      const xs = x[tier + 1]
      if (!xs) return
      const per = Math.ceil(ids.length / xs.length)
      const y = spread(per)
      ids.forEach((id, i) => {
        slots.push({ id, x: xs[Math.floor(i / per)]!, y: y(i % per) })
      })
    })
  }
  const stack = stackIn(plan, cast, free, slots, cardHeight)
  if (tiers.master !== undefined) {
    cards.set(tiers.master, { x: masterX, y: stack.master, width: plan.columns.card, height: stack.masterHeight })
  }
  for (const slot of slots) put(slot.id, slot.x, slot.y)
  return {
    width,
    height,
    scale,
    cards,
    clients: plan.above
      ? clientRow(cast.clients, masterX, plan.columns.card, stack.master - 54)
      : clientsAside(cast.clients, masterX, stack.master + 46, free, cast.readers),
    ...monitorPlaces(cast, masterX, plan.columns.card, stack.monitor),
    ledger: { x: masterX + 8, y: stack.ledger, width: plan.columns.card - 44, height: stack.ledgerHeight },
    density: plan.density,
    columns: plan.columns,
    centers: [],
  }
}

/** On the side of the slaves: few probes cross their words. */
function monitorPlaces(cast: Cast, left: number, card: number, top: number): Pick<Layout, 'monitor' | 'monitors'> {
  const watchers = monitorsOf(cast)
  if (watchers.length === 0) return { monitor: null, monitors: new Map() }
  const right = left + card - 22
  const y = top + MONITOR / 2 - 2
  if (watchers.length === 1) {
    const width = Math.min(150, card - 54)
    const note = { x: left + card - 54 - width, y: top, width, height: MONITOR }
    return { monitor: { x: right, y, note, anchor: 'end' }, monitors: monitorRow(watchers, { x: right, y }) }
  }
  const pitch = Math.min(MONITOR_PITCH, Math.floor((card - 44) / (watchers.length - 1)))
  const first = { x: right - rowWidth(watchers.length, pitch), y }
  const note = { x: left + 4, y: top + MONITOR, width: card - 8, height: MONITORS - MONITOR }
  return { monitor: { ...first, note, anchor: 'start' }, monitors: monitorRow(watchers, first, pitch) }
}

/** Heights in the master's own column: clients, card, lost writes, monitor. */
function stackIn(
  plan: Plan,
  cast: Cast,
  free: { top: number; height: number },
  slots: readonly { y: number }[],
  cardHeight: number,
) {
  const above = aboveOf(plan, cast)
  const foot = footOf(cast)
  const masterHeight = above + MASTER_HEIGHT + AIR + LEDGER.least + foot <= free.height ? MASTER_HEIGHT : BARE
  const rest = free.height - above - masterHeight - AIR - foot
  const ledgerHeight = Math.max(LEDGER.least, Math.min(LEDGER.most, rest))
  const whole = above + masterHeight + AIR + ledgerHeight + foot
  const ys = slots.map(({ y }) => y + cardHeight / 2)
  const middle = ys.length > 0 ? (Math.min(...ys) + Math.max(...ys)) / 2 : free.top + free.height / 2
  const wished = middle - masterHeight / 2 - above
  const top = Math.max(free.top, Math.min(free.top + free.height - whole, wished))
  const master = Math.round(top + above)
  const ledger = master + masterHeight + AIR
  return { master, masterHeight, ledger, ledgerHeight, monitor: ledger + ledgerHeight + AIR }
}

/** One beside the other above a card, in its middle. */
export function clientRow(ids: readonly string[], x: number, width: number, y: number): Map<string, Point> {
  const per = Math.ceil(ids.length / clientRows(ids.length, width))
  const step = per > 1 ? Math.min(70, (width - 2 * CLIENT_RADIUS - 4) / (per - 1)) : 0
  return new Map(
    ids.map((id, i) => {
      const row = Math.floor(i / per)
      const inRow = row === 0 ? Math.min(per, ids.length) : ids.length - per
      const cx = x + width / 2 + ((i % per) - (inRow - 1) / 2) * step
      return [id, { x: Math.round(cx), y: y - row * CLIENT }]
    }),
  )
}

/** One below the other beside a card; in two columns when they are many. */
export function clientsAside(
  ids: readonly string[],
  cardX: number,
  middle: number,
  free: { top: number; height: number },
  readers = false,
): Map<string, Point> {
  const per = clientsPerColumn(ids.length, free.height)
  // Beside their card as long as there is room for them; what a reader saw stands below it.
  const wished = readPitch(readers, per) ?? Math.min(48, Math.max(CLIENT, 76 / (per - 1)))
  const pitch = per > 1 ? Math.min(wished, (free.height - 2 * CLIENT_RADIUS - 4) / (per - 1)) : 0
  const reach = (pitch * (per - 1)) / 2 + CLIENT_RADIUS + 2
  const y0 = Math.max(free.top + reach, Math.min(free.top + free.height - reach, middle))
  return new Map(
    ids.map((id, i) => {
      const column = Math.floor(i / per)
      const y = y0 + ((i % per) - (per - 1) / 2) * pitch
      return [id, { x: Math.round(cardX - 50 + (column === 0 ? 0 : -CLIENT)), y: Math.round(y) }]
    }),
  )
}
