import { type Box, CLIENT_RADIUS, type Layout, type Room } from './layout.ts'
import { labSpecs, type MasterSpec, masterHeight, rowsFor } from './masterSizes.ts'
import { clientsOf, EMPTY, type Margins, type Masters, wordsRoom } from './mastersRoom.ts'
import type { Point } from './view.ts'

/**
 * Three masters: the first on top, the others below it, and in the middle what they disagree on. The clients of the
 * first stand beside it, because the sentence about what happened is told above; those of the others below them.
 */
const WIDTH = 728
const HEIGHT = 564
const CLIENTS = 36
/** Clients that have room beside a card. */
const MOST = 4
/** A conflict's picture between three cards, and in the gap between two. */
const CONFLICT = { height: 118, wide: 212, narrow: 168 }
const AIR = 8

/** Null: not three, or not enough room for three full cards. */
export function triangle(cast: Masters, room: Room, { top }: Margins, scales: readonly number[]): Layout | null {
  if (cast.nodes.length !== 3 || cast.nodes.some((_, place) => clientsOf(cast, place).length > MOST)) return null
  const spec = labSpecs(cast.masters.regions)[0]!
  for (const scale of scales) {
    const width = room.width / scale
    const height = room.height / scale
    if (width < WIDTH || height < HEIGHT) continue
    for (const rows of rowsFor(spec, cast.masters.rows)) {
      const made = placed(cast, { width, height, scale, top }, spec, masterHeight(spec, rows))
      if (made) return { ...made, masters: { ...made.masters!, ...rows } }
    }
  }
  return null
}

interface Space {
  width: number
  height: number
  scale: number
  top: number
}

function placed(cast: Masters, { width, height, scale, top }: Space, spec: MasterSpec, high: number): Layout | null {
  const spareX = Math.min(width - WIDTH, 200)
  const spareY = Math.min(height - HEIGHT, 160)
  const left = (width - WIDTH - spareX) / 2
  const card = spec.width
  const first: Box = { x: Math.round((width - card) / 2), y: Math.round(top + spareY * 0.2), width: card, height: high }
  // Higher cards grow upwards, so that their clients keep their place.
  const y = Math.round(474 + spareY * 0.8 - high)
  if (y < first.y + high + 20) return null
  const second = { x: Math.round(left + 28), y, width: card, height: high }
  const third = { x: Math.round(left + 452 + spareX), y, width: card, height: high }
  const [a = '', b = '', c = ''] = cast.nodes
  const clients = new Map<string, Point>()
  beside(clientsOf(cast, 0), first, clients)
  below(clientsOf(cast, 1), second, clients)
  below(clientsOf(cast, 2), third, clients)
  const clocks = new Map([
    [a, { x: first.x - 116, y: first.y + 26 }],
    [b, { x: second.x, y: second.y - 42 }],
    [c, { x: third.x + 136, y: third.y - 42 }],
  ])
  return {
    ...EMPTY,
    width,
    height,
    scale,
    cards: new Map([
      [a, first],
      [b, second],
      [c, third],
    ]),
    clients,
    columns: spec.columns,
    masters: {
      size: spec.size,
      regions: cast.masters.regions,
      lines: 1,
      more: false,
      agreement: { x: left + 24, y: first.y + 14 },
      conflict: between(first, second, third),
      strip: null,
      clocks,
      clientWords: wordsRoom(cast, card),
    },
  }
}

/** Below the first card, and either above the others or in the gap between them, above their link. */
function between(first: Box, second: Box, third: Box): Box {
  const top = first.y + first.height + AIR
  const whole = second.y - top >= CONFLICT.height
  const width = whole ? CONFLICT.wide : CONFLICT.narrow
  const bottom = second.y + second.height - LINK_UP - 14
  const middle = (second.x + second.width + third.x) / 2
  const y = whole ? second.y - CONFLICT.height : (top + bottom - CONFLICT.height) / 2
  return { x: middle - width / 2, y, width, height: CONFLICT.height }
}

/** The link of the lower two meets them so far above their lower edge. */
export const LINK_UP = 62

/** On the right of its header, below each other. */
function beside(ids: readonly string[], card: Box, clients: Map<string, Point>): void {
  const pitch = 36
  const columns = ids.length > 2 ? Math.ceil(ids.length / 2) : 1
  ids.forEach((id, i) => {
    const [column, row] = columns === 1 ? [0, i] : [i % columns, Math.floor(i / columns)]
    clients.set(id, {
      x: Math.round(card.x + card.width + 44 + column * pitch),
      y: Math.round(card.y + CLIENT_RADIUS + 1 + row * pitch),
    })
  })
}

/** Side by side below it. */
function below(ids: readonly string[], card: Box, clients: Map<string, Point>): void {
  const pitch = card.width / Math.max(1, ids.length)
  ids.forEach((id, i) => {
    // Not in its very middle: what the last one writes has to end before the stage does.
    const x = ids.length === 1 ? card.x + 104 : card.x + CLIENT_RADIUS + 4 + i * pitch
    clients.set(id, { x: Math.round(x), y: card.y + card.height + CLIENTS })
  })
}
