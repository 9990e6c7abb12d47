import type { Attributes, Shape } from './shape.ts'
import { round } from './shape.ts'

// The same shapes somewhere else, by writing other numbers instead of a transform. A browser keeps an own layer of
// bookkeeping for every group with a transform, at every frame; what stands still in a picture should cost none.

/** Moved by (dx, dy). A group that has a transform moves as a whole. */
export function shifted(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
  return shapes.map((shape) => {
    const transform = shape.attributes['transform']
    if (transform !== undefined) {
      return {
        ...shape,
        attributes: { ...shape.attributes, transform: `translate(${round(dx)} ${round(dy)}) ${transform}` },
      }
    }
    const moved: Shape = { ...shape, attributes: places(shape.attributes, dx, dy) }
    if (shape.children) moved.children = shifted(shape.children, dx, dy)
    return moved
  })
}

const ACROSS = ['x', 'cx']
const DOWN = ['y', 'cy']

function places(attributes: Attributes, dx: number, dy: number): Attributes {
  const moved = { ...attributes }
  for (const name in moved) {
    const value = moved[name]
    if (typeof value === 'number') {
      if (ACROSS.includes(name)) moved[name] = value + dx
      else if (DOWN.includes(name)) moved[name] = value + dy
    } else if (name === 'd' && value !== undefined) moved[name] = shiftedPath(value, dx, dy)
  }
  return moved
}

/** Which way each number of an absolute command goes; relative ones mean the same everywhere. */
const AXES: Record<string, string> = { M: 'xy', L: 'xy', C: 'xyxyxy', H: 'x', V: 'y', A: '-----xy' }

/** Path data, moved. It begins with an absolute command, as all of ours does. */
function shiftedPath(d: string, dx: number, dy: number): string {
  return d.replace(/([MLCHVA])([^A-Za-z]*)/g, (_, command: string, numbers: string) => {
    const axes = AXES[command]!
    let i = 0
    return (
      command +
      numbers.replace(/-?[\d.]+/g, (number) => {
        const axis = axes[i++ % axes.length]
        return axis === '-' ? number : String(round(Number(number) + (axis === 'x' ? dx : dy)))
      })
    )
  })
}
