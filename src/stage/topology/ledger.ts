import { lostHeading, lostLine, lostSentence, toldOkAt } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { label, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import type { Box } from './layout.ts'
import { moreLost, wrapped } from './phrases.ts'

/** The writes that a newer epoch has broken: count, then one line each. It stays until the run is reset. */
const MOST = 4
/** Narrower than this there is no room for when an OK was said. */
const WIDE = 190

export function ledger(at: Instant, box: Box): Shape[] {
  const lost = at.frame.lost.filter((w) => w.lostAt <= at.time)
  if (lost.length === 0) return []
  const { x } = box
  let y = box.y + 17
  const shapes: Shape[] = [
    label('lost-count', x, y, lostHeading(lost.length), { size: 16, fill: hue.crit, bold: true }),
  ]
  y += 23
  const most = Math.max(1, Math.min(MOST, Math.floor((box.height - 24) / 18)))
  const lines = lost.length > most ? Math.max(1, most - 1) : lost.length
  const wide = lost.slice(0, lines).some((w) => lostLine(w).length > 13)
  for (const w of lost.slice(0, lines)) {
    shapes.push(label(`lost-${w.write}`, x, y, lostLine(w), { mono: true }))
    if (box.width >= WIDE)
      shapes.push(label(`lost-at-${w.write}`, x + (wide ? 126 : 102), y, toldOkAt(w.okAt), { fill: hue.muted }))
    y += 18
  }
  if (lost.length > lines) {
    shapes.push(label('lost-more', x, y, moreLost(lost.length - lines), { fill: hue.muted }))
    y += 18
  }
  // Not where it would run into what stands below.
  const why = wrapped(lostSentence(at.frame), box.width)
  if (at.view.lostNote && y + 16 * why.length <= box.y + box.height + 6) {
    why.forEach((words, i) => {
      shapes.push(label(`lost-why-${i}`, x, y + 6 + 16 * i, words, { fill: hue.muted }))
    })
  }
  return shapes
}
