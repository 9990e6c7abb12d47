import { hue, type Origin, originHue } from './hue.ts'
import { type Mark, mark, rect } from './mark.ts'

/**
 * The 45 degree hatch of an entry that was received and not applied, one pattern per origin. Every drawing carries its
 * own, under its own prefix: a pattern in a hidden drawing does not paint.
 */
export const hatchId = (prefix: string, origin: Origin): string => `${prefix}-hatch-${origin}`

/** Fills the part of a timeline that has not run yet. */
export const futureId = (prefix: string): string => `${prefix}-hatch-future`

const stripes = (id: string, size: number, width: number, fill: string, opacity: number): Mark =>
  mark(
    'pattern',
    id,
    { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    [rect('stripe', 0, 0, width, size, { fill, opacity })],
  )

export const hatchPatterns = (prefix: string): Mark[] => [
  ...(['A', 'B', 'C'] as const).map((o) => stripes(hatchId(prefix, o), 4.5, 1.7, originHue(o), 1)),
  stripes(futureId(prefix), 7, 1, hue.line, 0.55),
]
