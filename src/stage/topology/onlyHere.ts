import { captions } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { label, line, p, type Shape, textWidth } from '../picture/index.ts'
import type { Box, Columns } from './layout.ts'
import { wrapped } from './phrases.ts'

export interface Bracket {
  /** Positions, ascending. */
  entries: readonly number[]
  card: Box
  columns: Columns
  /** Position in the first column. */
  start: number
  /** In the last column a link leaves the middle of the card: there the words stand in two lines on its right. */
  aside: boolean
  /** How far the words may reach beyond the card's right edge. */
  slack: number
  /** Where a probe of the monitor comes up from below: the words keep clear of its line. null: none does. */
  probeX: number | null
}

/** Words of that half width, moved just so far that a ring on an upright line at `lineX` does not touch them. */
function besideLine(centre: number, half: number, lineX: number | null): number {
  if (lineX === null || Math.abs(lineX - centre) >= half + 12) return centre
  return lineX >= centre ? lineX - half - 12 : lineX + half + 12
}

/** Under a binlog: the entries whose clients were told OK and that no other node has. */
export function onlyHere(id: string, { entries, card, columns, start, aside, slack, probeX }: Bracket): Shape[] {
  const first = entries[0]
  const last = entries[entries.length - 1]
  if (first === undefined || last === undefined || last < start) return []
  const from = card.x + columns.x + (Math.max(first, start) - start) * columns.pitch - 1
  const to = card.x + columns.x + (last - start) * columns.pitch + columns.cell
  const y = card.y + card.height + 6
  const middle = (from + to) / 2
  const right = card.x + card.width
  const lines = aside ? wrapped(captions.onlyHere, 100, 13) : [captions.onlyHere]
  const half = Math.max(...lines.map((l) => textWidth(l, { size: 13, bold: true }))) / 2
  const centre = aside ? right - half : Math.max(card.x + half, Math.min(right + slack - half, middle))
  const x = besideLine(centre, half, probeX)
  // It ends above the words, wherever they had to go.
  const stem = aside ? Math.max(middle, Math.min(to, x)) : Math.max(from, Math.min(middle, x + half - 6))
  const bracket = p`M${from} ${y}v6h${to - from}v-6`
  const how = { size: 13, fill: hue.crit, bold: true, halo: hue.canvas, anchor: 'middle' } as const
  return [
    line(`only-${id}`, bracket + p`M${stem} ${y + 6}v14`, hue.crit, 1.5),
    ...lines.map((words, i) => label(`only-${id}-${i}`, x, y + 36 + 16 * i, words, how)),
  ]
}
