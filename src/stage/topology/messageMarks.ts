import type { MessageFrame } from '../../engine/index.ts'
import { hue, at as placed } from '../glyphs/index.ts'
import { type Attributes, disc, line, p, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { focusRing } from './focusRing.ts'
import type { Point } from './view.ts'

/**
 * What every message has in common, whatever it looks like: it can be taken hold of, selected, focused and pointed out;
 * and one that was lost on its way and waits to be sent again wears a small turn-back sign.
 */
export const messageAttributes = (m: MessageFrame): Attributes => ({
  'data-message': m.id,
  style: 'cursor:pointer',
})

/** Smallest radius that a finger can hit, at the smallest scale of the lab. */
const HIT = 14

/**
 * A message under way: drawn around its own middle and put in its place as a whole. What it looks like is the same from
 * frame to frame, so that a moment later only its place has to be written.
 */
export const travelling = (key: string, q: Point, inside: Shape[], marks: Shape[], m: MessageFrame): Shape =>
  placed(key, q.x, q.y, marks.length > 0 ? [...inside, ...marks] : inside, messageAttributes(m))

/** Takes the pointer for a sign that is too small for a finger. */
export const hit: Shape = disc('hit', 0, 0, HIT, 'none', { stroke: 'transparent', 'pointer-events': 'all' })

/** Rings and signs around a message whose own drawing reaches `radius` from its middle, which is at (x, y). */
export function messageMarks(at: Instant, m: MessageFrame, radius: number, x = 0, y = 0): Shape[] {
  const id = String(m.id)
  const { view } = at
  const shapes: Shape[] = []
  if (m.resent > 0) shapes.push(turnBack(x + radius - 1, y - radius + 1))
  if (view.highlight?.includes(id)) {
    shapes.push(disc('pointed-out', x, y, radius + 5, 'none', BEADS))
  }
  if (view.selected === id) {
    shapes.push(disc('selected', x, y, radius + 4, 'none', { stroke: hue.ink, 'stroke-width': 2 }))
  }
  if (view.focused === id) shapes.push(...focusRing(x, y, radius + 1))
  return shapes
}

/** Pointed out by a chain of causes: beads, unlike the thin line of a promotion and the thick one of focus. */
export const BEADS = {
  stroke: hue.accent,
  'stroke-width': 3.5,
  'stroke-dasharray': '0.1 7',
  'stroke-linecap': 'round',
} as const

/** Lost on the way, to be sent again: an arrow that turns back, on a plate. */
const turnBack = (x: number, y: number): Shape => ({
  key: 'resent',
  tag: 'g',
  attributes: {},
  children: [
    disc('plate', x, y, 8, hue.canvas),
    line('turn', p`M${x + 4} ${y + 3.5}a4.6 4.6 0 1 0 -6.6 .6`, hue.warn, 1.6),
    line('head', p`M${x - 5.6} ${y + 1.4}l2.8 3.2 3 -2.6`, hue.warn, 1.6),
  ],
})
