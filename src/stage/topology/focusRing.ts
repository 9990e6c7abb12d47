import { hue } from '../glyphs/index.ts'
import { disc, type Shape } from '../picture/index.ts'

/** The ring that keyboard focus has everywhere, around something round of that radius. */
export const focusRing = (x: number, y: number, radius: number): Shape[] => [
  disc('focus-halo', x, y, radius + 3, 'none', { stroke: hue.canvas, 'stroke-width': 4 }),
  disc('focus', x, y, radius + 5.5, 'none', { stroke: hue.ink, 'stroke-width': 3 }),
]
