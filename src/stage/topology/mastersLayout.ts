import { type Arrangement, arrangementsOf } from './arrangements.ts'
import type { Box, Layout, Room } from './layout.ts'
import { labSpecs, type MasterRows, type MasterSpec, masterHeight, rowsFor } from './masterSizes.ts'
import {
  clientStrip,
  clientsOf,
  EMPTY,
  LINK_Y,
  type Margins,
  type Masters,
  putClients,
  wordsRoom,
} from './mastersRoom.ts'
import { mastersStacked } from './mastersStacked.ts'
import { triangle } from './mastersTriangle.ts'
import type { LayoutKind, Point } from './view.ts'

/**
 * Several masters: around a free middle in which their newest conflict is drawn, the clients of each beside it. The
 * first plan that fits is taken: as many rows on as large cards as the room allows; what fits nowhere is scaled down.
 */
interface MastersPlan {
  spec: MasterSpec
  rows: MasterRows
  arrangement: Arrangement
  /** Keeps room for the picture of a conflict between the two rows of a ring of four. */
  open: boolean
}

/** Larger than this the stage stops growing. */
const MOST = 1.5
const SIDE = 16
/** Who agrees, and a conflict that has no picture: one line above all cards. */
const STRIP = 28
const RISE = 20
const GAP_X = 44
const GAP_Y = 30
const OPEN_Y = 116
/** Cards further apart than this would be lost to each other. */
const FAR_X = 220
const FAR_Y = 170
/** Least room of a conflict's picture. */
const CONFLICT = { width: 172, height: 118, most: 210, flat: 104 }

export function mastersLayout(kind: LayoutKind, cast: Masters, room: Room): Layout {
  if (kind === 'stacked') return mastersStacked(cast, room)
  const margins = kind === 'hero' ? { top: 12, bottom: 12 } : marginsOf(room)
  const scales = kind === 'hero' ? [Math.min(1, room.width / 760)] : scalesOf(room)
  const three = triangle(cast, room, margins, scales)
  if (three) return three
  const plans = plansFor(cast).map((plan) => ({ plan, needs: needsOf(plan, cast, margins) }))
  for (const scale of scales) {
    const fits = plans.find(({ needs }) => needs.width * scale <= room.width && needs.height * scale <= room.height)
    if (fits) return placed(fits.plan, cast, room, margins, scale)
  }
  let best = { plan: plans[0]!.plan, scale: 0 }
  for (const { plan, needs } of plans) {
    const scale = Math.min(1, room.width / needs.width, room.height / needs.height)
    if (scale > best.scale) best = { plan, scale }
  }
  return placed(best.plan, cast, room, margins, best.scale)
}

function marginsOf({ height }: Room): Margins {
  return { top: height < 396 ? 38 : height < 564 ? 56 : 74, bottom: height < 564 ? 36 : 40 }
}

const scalesOf = (room: Room): number[] => {
  const most = Math.max(1, Math.min(room.width / 728, room.height / 564, MOST))
  return [most, (most + 1) / 2, 1]
}

function plansFor({ nodes, masters }: Masters): MastersPlan[] {
  const arrangements = arrangementsOf(masters.topology, nodes.length)
  const plans = labSpecs(masters.regions).flatMap((spec) =>
    rowsFor(spec, masters.rows).flatMap((rows) =>
      arrangements.map((arrangement) => ({ spec, rows, arrangement, open: false })),
    ),
  )
  if (masters.topology !== 'ring' || nodes.length !== 4) return plans
  const roomy = plans.filter(({ spec, arrangement }) => spec.size !== 'mini' && arrangement.rows.length === 2)
  return [...roomy.map((plan) => ({ ...plan, open: true })), ...plans]
}

const gapOf = ({ open }: MastersPlan): number => (open ? OPEN_Y : GAP_Y)

/** Room for clients: above the first row, below every other one. */
const stripOf = (cast: Masters, row: readonly number[], { spec }: MastersPlan): number =>
  Math.max(...row.map((place) => clientStrip(clientsOf(cast, place).length, spec.width)))

function needsOf(plan: MastersPlan, cast: Masters, { top, bottom }: Margins): Room {
  const { spec, rows, arrangement } = plan
  const columns = Math.max(...arrangement.rows.map((row) => row.length))
  const wide = columns * spec.width + (columns - 1) * GAP_X + 2 * SIDE
  const high = arrangement.rows.reduce((sum, row) => sum + masterHeight(spec, rows) + stripOf(cast, row, plan), 0)
  return { width: wide, height: top + STRIP + high + (arrangement.rows.length - 1) * gapOf(plan) + bottom }
}

