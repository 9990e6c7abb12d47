import { type Group, inCenters } from './groups.ts'
import {
  type Box,
  type Cast,
  type Center,
  type Columns,
  type Density,
  type Layout,
  MASTER_HEIGHT,
  type MonitorPlace,
  NARROW,
  NARROWEST,
  type Room,
  SEVEN,
  SLAVE_HEIGHT,
} from './layout.ts'
import { MONITOR_PITCH, monitorRow, monitorsOutside, rowWidth } from './monitorRow.ts'
import { clientRow, clientsAside, clientsPerColumn, type Margins } from './treeLayout.ts'
import type { Point } from './view.ts'

/**
 * Nodes in data centres: one outline each, side by side, that of the first master on the left; whoever stands nowhere
 * has no outline. Clients stand beside the cards of their own data centre, monitors below them; below all outlines, the
 * lost writes and the monitors that stand in none. As in a tree, the first plan that fits is taken; if none does, the one that has to be scaled down least.
 */
interface Plan {
  columns: Columns
  density: Density
  /** Columns of cards in a data centre of more than two nodes. */
  wrap: 1 | 2
  /** Clients stand above their cards. */
  above: boolean
  /** Least gap between two outlines. */
  gap: number
}

/** Inside an outline: above the cards stands its name, on their left links bow from card to card. */
const PAD = { top: 20, bottom: 14, left: 14, bowed: 26, right: 14 }
const MARGIN = 8
const FOOT = 68
const OVER = 12
const BARE = 84
const CLIENTS = 78
const CLIENT = 36
const ABOVE = 78
const GAP: Record<Density, number> = { full: 24, compact: 16, slim: 14, mini: 12, line: 12 }
const FAR = 140
const INNER = 26
/** A row of monitors below the cards. */
const WATCH = 52
const BOW = 24

export function centersLayout(cast: Cast, room: Room, around: Margins): Layout {
  const groups = inCenters(cast)
  // Over the outlines go clients whose master is elsewhere.
  const margins = { ...around, top: around.top + OVER }
  const plans = plansFor().map((plan) => ({ plan, needs: needsOf(plan, groups, margins) }))
  for (const scale of margins.scales) {
    const fits = plans.find(({ needs }) => needs.width * scale <= room.width && needs.height * scale <= room.height)
    if (fits) return placed(fits.plan, groups, cast, room, margins, scale)
  }
  const most = margins.scales[margins.scales.length - 1] ?? 1
  let best = { plan: plans[0]!.plan, scale: 0 }
  for (const { plan, needs } of plans) {
    const scale = Math.min(most, room.width / needs.width, room.height / needs.height)
    if (scale > best.scale) best = { plan, scale }
  }
  return placed(best.plan, groups, cast, room, margins, best.scale)
}

function plansFor(): Plan[] {
  const plans: Plan[] = []
  const add = (densities: readonly Density[], widths: readonly Columns[], gap: number) => {
    for (const wrap of [1, 2] as const)
      for (const density of densities)
        for (const above of [false, true])
          for (const columns of widths) plans.push({ columns, density, wrap, above, gap })
  }
  add(['full', 'compact', 'slim'], [SEVEN, NARROW], 60)
  add(['full', 'compact', 'slim'], [NARROW], 32)
  add(['mini'], [SEVEN, NARROW, NARROWEST], 28)
  return plans
}

const masterHeight = ({ density }: Plan): number => (density === 'full' || density === 'compact' ? MASTER_HEIGHT : BARE)

/** The cards of a group in columns, from the left; the first master leads the first of them. */
function columnsOf(plan: Plan, { nodes }: Group): string[][] {
  const per = plan.wrap === 2 && nodes.length > 2 ? Math.ceil(nodes.length / 2) : Math.max(1, nodes.length)
  const columns: string[][] = []
  for (let i = 0; i < nodes.length; i += per) columns.push(nodes.slice(i, i + per))
  return columns
}

const heightOf = (plan: Plan, id: string, master: string | undefined): number =>
  id === master ? masterHeight(plan) : SLAVE_HEIGHT[plan.density]

