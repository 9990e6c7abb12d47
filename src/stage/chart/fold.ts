import { p, textWidth } from '../picture/index.ts'
import { AIR, BOX, besideRows, boxWidth, FOOT, TOP, upright } from './column.ts'
import { type Edge, exitTokens, type Inscription, nameOf } from './edges.ts'
import { packed, ROW, type Row, rowsOf, written } from './inscribe.ts'
import type { BoxAt, Layout, LineAt, WordsAt } from './layout.ts'
import { placeIn, type Way, wayBetween } from './order.ts'

// Lays a string of states out as a U: down the left column, across at the bottom, up the right one. Transitions
// between neighbours are lines with their inscription beside them. All others are exits: a short hook out of
// their box, with the event and the name of the state it leads to. In 280 px that can be read; long lines
// around other boxes cannot. Every inscription has a row of its own in the gap under a row of boxes, so that
// words never touch words, boxes or foreign lines, whatever the machine.

/** A drawn edge, from and to as indices in the order. `back`: its opposite is drawn beside it. */
interface Drawn {
  edge: Edge
  a: number
  b: number
  way: Way
  back: boolean
  /** Of a pair beside each other: is this the one from a later state to an earlier one? */
  second: boolean
  /** What is written on the line itself, where it runs level. */
  on: Inscription | null
}

/** `order`: the states; `rows`: how many of them stand on the left, fewer than all; `edges` may lead elsewhere too. */
export function fold(order: readonly string[], rows: number, edges: readonly Edge[], width: number): Layout {
  const grid = gridFor(order, rows, width)
  const drawn: Drawn[] = []
  const gaps = Array.from({ length: rows }, (): [exits: Row[], beside: Row[]][] => [
    [[], []],
    [[], []],
  ])
  const place = (i: number) => placeIn(i, rows)

  for (const edge of edges) {
    const a = order.indexOf(edge.from)
    const b = order.indexOf(edge.to)
    if (a < 0) continue
    const key = `${edge.from}>${edge.to}`
    const way = b < 0 ? 'apart' : wayBetween(a, b, rows, order.length)
    let exits = edge.inscriptions
    if (way !== 'apart') {
      const back = edges.some(({ from, to }) => from === edge.to && to === edge.from)
      const line: Drawn = { edge, a, b, way, back, second: back && a > b, on: null }
      drawn.push(line)
      if (way === 'down' || way === 'up') {
        const side = place(a).column
        const gap = gaps[Math.min(place(a).row, place(b).row)]![side]!
        gap[1].push(...besideRows(edge, key, side, grid.spine[side], back, way === 'down', (x) => grid.room(side, x)))
        exits = []
      } else {
        const [first, ...others] = edge.inscriptions
        const end = way === 'across' ? grid.right : grid.spine[1]
        if (first && textWidth(first.words, { mono: true }) <= end - grid.left - 22) {
          line.on = first
          exits = others
        }
      }
    }
    if (exits.length === 0) continue
    const side = place(a).column
    const x = side === 0 ? grid.left + 2 : grid.right - 2
    const at = { key: `${key}/exit`, side, hook: a === b ? 'stays' : 'leaves', x } as const
    gaps[place(a).row]![side]![0].push(...rowsOf(exitTokens({ ...edge, inscriptions: exits }), grid.room(side, x), at))
  }

  // Heights follow from what stands in each gap; a pair of level lines needs air above and below for its words.
  const pairAt = (row: number) => drawn.some((one) => one.on && one.back && levelRow(one, rows) === row)
  const rowY: number[] = []
  const words: WordsAt[] = []
  const hooks: { row: Row; fromY: number; y: number }[] = []
  let cut = 0
  let y = TOP + (pairAt(0) ? 6 : 0)
  for (let row = 0; row < rows; row++) {
    rowY.push(y)
    const under = y + BOX
    y = under + (pairAt(row) ? 18 : AIR)
    const [left, right] = gaps[row]!.map(([exits, beside]) => [...exits, ...beside])
    const packedRows = packed(left!, right!)
    for (const pair of packedRows) {
      for (const one of pair) {
        if (!one) continue
        words.push(...written(one, y))
        cut += one.cut
        if (one.hook !== 'none') hooks.push({ row: one, fromY: under, y: y + 11 })
      }
      y += ROW
    }
    if (row === rows - 1) y += packedRows.length > 0 ? 4 : FOOT - AIR
    else y += (packedRows.length > 0 ? AIR : 12) + (pairAt(row + 1) ? 6 : 0)
  }

  const boxes = order.map((path, i): BoxAt => {
    const { column, row } = place(i)
    const x = column === 0 ? 0 : grid.right
    return { path, name: nameOf(path), x, y: rowY[row]!, width: grid.widths[column], height: BOX }
  })
  for (const one of drawn) if (one.on) words.push(levelWords(one, one.on, rowY[levelRow(one, rows)]!, grid))
  const lines = [
    ...drawn.map((one) => lineOf(one, boxes, rows, grid)),
    ...hooks.map(({ row, fromY, y }) => hook(row, fromY, y, grid)),
  ]
  return { width, height: y, boxes, frames: [], lines, words, cut }
}

