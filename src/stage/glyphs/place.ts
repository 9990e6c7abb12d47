import { type Attributes, group, round, type Shape } from '../picture/index.ts'

/** A group whose own (0, 0) stands at (x, y). */
export const at = (key: string, x: number, y: number, shapes: Shape[], attributes: Attributes = {}): Shape =>
  group(key, shapes, { transform: `translate(${round(x)} ${round(y)})`, ...attributes })
