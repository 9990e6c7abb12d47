import { hue } from '../glyphs/index.ts'
import { label, line, p, type Shape, textWidth } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import type { Box, Columns } from './layout.ts'
import { captions, lostHeading, lostLine, lostSentence, toldOkAt } from '../../words/index.ts'
import { moreLost, wrapped } from './phrases.ts'

/** The writes that a newer epoch has broken: count, then one line each. It stays until the run is reset. */
const MOST = 4

export function ledger(at: Instant, box: Box): Shape[] {
  const lost = at.frame.lost.filter((w) => w.lostAt <= at.time)
  if (lost.length === 0) return []
  const { x } = box
  let y = box.y + 17
  const shapes: Shape[] = [
    label('lost-count', x, y, lostHeading(lost.length), { size: 16, fill: hue.crit, bold: true }),
  ]
  y += 23
  const lines = lost.length > MOST ? MOST - 1 : lost.length
  const wide = lost.slice(0, lines).some((w) => lostLine(w).length > 13)
  for (const w of lost.slice(0, lines)) {
    shapes.push(label(`lost-${w.write}`, x, y, lostLine(w), { mono: true }))
    shapes.push(label(`lost-at-${w.write}`, x + (wide ? 126 : 102), y, toldOkAt(w.okAt), { fill: hue.muted }))
    y += 18
  }
  if (lost.length > lines) {
    shapes.push(label('lost-more', x, y, moreLost(lost.length - lines), { fill: hue.muted }))
    y += 18
  }
  if (at.view.lostNote) {
    wrapped(lostSentence(at.frame), box.width).forEach((words, i) => {
      shapes.push(label(`lost-why-${i}`, x, y + 6 + 16 * i, words, { fill: hue.muted }))
    })
  }
  return shapes
}

/** Under a binlog: the entries whose clients were told OK and that no other node has. */
export function onlyHere(
  node: { id: string; onlyHere: readonly number[] },
  place: Box,
  height: number,
  start: number,
  columns: Columns,
  worldWidth: number,
): Shape[] {
  const first = node.onlyHere[0]
  const last = node.onlyHere[node.onlyHere.length - 1]
  if (first === undefined || last === undefined || last < start) return []
  const from = place.x + columns.x + (Math.max(first, start) - start) * columns.pitch - 1
  const to = place.x + columns.x + (last - start) * columns.pitch + columns.cell
  const y = place.y + height + 6
  const middle = (from + to) / 2
  const right = place.x + place.width
  const words = captions.onlyHere
  // In the last column a link leaves the middle of the card: there the words stand in two lines beside it.
  const lines = place.x > worldWidth / 2 ? wrapped(words, 100, 13) : [words]
  const widest = Math.max(...lines.map((l) => textWidth(l, { size: 13, bold: true })))
  const x = Math.max(place.x + widest / 2, Math.min(right - widest / 2, middle))
  return [
    line(`only-${node.id}`, p`M${from} ${y}v6h${to - from}v-6M${middle} ${y + 6}v14`, hue.crit, 1.5),
    ...lines.map((l, i) =>
      label(`only-${node.id}-${i}`, x, y + 36 + 16 * i, l, {
        size: 13,
        fill: hue.crit,
        bold: true,
        halo: hue.canvas,
        anchor: 'middle',
      }),
    ),
  ]
}
