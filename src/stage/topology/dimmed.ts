import { hue } from '../glyphs/index.ts'
import type { Attributes, Shape } from '../picture/index.ts'

/**
 * Whom a lesson does not look at now: lines and fills keep a third of their strength, text keeps its colour. Words that
 * stood on a fill would stand on next to nothing, so they are inked. A message goes with its link.
 */
const SHARE = 0.35
const NAMES = ['data-node', 'data-client', 'data-monitor', 'data-link'] as const
/** What words are written in that stand on a fill. */
const ON_FILL: readonly unknown[] = [hue.on, hue.canvas, hue.panel]

const seen = new WeakMap<Shape, Shape>()

/**
 * The same picture with these participants and links dimmed, and what travels on those links; the same for the same
 * shapes. `linkOf`: over which link a message goes.
 */
export function dimmed(shapes: Shape[], ids: readonly string[], linkOf: (message: string) => string): Shape[] {
  if (ids.length === 0) return shapes
  const out = new Set(ids)
  const isOut = ({ attributes }: Shape): boolean => {
    const message = attributes['data-message']
    if (message !== undefined) return out.has(linkOf(`${message}`))
    return NAMES.some((name) => out.has(`${attributes[name]}`))
  }
  const walk = (shape: Shape): Shape => {
    if (isOut(shape)) return fainter(shape)
    return shape.children ? { ...shape, children: shape.children.map(walk) } : shape
  }
  return shapes.map(walk)
}

function fainter(shape: Shape): Shape {
  const old = seen.get(shape)
  if (old) return old
  const made: Shape = shape.children
    ? { ...shape, children: shape.children.map(fainter) }
    : { ...shape, attributes: shape.tag === 'text' ? inked(shape.attributes) : faint(shape) }
  seen.set(shape, made)
  return made
}

function faint({ tag, attributes }: Shape): Attributes {
  // What takes the pointer or cuts out shows nothing by itself; what hides a line behind it still does.
  const hides = ON_FILL.includes(attributes['fill']) && attributes['stroke'] === undefined
  if (tag === 'clipPath' || attributes['stroke'] === 'transparent' || hides) return attributes
  const own = attributes['opacity']
  return { ...attributes, opacity: Math.round((typeof own === 'number' ? own : 1) * SHARE * 100) / 100 }
}

const inked = (attributes: Attributes): Attributes =>
  ON_FILL.includes(attributes['fill']) ? { ...attributes, fill: hue.ink } : attributes