interface Grid {
  widths: readonly [number, number]
  /** Right edge of the left column, left edge of the right one, middle of both, px. */
  left: number
  right: number
  spine: readonly [number, number]
  /** Px that words beginning (or ending) at x may take on a side. */
  room(side: 0 | 1, x: number): number
}

function gridFor(order: readonly string[], rows: number, width: number): Grid {
  const all = width - 40
  let left = Math.min(all, boxWidth(order.slice(0, rows), 78))
  let right = boxWidth(order.slice(rows), 80)
  // Two long names: the longer one gives way.
  if (left + right > all) {
    if (left > all / 2) left = Math.max(all / 2, all - right)
    right = Math.min(right, all - left)
  }
  return {
    widths: [left, right],
    left,
    right: width - right,
    spine: [left / 2, width - right / 2],
    // Words stop before the hooks of the other column.
    room: (side, x) => (side === 1 ? x - left + 4 : width - right + 4 - x),
  }
}

/** The row at whose height a level line runs. */
const levelRow = ({ a, b }: Drawn, rows: number) => Math.min(placeIn(a, rows).row, placeIn(b, rows).row)
const levelOff = ({ back, second }: Drawn) => (back ? (second ? 6 : -6) : 0)

function levelWords(one: Drawn, inscription: Inscription, rowY: number, grid: Grid): WordsAt {
  const middle = rowY + BOX / 2
  const y = middle + (one.back ? (one.second ? 19 : -12) : -7)
  const x = grid.left + 10
  const end = one.way === 'across' ? grid.right : grid.spine[1] - 8
  const width = textWidth(inscription.words, { mono: true })
  return {
    key: `${one.edge.from}>${one.edge.to}/0`,
    ids: inscription.ids,
    words: inscription.words,
    title: inscription.title,
    x,
    y,
    anchor: 'start',
    ink: { x, y: y - 10, width, height: 13 },
    target: { x: grid.left + 2, y: y - (one.second ? 13 : one.back ? 14 : 13), width: end - grid.left - 4, height: 24 },
  }
}

function lineOf(one: Drawn, boxes: readonly BoxAt[], rows: number, grid: Grid): LineAt {
  const [from, to] = [boxes[one.a]!, boxes[one.b]!]
  const key = `${one.edge.from}>${one.edge.to}`
  const ids = one.edge.inscriptions.flatMap((inscription) => inscription.ids)
  const column = placeIn(one.a, rows).column
  if (one.way === 'down' || one.way === 'up') return upright(one.edge, from, to, grid.spine[column], one.back)
  const off = levelOff(one)
  const right = column === 0
  const y = Math.min(from.y, to.y) + BOX / 2 + off
  if (one.way === 'across') {
    const [start, end] = right ? [grid.left, grid.right] : [grid.right, grid.left]
    return {
      key,
      ids,
      d: p`M${start} ${y}h${end - start + (right ? -7 : 7)}`,
      tip: { x: end, y, to: right ? 'right' : 'left' },
    }
  }
  const x = grid.spine[1] + off
  const top = Math.max(from.y, to.y)
  return right
    ? { key, ids, d: p`M${grid.left} ${y}h${x - grid.left}v${top - y - 6}`, tip: { x, y: top, to: 'down' } }
    : { key, ids, d: p`M${x} ${top}v${y - top}h${grid.left - x + 7}`, tip: { x: grid.left, y, to: 'left' } }
}

function hook(row: Row, fromY: number, y: number, grid: Grid): LineAt {
  const right = row.side === 0
  const x = right ? grid.left - 12 : grid.right + 12
  const dx = right ? 4 : -4
  return {
    key: row.key,
    ids: row.ids,
    d: p`M${x} ${fromY}v${y - fromY}h${dx}`,
    tip:
      row.hook === 'stays'
        ? { x: x + dx * 1.75, y, to: 'nowhere' }
        : { x: x + dx * 2.5, y, to: right ? 'right' : 'left' },
  }
}
