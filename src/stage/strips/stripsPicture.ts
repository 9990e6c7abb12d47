import type { Cell, NodeFrame } from '../../engine/index.ts'
import { cell, emptySlot, originOf, writeHead } from '../glyphs/index.ts'
import { label, type Shape } from '../picture/index.ts'

// The log of one node, entry by entry, as wide as the inspector: on a slave what it has received and what it has
// applied, one under the other in the same columns, so that the difference is seen before it is read; on a master
// its binlog with the promises given for each entry and the proofs that came back.

export interface StripsView {
  /** Px; 280 in the inspector. */
  width: number
  /** Ids of all nodes, in the frame's order: an origin's place decides its silhouette. */
  origins?: readonly string[]
}

export const STRIPS_HEIGHT = { one: 44, two: 66 } as const

const START = 44
const PITCH = 23.5
const FIRST_ROW = 10
const SECOND_ROW = 40
/** Columns kept free at the right end: where the next entries will stand. */
const AHEAD = 2

/** Does this node write its log itself? Then there is one strip, else two. */
export const writesItself = (node: NodeFrame): boolean =>
  ['master', 'fenced', 'read-only', 'rewinding'].includes(node.role)

/** Where the strips of a node have their columns, px: `x` is the left edge of an entry's cell, which is `pitch` wide with its gap. */
export function stripsColumns(node: NodeFrame, width: number) {
  const columns = Math.max(1, Math.floor((width - START + PITCH - 20) / PITCH))
  const end = Math.max(node.received, node.applied, node.cells[node.cells.length - 1]?.position ?? 0)
  const first = Math.max(1, end + AHEAD - columns + 1)
  const x = (position: number): number => START + (position - first) * PITCH
  return { columns, end, first, x, pitch: PITCH }
}

/** How wide strips must be to show that many entries, px. */
export const stripsWidth = (entries: number): number => START + (entries + AHEAD) * PITCH

export function stripsPicture(node: NodeFrame, time: number, view: StripsView): Shape[] {
  const { columns, end, first, x } = stripsColumns(node, view.width)
  const shown = node.cells.filter(({ position }) => position >= first && position < first + columns)

  const strip = (
    name: string,
    y: number,
    cells: readonly Cell[],
    head: number,
    draw: (one: Cell) => Shape,
  ): Shape[] => {
    const filled = new Set(cells.map(({ position }) => position))
    const shapes: Shape[] = [label(`${name}/name`, 0, y + 14.6, name, { fill: 'var(--muted)' })]
    for (let position = first; position < first + columns; position++) {
      // Entries older than the frame's window are there, but nobody knows their numbers any more.
      if (!filled.has(position) && position > head) shapes.push(emptySlot(`${name}/slot/${position}`, x(position), y))
    }
    shapes.push(...cells.map(draw))
    // The head stands in the gap after the last cell.
    if (head >= first - 1) shapes.push(writeHead(`${name}/head`, x(head + 1) - 1, y, 'var(--ink)'))
    return shapes
  }
  const look = (one: Cell, fill: 'applied' | 'received', promises: boolean) => ({
    origin: originOf(view.origins?.indexOf(one.origin) ?? 0),
    fill: one.fate === 'kept' || one.fateAt > time ? fill : one.fate,
    number: String(one.number),
    ground: 'var(--panel)',
    ...(promises && {
      promise: one.okAt !== null && one.okAt <= time ? 1 : 0,
      proofs: one.ackedAt.filter((at) => at <= time).map(() => 1),
    }),
  })
  const isApplied = (one: Cell) => one.appliedAt !== null && one.appliedAt <= time

  if (writesItself(node)) {
    // Hatched as on its card while it is logged and not committed: a slave is waited for, and nobody can read it.
    const draw = (one: Cell) =>
      cell(
        `binlog/${one.position}`,
        x(one.position),
        FIRST_ROW,
        look(one, isApplied(one) ? 'applied' : 'received', true),
      )
    return strip('binlog', FIRST_ROW, shown, end, draw)
  }
  const received = shown.filter(({ position }) => position <= node.received)
  const applied = received.filter(isApplied)
  return [
    ...strip('relay', FIRST_ROW, received, node.received, (one) =>
      cell(
        `relay/${one.position}`,
        x(one.position),
        FIRST_ROW,
        look(one, isApplied(one) ? 'applied' : 'received', false),
      ),
    ),
    ...strip('data', SECOND_ROW, applied, node.applied, (one) =>
      cell(`data/${one.position}`, x(one.position), SECOND_ROW, look(one, 'applied', false)),
    ),
  ]
}
