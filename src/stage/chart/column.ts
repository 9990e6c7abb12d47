import { p, textWidth } from '../picture/index.ts'
import { type Edge, exitTokens, nameOf } from './edges.ts'
import { ROW, type Row, rowsOf, written } from './inscribe.ts'
import type { BoxAt, Layout, LineAt } from './layout.ts'

// Lays states out one under the other, for machines with more to say than a U has room for. Transitions between
// neighbours are lines with their inscription beside them; all others leave to the right of their box, the first
// at its own height. An exit and an inscription share a row where the one ends before the other begins.

export const BOX = 24
export const TOP = 8
export const AIR = 8
export const FOOT = 16

export function column(order: readonly string[], edges: readonly Edge[], width: number): Layout {
  const left = Math.min(width * 0.6, boxWidth(order, 78))
  const spine = left / 2
  const start = left + 14
  const exits: Row[][] = order.map(() => [])
  const beside: Row[][] = order.map(() => [])
  const neighbours: { edge: Edge; a: number; b: number; back: boolean }[] = []
  for (const edge of edges) {
    const a = order.indexOf(edge.from)
    const b = order.indexOf(edge.to)
    if (a < 0) continue
    const key = `${edge.from}>${edge.to}`
    if (b < 0 || Math.abs(a - b) !== 1) {
      const hook = a === b ? 'stays' : 'leaves'
      exits[a]!.push(...rowsOf(exitTokens(edge), width - start, { key: `${key}/exit`, side: 0, hook, x: start }))
    } else {
      const back = edges.some(({ from, to }) => from === edge.to && to === edge.from)
      neighbours.push({ edge, a, b, back })
      beside[Math.min(a, b)]!.push(...besideRows(edge, key, 0, spine, back, b > a, (x) => width - x))
    }
  }

  const all: Layout = { width, height: 0, boxes: [], frames: [], lines: [], words: [], cut: 0 }
  let y = TOP
  const put = (row: Row, at: number, from: number) => {
    all.words.push(...written(row, at))
    all.cut += row.cut
    if (row.hook !== 'none') all.lines.push(hook(row, at + ROW / 2 - (at === from ? 0 : 1), from + BOX / 2, left))
  }
  order.forEach((path, i) => {
    const top = y
    all.boxes.push({ path, name: nameOf(path), x: 0, y: top, width: left, height: BOX })
    const [first, ...rest] = exits[i]!
    if (first) put(first, top, top)
    y = top + BOX + AIR
    let shared = 0
    for (const row of rest) {
      const one = beside[i]![shared]
      put(row, y, top)
      if (one && one.x + one.width + AIR <= left) {
        put(one, y, top)
        shared++
      }
      y += ROW
    }
    for (const one of beside[i]!.slice(shared)) {
      put(one, y, top)
      y += ROW
    }
    const rows = y > top + BOX + AIR
    if (i < order.length - 1) y += rows ? AIR : 12
    else y += rows ? 4 : FOOT - AIR
  })
  all.height = y
  for (const { edge, a, b, back } of neighbours)
    all.lines.push(upright(edge, all.boxes[a]!, all.boxes[b]!, spine, back))
  return all
}

/** How wide a box must be for the longest of its names. */
export const boxWidth = (paths: readonly string[], least: number): number =>
  Math.max(least, ...paths.map((path) => Math.ceil(textWidth(nameOf(path), { bold: true }) + 9)))

/** What stands beside an upright line at `spine`; of two ways between the same boxes, each says where it leads. */
export function besideRows(
  edge: Edge,
  key: string,
  side: 0 | 1,
  spine: number,
  back: boolean,
  down: boolean,
  room: (x: number) => number,
): Row[] {
  const x = side === 0 ? spine + (back ? 15 : 9) : spine - (back ? 14 : 8)
  const tokens = edge.inscriptions.map((inscription) => ({ words: inscription.words, inscription }))
  const arrow = { words: down ? '↓' : '↑', inscription: null }
  return rowsOf(back ? [arrow, ...tokens] : tokens, room(x), { key, side, hook: 'none', x }, back ? 14.5 : 0)
}

/** The line between two boxes one above the other; of two, down is on the left. */
export function upright(edge: Edge, from: BoxAt, to: BoxAt, spine: number, back: boolean): LineAt {
  const down = to.y > from.y
  const x = spine + (back ? (down ? -6 : 6) : 0)
  const start = down ? from.y + BOX : from.y
  const end = down ? to.y : to.y + BOX
  return {
    key: `${edge.from}>${edge.to}`,
    ids: edge.inscriptions.flatMap(({ ids }) => ids),
    d: p`M${x} ${start}v${end - start + (down ? -6 : 6)}`,
    tip: { x, y: end, to: down ? 'down' : 'up' },
  }
}

/** From the side of a box, level if the exit stands at its height, else down first. */
function hook(row: Row, y: number, middle: number, left: number): LineAt {
  const stays = row.hook === 'stays'
  const d = y === middle ? p`M${left} ${y}h6` : p`M${left + 4.5} ${middle}v${y - middle}h1.5`
  const tip = stays ? { x: left + 9, y, to: 'nowhere' as const } : { x: left + 12, y, to: 'right' as const }
  return { key: row.key, ids: row.ids, d, tip }
}
