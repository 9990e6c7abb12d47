import { p, textWidth } from '../picture/index.ts'
import { type Edge, type Inscription, nameOf } from './edges.ts'
import { packed, ROW, type Row, rowsOf, type Token, written } from './inscribe.ts'
import type { BoxAt, Layout, LineAt, WordsAt } from './layout.ts'
import { placeIn, type Way, wayBetween } from './order.ts'

// Lays a string of states out as a U: down the left column, across at the bottom, up the right one. Transitions
// between neighbours are lines with their inscription beside them. All others are exits: a short hook out of
// their box, with the event and the name of the state it leads to. In 280 px that can be read; long lines
// around other boxes cannot. Every inscription has a row of its own in the gap under a row of boxes, so that
// words never touch words, boxes or foreign lines, whatever the machine.

const BOX = 24
const TOP = 8
const AIR = 8
const FOOT = 16

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

/** `order`: the states; `rows`: how many of them stand in the left column; `edges` may lead elsewhere too. */
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
        const x = side === 0 ? grid.spine[0] + (back ? 15 : 9) : grid.spine[1] - (back ? 14 : 8)
        const tokens = edge.inscriptions.map((inscription): Token => ({ words: inscription.words, inscription }))
        if (back) tokens.unshift({ words: way === 'down' ? '↓' : '↑', inscription: null })
        gap[1].push(...rowsOf(tokens, grid.room(side, x), { key, side, hook: 'none', x }, back ? 14.5 : 0))
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
    gaps[place(a).row]![side]![0].push(...rowsOf(exitTokens(exits, edge), grid.room(side, x), at))
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
  const widest = (paths: readonly string[], least: number) =>
    Math.max(least, ...paths.map((path) => Math.ceil(textWidth(nameOf(path), { bold: true }) + 9)))
  const two = order.length > rows
  const all = two ? width - 40 : width
  let left = Math.min(all, widest(order.slice(0, rows), 78))
  let right = two ? widest(order.slice(rows), 80) : 0
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
    room: (side, x) => (side === 1 ? x - left + 4 : two ? width - right + 4 - x : width - x),
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
  if (one.way === 'down' || one.way === 'up') {
    const down = one.way === 'down'
    const x = grid.spine[column] + (one.back ? (down ? -6 : 6) : 0)
    const start = down ? from.y + BOX : from.y
    const end = down ? to.y : to.y + BOX
    return {
      key,
      ids,
      d: p`M${x} ${start}v${end - start + (down ? -6 : 6)}`,
      tip: { x, y: end, to: down ? 'down' : 'up' },
    }
  }
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

/** What leads along an edge that is not drawn, and where to. */
export function exitTokens(inscriptions: readonly Inscription[], { from, to }: Edge): Token[] {
  const tokens = inscriptions.map((inscription): Token => ({ words: inscription.words, inscription }))
  return from === to ? tokens : [...tokens, { words: `→ ${nameOf(to)}`, inscription: null }]
}
