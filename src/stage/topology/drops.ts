import type { Fact } from '../../engine/index.ts'
import { cell, hue, at as placed } from '../glyphs/index.ts'
import { disc, line, round, type Shape } from '../picture/index.ts'
import { type Instant, linear, stands } from './effect.ts'
import { beside } from './route.ts'
import { LANE, rangeText, TOKEN, type TokenScene, tokenWidth } from './travel.ts'
import type { Way } from './ways.ts'

const DROPPED_MS = 600

/** Messages that were lost on their way: hollow, with a small cross, where it happened. */
export function drops(at: Instant, scene: TokenScene): Shape[] {
  const shapes: Shape[] = []
  for (const { id, t, at: link, kind, args } of at.frame.recent) {
    if (kind !== 'dropped' || !stands(at, t, DROPPED_MS)) continue
    const way = scene.ways.find((w) => w.link.id === link)
    if (!way || (args.reason !== 'entries' && args.reason !== 'ack')) continue
    const gone = (args.place ?? 500_000) / 1_000_000
    const toSlave = args.peer === way.to.id
    const q = way.route.at(toSlave ? gone : 1 - gone)
    const isEntry = args.reason === 'entries'
    const where = isEntry ? q : beside(q, LANE)
    // Readable first, then it goes.
    const opacity = at.view.reducedMotion ? 1 : Math.min(1, 2 - 1.8 * linear(at, t, DROPPED_MS))
    const what = isEntry
      ? hollow(args, way, scene)
      : disc('ring', 0, 0, 8, hue.canvas, { stroke: hue.ok, 'stroke-width': 1.5 })
    const cross = line('cross', 'M6 6l8 8m0 -8l-8 8', hue.crit, 2)
    shapes.push(placed(`dropped-${id}`, where.x, where.y, [what, cross], { opacity: round(opacity) }))
  }
  return shapes
}

function hollow(args: Fact['args'], way: Way, scene: TokenScene): Shape {
  const first = args.from ?? 0
  // Between masters they go both ways.
  const sender = args.peer === way.from.id ? way.to.id : way.from.id
  const text = rangeText(sender, first, args.to ?? first, scene)
  const width = tokenWidth(text, way)
  const origin = scene.nodes.get(sender)?.cells.find((c) => c.position === first)?.origin ?? sender
  const look = { origin: scene.originOf(origin), fill: 'bare', number: text, ground: hue.canvas } as const
  return cell('cell', -width / 2, -TOKEN / 2, { ...look, width: round(width), height: TOKEN })
}
