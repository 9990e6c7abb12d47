import type { Fact } from '../../engine/index.ts'
import { cell, cross, hue, at as placed, roleIcon } from '../glyphs/index.ts'
import { box, group, label, round, type Shape } from '../picture/index.ts'
import { effect, type Instant, linear, stands } from './effect.ts'
import type { Box, Layout } from './layout.ts'
import { LEAVE_MS, leaving } from './leaving.ts'

/** What has just come to nothing: a write thrown back by a node that takes none, a node that was taken out. */
const BOUNCE_MS = 240
const STAYS_MS = 700

/** A write comes back from the border of a fenced node, and its cross stays for a moment. */
export function bounces(at: Instant, cardOf: (node: string) => { box: Box; height: number } | null): Shape[] {
  return at.frame.recent
    .filter((f) => f.kind === 'write-rejected' && stands(at, f.t, STAYS_MS))
    .flatMap((fact) => {
      const card = cardOf(fact.at)
      return card ? [bounce(at, fact, card.box)] : []
    })
}

function bounce(at: Instant, { id, t, args }: Fact, { x, y }: Box): Shape {
  const back = effect(at, t, BOUNCE_MS)
  const number = args.write === undefined ? '' : String(args.write)
  const width = Math.max(20, number.length * 7.3 + 7)
  const opacity = at.view.reducedMotion ? 1 : Math.min(1, 2 - 1.6 * linear(at, t, STAYS_MS))
  const look = { origin: 'A', fill: 'bare', number, ground: hue.canvas, width } as const
  return placed(
    `bounce-${id}`,
    x + 16,
    y - 24 - 14 * back,
    [cell('cell', 0, 0, look), cross('cross', width + 3, 10, 8, hue.crit, 2.5)],
    { opacity: round(opacity) },
  )
}

/** The outline that a removed node leaves while it fades. */
export function leavers(at: Instant, { cards }: Layout): Shape[] {
  return leaving(at).flatMap((fact) => {
    const place = cards.get(fact.at)
    if (!place || at.frame.nodes.some((n) => n.id === fact.at)) return []
    const { x, y, width, height } = place
    const outline = { rx: 6, stroke: hue.stale, 'stroke-width': 2, 'stroke-dasharray': '6 4' }
    const inside = [
      box('outline', 0, 0, width, height, hue.canvas, outline),
      roleIcon('cross', 19, 15, hue.stale),
      label('name', width - 12, 20, fact.at, { size: 14, mono: true, anchor: 'end', fill: hue.stale }),
    ]
    return [
      group(`left-${fact.at}`, [placed('card', x, y, inside)], { opacity: round(1 - effect(at, fact.t, LEAVE_MS)) }),
    ]
  })
}
