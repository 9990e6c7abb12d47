import { type Attributes, group, round, type Shape, shifted } from '../picture/index.ts'

/** A group whose own (0, 0) stands at (x, y). */
export const at = (key: string, x: number, y: number, shapes: Shape[], attributes: Attributes = {}): Shape =>
  group(key, shapes, { transform: `translate(${round(x)} ${round(y)})`, ...attributes })

const known = new Map<string, Shape>()

/**
 * As `at`, for what stands still: its shapes are written where they stand. The same `look` at the same place must mean
 * the same shapes, and is the same object.
 */
export function stood(key: string, x: number, y: number, look: string, shapes: () => Shape[]): Shape {
  const name = `${key} ${x} ${y} ${look}`
  let shape = known.get(name)
  if (!shape) {
    if (known.size > 1000) known.clear()
    shape = group(key, shifted(shapes(), x, y))
    known.set(name, shape)
  }
  return shape
}
