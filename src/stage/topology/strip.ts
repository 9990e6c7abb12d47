import type { Cell } from '../../engine/index.ts'
import { cell, emptySlot, hue, type Origin, at as placed, writeHead } from '../glyphs/index.ts'
import { label, line, p, round, type Shape } from '../picture/index.ts'
import { effect, type Instant } from './effect.ts'
import type { Columns } from './layout.ts'

/**
 * One row of a node's log: the binlog of a master, the relay log or the data of a slave. The same position stands at
 * the same x in every row of every node.
 */
export interface StripLook {
  key: 'binlog' | 'relay' | 'data' | 'log'
  /** Entries this node holds, those in sight. */
  cells: readonly Cell[]
  /** Position in the first column; not whole while the window slides. */
  start: number
  columns: Columns
  /** Of the cells, in the card. */
  top: number
  ground: string
  /** Of a card that is down: words and write head. */
  ink: string
  /** Position after which the write head stands; null for none. */
  head: number | null
  /** Last position in this row; told in words when all of it is out of sight. */
  last: number
  originOf(node: string): Origin
  /** Positions up to here are gone from this log; 0 or absent: it has them all. */
  purgedTo?: number
  /** How many bars of proof there is room for below; more are one bar. */
  proofs?: number
  /** Distance to the row from which an applied entry slides down. */
  drop: number
}

const GROW_MS = 160
const SLIDE_DOWN_MS = 200
const PROMISE_MS = 120
const PROOF_MS = 160

export function strip(at: Instant, look: StripLook): Shape {
  const { columns, start } = look
  // Of the row's own places: cells stand still in their row, and the row slides under the window.
  const base = Math.floor(start / STRETCH) * STRETCH
  const slid = columns.x - (start - base) * columns.pitch
  const x = (position: number) => (position - base) * columns.pitch
  const isThere = (c: Cell) => look.key !== 'data' || (c.appliedAt !== null && c.appliedAt <= at.time)
  // What was purged is gone from the log, whatever became of it in the data.
  const inRow = look.cells.filter((c) => c.position > (look.purgedTo ?? 0) && isThere(c))
  const held = new Set(inRow.map((c) => c.position))
  const shapes: Shape[] = []
  const first = Math.ceil(start)
  // Not while its last cell is still sliding out.
  const behind = look.last > 0 && look.last < start && !isVisible(slid + x(look.last), columns)
  for (let position = first; position < first + columns.count; position++) {
    const left = x(position)
    // A column that is only half in is neither dot nor cell.
    if (slid + left + columns.cell > columns.x + columns.count * columns.pitch) continue
    // Words stand there instead.
    if (behind && slid + left < columns.x + 5 + farText(look).length * 8) continue
    if (!held.has(position) && position > (look.purgedTo ?? 0))
      shapes.push(emptySlot(`slot-${position}`, left, 0, columns.cell))
  }
  shapes.push(...tornEdge(look, x, slid))
  for (const c of inRow) {
    const left = x(c.position)
    if (isVisible(slid + left, columns)) shapes.push(cellShape(at, look, c, left))
  }
  if (behind) shapes.push(farBehind(look, columns.x - slid))
  if (look.head !== null && look.head >= start - 1) {
    const grown = look.key === 'binlog' || look.key === 'log' ? growing(at, inRow, look.head) : 1
    const after = x(look.head + 1) - (1 - grown) * columns.pitch
    shapes.push(writeHead('head', round(after - (columns.pitch - columns.cell) + 1), 0, look.ink))
  }
  return placed(look.key, slid, look.top, shapes, { 'data-strip': look.key })
}

/** The end of a log whose older part was purged: torn off, where it is in sight. */
function tornEdge(look: StripLook, x: (position: number) => number, slid: number): Shape[] {
  const { purgedTo = 0, columns, start } = look
  if (purgedTo === 0 || purgedTo < start - 0.5 || purgedTo >= start + columns.count - 0.5) return []
  const edge = x(purgedTo + 1) - (columns.pitch - columns.cell) / 2
  const from = Math.max(columns.x - slid, x(Math.max(start, purgedTo - 5)))
  const torn = p`M${edge} -3l-3 4.3 4 4.3 -4 4.3 4 4.3 -4 4.3 3 4.3`
  return [
    // What is no more.
    ...(edge - from > 8 ? [line('gone', p`M${from} 10H${edge - 5}`, hue.stale, 1, { 'stroke-dasharray': '1 4' })] : []),
    line('torn', torn, hue.stale, 1.6),
  ]
}

/** Positions after which the places in a row are counted anew: far from 0, a screen's numbers are coarse. */
const STRETCH = 64

/** Does at least half of a cell at x lie inside the columns? */
function isVisible(x: number, columns: Columns): boolean {
  const left = columns.x - columns.cell * 0.5
  const right = columns.x + columns.count * columns.pitch - columns.cell * 0.5
  return x >= left && x <= right
}

const growing = (at: Instant, cells: readonly Cell[], position: number): number => {
  const c = cells.find((one) => one.position === position)
  return c ? effect(at, c.receivedAt, GROW_MS) : 1
}

function cellShape(at: Instant, look: StripLook, c: Cell, x: number): Shape {
  const applied = c.appliedAt !== null && c.appliedAt <= at.time
  const fate = c.fate !== 'kept' && c.fateAt <= at.time ? c.fate : null
  const isLog = look.key === 'binlog'
  // In a binlog too: hatched is logged and not committed, so that nobody can read it yet.
  const fill = fate ?? (applied ? 'applied' : 'received')
  const grown = isLog ? effect(at, c.receivedAt, GROW_MS) : 1
  const fallen = look.key === 'data' ? effect(at, c.appliedAt, SLIDE_DOWN_MS) : 1
  const width = look.columns.cell * Math.max(0.05, grown)
  const promised = isLog && c.okAt !== null && c.okAt <= at.time
  return cell(
    `cell-${c.position}`,
    x,
    round(-look.drop * (1 - fallen)),
    {
      origin: look.originOf(c.origin),
      fill,
      number: grown > 0.6 && !c.heartbeat ? String(c.number) : '',
      ...(c.heartbeat && { beat: true }),
      width: round(width),
      ground: look.ground,
      ...(promised && { promise: effect(at, c.okAt, PROMISE_MS) }),
      ...(isLog && { proofs: proofsOf(at, look, c) }),
    },
    { 'data-cell': c.position },
  )
}

function proofsOf(at: Instant, { proofs = 3 }: StripLook, c: Cell): number[] {
  const landed = c.ackedAt.filter((t) => t <= at.time).map((t) => effect(at, t, PROOF_MS))
  return proofs < 3 ? landed.slice(0, proofs) : landed
}

const farText = ({ last }: StripLook): string => `at ${last}`

/** All of this row is older than the window: where it stands, in words. */
const farBehind = (look: StripLook, left: number): Shape =>
  label('far', left + 5, 14.4, farText(look), { fill: hue.muted, mono: true, halo: look.ground })
