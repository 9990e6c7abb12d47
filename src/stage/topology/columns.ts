import type { Cell, Frame, NodeFrame } from '../../engine/index.ts'
import { effect, type Instant } from './effect.ts'
import type { Columns } from './layout.ts'

/**
 * The registered columns: one window of positions for all nodes, so that the same entry stands in the same column
 * everywhere and "behind" is seen before it is read. The window ends at the newest entry anywhere and slides on as
 * each new one is written.
 */
const SLIDE_MS = 160

/** Position of the entry in the first column; not whole while the window slides. */
export function windowStart(at: Instant, columns: Columns): number {
  const head = Math.min(
    headOf(at, at.frame.nodes),
    headOf(
      at,
      at.frame.nodes.filter((n) => !isForked(n)),
    ) + MOST_LOST,
  )
  return Number.isFinite(head) ? Math.max(1, head - columns.count + 1) : 1
}

/** Lost entries at the end of an old log may push those that others write on with this far to the left, no further. */
const MOST_LOST = 3

/** The newest position of the longest of these logs, while its last entry grows. */
function headOf(at: Instant, nodes: readonly NodeFrame[]): number {
  let newest: NodeFrame | null = null
  for (const node of nodes) if (!newest || node.received > newest.received) newest = node
  if (!newest) return Number.POSITIVE_INFINITY
  let head = newest.received
  for (const cell of newest.cells) head -= 1 - effect(at, cell.receivedAt, SLIDE_MS)
  return head
}

const isForked = ({ cells }: NodeFrame): boolean => cells.some((c) => c.fate !== 'kept')

/**
 * Where a node's own window starts. A log that has left the common history keeps its end in sight: lost writes don't
 * slide away while others write on.
 */
export function nodeStart(node: NodeFrame, start: number, columns: Columns): number {
  return isForked(node) ? Math.max(1, node.received - columns.count + 1) : start
}

/**
 * Columns that hold the largest number in sight: three digits fit into a cell, set narrower; longer numbers get fewer and
 * wider columns, the same in every node.
 */
export function columnsFor(frame: Frame, plain: Columns): Columns {
  let largest = 0
  for (const { cells } of frame.nodes) largest = Math.max(largest, cells[cells.length - 1]?.number ?? 0)
  const digits = String(largest).length
  const needs = digits * 7.1
  if (digits <= 3 || needs <= plain.cell) return plain
  const gap = plain.pitch - plain.cell
  const count = Math.max(2, Math.floor((plain.count * plain.pitch) / (needs + gap)))
  const pitch = Math.floor((plain.count * plain.pitch) / count)
  return { ...plain, count, pitch, cell: pitch - gap }
}

/** The cells of a node that show in a window, whole or in part. */
export const cellsInWindow = (cells: readonly Cell[], start: number, columns: Columns): Cell[] =>
  cells.filter((c) => c.position > start - 1 && c.position < start + columns.count)