function columnHeight(plan: Plan, ids: readonly string[], master: string | undefined): number {
  const cards = ids.reduce((sum, id) => sum + heightOf(plan, id, master), 0)
  return cards + Math.max(0, ids.length - 1) * GAP[plan.density]
}

/** On the left of all but the first group links come in from elsewhere. */
const isAbove = (plan: Plan, { clients, nodes, isFirst }: Group): boolean =>
  (plan.above || !isFirst) && clients.length > 0 && nodes.length > 0

/** Room for clients above their cards, in one row or two. */
const aboveOf = (plan: Plan, group: Group): number =>
  isAbove(plan, group) ? ABOVE + (group.clients.length > 5 ? CLIENT : 0) : 0

/** Room for its monitors. */
const watchOf = ({ monitors }: Group): number => (monitors.length > 0 ? WATCH : 0)

function leftPad(plan: Plan, group: Group, height: number): number {
  const aside = isAbove(plan, group) ? 0 : group.clients.length
  if (aside > 0) return CLIENTS + bowOf(plan, group) + (clientsPerColumn(aside, height) < aside ? CLIENT : 0)
  return bowOf(plan, group) > 0 ? PAD.bowed : PAD.left
}

/** How much further clients stand from their cards where links bow around a card between them. */
const bowOf = (plan: Plan, group: Group): number =>
  columnsOf(plan, group).some((column) => column.length > 1) ? BOW : 0

function groupWidth(plan: Plan, group: Group, height: number): number {
  const n = columnsOf(plan, group).length
  const bare = leftPad(plan, group, height) + n * plan.columns.card + Math.max(0, n - 1) * INNER + PAD.right
  const watch = group.monitors.length === 0 ? 0 : rowWidth(group.monitors.length) + 2 * WATCH
  // Its name stands in its upper edge.
  return Math.max(group.nodes.length === 0 && group.clients.length === 0 ? 0 : bare, watch, CLIENTS + CLIENT)
}

function groupHeight(plan: Plan, group: Group, master: string | undefined): number {
  const cards = columnsOf(plan, group).map((ids) => columnHeight(plan, ids, master))
  const above = aboveOf(plan, group)
  const aside = above ? 0 : Math.min(group.clients.length, 5) * CLIENT
  return PAD.top + above + Math.max(0, ...cards, aside) + watchOf(group) + PAD.bottom
}

function outsideWidth(outside: readonly string[], height: number): number {
  if (outside.length === 0) return MARGIN
  return CLIENTS + (clientsPerColumn(outside.length, height) < outside.length ? CLIENT : 0)
}

function needsOf(plan: Plan, { groups, outside, master }: ReturnType<typeof inCenters>, margins: Margins) {
  const huge = Number.POSITIVE_INFINITY
  const wide = groups.reduce((sum, group) => sum + groupWidth(plan, group, huge), 0)
  const width = outsideWidth(outside, huge) + wide + (groups.length - 1) * plan.gap + MARGIN
  const inner = Math.max(
    ...groups.map((group) => groupHeight(plan, group, master)),
    Math.min(outside.length, 5) * CLIENT,
  )
  return { width, height: margins.top + margins.bottom + inner + FOOT }
}