function placed(plan: MastersPlan, cast: Masters, room: Room, margins: Margins, scale: number): Layout {
  const { spec, rows, arrangement } = plan
  const width = room.width / scale
  const height = room.height / scale
  const cardHeight = masterHeight(spec, rows)
  const columns = Math.max(...arrangement.rows.map((row) => row.length))
  const needs = needsOf(plan, cast, margins)
  const gapX = columns > 1 ? Math.min(FAR_X, GAP_X + (width - needs.width) / (columns - 1)) : 0
  const gaps = arrangement.rows.length - 1
  const gapY = gaps > 0 ? Math.min(FAR_Y, gapOf(plan) + (height - needs.height) / gaps) : 0
  const across = columns * spec.width + (columns - 1) * gapX
  const down = needs.height - margins.top - margins.bottom - STRIP + gaps * (gapY - gapOf(plan))
  const left = (width - across) / 2
  const free = height - margins.top - margins.bottom - STRIP
  const cards = new Map<string, Box>()
  const clients = new Map<string, Point>()
  const spare = Math.max(0, free - down) / 2
  // In one row of three and more a link from end to end rises above the cards: below the words there, if there is room.
  const rise = gaps === 0 && columns > 2 ? Math.min(RISE, spare) : 0
  let y = margins.top + STRIP + spare + rise
  arrangement.rows.forEach((row, i) => {
    const above = i === 0 && gaps > 0
    const strip = stripOf(cast, row, plan)
    if (above) y += strip
    const inset = arrangement.inset.includes(i)
      ? Math.max(0, Math.min(spec.width * 0.45, (across - 2 * spec.width - GAP_X) / 2))
      : 0
    const span = across - 2 * inset - spec.width
    row.forEach((place, j) => {
      const x = left + inset + (row.length === 1 ? span / 2 : (j * span) / (row.length - 1))
      const box = { x: Math.round(x), y: Math.round(y), width: spec.width, height: cardHeight }
      cards.set(cast.nodes[place]!, box)
      putClients(clientsOf(cast, place), box, above, clients)
    })
    y += cardHeight + (above ? 0 : strip) + gapY
  })
  const ordered = new Map(cast.nodes.map((id) => [id, cards.get(id)!]))
  const conflict = middleOf(plan, cast, ordered, height)
  const top = margins.top + STRIP / 2 - 4
  const aside = { x: left + 210, y: margins.top - 2, width: Math.max(0, across - 210), height: STRIP - 4 }
  return {
    ...EMPTY,
    width,
    height,
    scale,
    cards: ordered,
    clients,
    columns: spec.columns,
    masters: {
      size: spec.size,
      regions: cast.masters.regions,
      ...rows,
      agreement: { x: left, y: top },
      conflict,
      strip: conflict ? null : aside,
      clocks: new Map(),
      clientWords: wordsRoom(cast, spec.width),
    },
  }
}

/** The picture of a conflict stands beside the link of two, and in the middle of a ring, where nothing else passes. */
function middleOf(
  { arrangement: { rows } }: MastersPlan,
  { nodes, masters }: Masters,
  cards: ReadonlyMap<string, Box>,
  height: number,
): Box | null {
  const all = [...cards.values()]
  const [first, last] = [all[0]!, all[all.length - 1]!]
  if (nodes.length === 2) {
    const gap = last.x - first.x - first.width
    const top = first.y + LINK_Y + 26
    const width = Math.min(CONFLICT.most, gap - 12)
    if (width < CONFLICT.width || top + CONFLICT.height > height - 40) return null
    return { x: first.x + first.width + (gap - width) / 2, y: top, width, height: CONFLICT.height }
  }
  if (masters.topology !== 'ring' || nodes.length < 4 || rows.length < 2) return null
  // Below the first row, above the last, between the ends of those in between.
  const at = (row: readonly number[]) => row.map((place) => cards.get(nodes[place]!)!)
  const top = Math.max(...at(rows[0]!).map((box) => box.y + box.height)) + 6
  const bottom = Math.min(...at(rows[rows.length - 1]!).map((box) => box.y)) - 6
  const between = rows.slice(1, -1).map((row) => at(row))
  const lefts = between.map((row) => row[0]!.x + row[0]!.width)
  const rights = between.map((row) => row[row.length - 1]!.x)
  const left = Math.max(Math.min(...all.map((box) => box.x)) + 130, ...lefts) + 10
  const right = Math.min(Math.max(...all.map((box) => box.x + box.width)) - 130, ...rights) - 10
  const width = Math.min(CONFLICT.most, right - left)
  // In its full width its sentence takes one line.
  const high = width >= CONFLICT.most ? CONFLICT.flat : CONFLICT.height
  if (bottom - top < high || width < CONFLICT.width) return null
  return { x: (left + right - width) / 2, y: (top + bottom - high) / 2, width, height: high }
}
