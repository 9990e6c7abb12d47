import type { Attributes, Shape } from './shape.ts'

// The same picture with heavier lines, for a projector: thin strokes drown in the light of a room. Letters keep their
// halo, and what only takes the pointer keeps its size. Shapes that were seen before come back as the same shapes, so
// that a still part of a picture stays cheap to paint.

/** Units; 4 px on a screen of 1920 (DESIGN 1). */
const LEAST = 2

const known = new Map<number, WeakMap<Shape, Shape>>()

/** Strokes times `weight`, none under 2 units; a weight of 1 changes nothing. */
export function weighted(shapes: Shape[], weight: number): Shape[] {
  if (weight === 1) return shapes
  let seen = known.get(weight)
  if (!seen) {
    seen = new WeakMap()
    known.set(weight, seen)
  }
  return shapes.map((shape) => heavier(shape, weight, seen))
}

function heavier(shape: Shape, weight: number, seen: WeakMap<Shape, Shape>): Shape {
  const old = seen.get(shape)
  if (old) return old
  const made: Shape = { ...shape, attributes: strokes(shape, weight) }
  if (shape.children) made.children = shape.children.map((child) => heavier(child, weight, seen))
  seen.set(shape, made)
  return made
}

function strokes({ tag, attributes }: Shape, weight: number): Attributes {
  const width = attributes['stroke-width']
  if (typeof width !== 'number' || tag === 'text' || attributes['stroke'] === 'transparent') return attributes
  return { ...attributes, 'stroke-width': Math.max(LEAST, width * weight) }
}