function placed(
  plan: Plan,
  { groups, outside, master }: ReturnType<typeof inCenters>,
  cast: Cast,
  room: Room,
  margins: Margins,
  scale: number,
): Layout {
  const width = room.width / scale
  const height = room.height / scale
  const free = { top: margins.top, height: height - margins.top - margins.bottom - FOOT }
  const least = Math.max(...groups.map((group) => groupHeight(plan, group, master)))
  const rows = Math.max(...groups.map((group) => Math.max(0, ...columnsOf(plan, group).map(({ length }) => length))))
  // Spare height lengthens the links inside, and is margin after that.
  const inside = Math.min(free.height, least + 50 * rows)
  const top = Math.round(free.top + (free.height - inside) / 2)
  const widths = groups.map((group) => groupWidth(plan, group, inside))
  const left0 = outsideWidth(outside, free.height)
  const spare = width - left0 - MARGIN - widths.reduce((sum, w) => sum + w, 0)
  const gaps = Math.max(1, groups.length - 1)
  const gap = Math.min(FAR, Math.max(plan.gap, spare / gaps))
  let x = left0 + Math.max(0, spare - gap * (groups.length - 1)) / 2

  const cards = new Map<string, Box>()
  const clients = new Map<string, Point>()
  const monitors = new Map<string, Point>()
  const centers: Center[] = []
  groups.forEach((group, g) => {
    const outline = { x: Math.round(x), y: top, width: Math.round(widths[g]!), height: Math.round(inside) }
    const { id, nodes, clients: people, monitors: watchers } = group
    if (id !== null) centers.push({ id, nodes, clients: people, monitors: watchers, box: outline })
    const above = aboveOf(plan, group)
    const watch = watchOf(group)
    const span = { top: top + PAD.top + above, height: inside - PAD.top - PAD.bottom - above - watch }
    // In the middle of the row, or of the outline where nobody else stands.
    const row = nodes.length + people.length > 0 ? top + inside - PAD.bottom - 21 : top + inside / 2
    const middle = outline.x + (outline.width - rowWidth(watchers.length)) / 2
    for (const [one, place] of monitorRow(watchers, { x: Math.round(middle), y: Math.round(row) }))
      monitors.set(one, place)
    const firstX = outline.x + leftPad(plan, group, inside)
    columnsOf(plan, group).forEach((ids, i) => {
      const cx = Math.round(firstX + i * (plan.columns.card + INNER))
      const rest = Math.max(0, span.height - columnHeight(plan, ids, master))
      const air = ids.length > 1 ? Math.min(rest / (ids.length - 1), 60) : 0
      let y = span.top + (rest - air * Math.max(0, ids.length - 1)) / 2
      for (const id of ids) {
        cards.set(id, { x: cx, y: Math.round(y), width: plan.columns.card, height: heightOf(plan, id, master) })
        y += heightOf(plan, id, master) + GAP[plan.density] + air
      }
    })
    const first = cards.get(group.nodes[0] ?? '')
    const beside = first ? first.x : outline.x + CLIENTS
    const found = above
      ? clientRow(group.clients, beside, plan.columns.card, Math.max(top + PAD.top + 22, (first?.y ?? top) - 54))
      : clientsAside(
          group.clients,
          beside - (first ? bowOf(plan, group) : 0),
          first ? first.y + 46 : top + (inside - watch) / 2,
          {
            top: top + 12,
            height: inside - 20 - watch,
          },
        )
    for (const [id, point] of found) clients.set(id, point)
    x += widths[g]! + gap
  })
  const master0 = master === undefined ? undefined : cards.get(master)
  const edge = centers[0]?.box.x ?? left0
  const first = groups[0]!.id === null && master0 ? master0.x : edge + PAD.left
  const aside = clientsAside(outside, first, (master0?.y ?? top) + 46, free)
  for (const [id, point] of aside) clients.set(id, point)
  const foot = Math.round(top + inside)
  const outer = monitorsOutside(cast)
  const monitor = monitorPlace(centers, width, foot + FOOT / 2, outer.length)
  for (const [one, place] of monitorRow(outer, monitor, MONITOR_PITCH)) monitors.set(one, place)
  return {
    width,
    height,
    scale,
    cards: new Map(cast.nodes.flatMap((id) => (cards.has(id) ? [[id, cards.get(id)!] as const] : []))),
    clients,
    monitor: cast.monitor ? monitor : null,
    monitors,
    ledger: {
      x: Math.round(edge) + 8,
      y: foot + 4,
      width: Math.floor(monitor.x - 30 - Math.round(edge)),
      height: FOOT - 6,
    },
    density: plan.density,
    columns: plan.columns,
    centers,
  }
}

/** Below the gap between the first two data centres: so many monitors, and the words about all of them. */
function monitorPlace(centers: readonly Center[], width: number, middle: number, count: number): MonitorPlace {
  const [a, b] = centers
  const gap = a && b ? (a.box.x + a.box.width + b.box.x) / 2 : width / 2
  const row = rowWidth(count)
  const x = Math.round(Math.max(180, Math.min(width - 200 - row, gap - row / 2)))
  const y = Math.round(middle + 2)
  const aside = count === 0 ? -19 : row + 34
  return { x, y, note: { x: x + aside, y: y - 22, width: 152, height: 46 }, anchor: 'start' }
}
