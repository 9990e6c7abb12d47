import { type CellLook, cell, hue } from '../glyphs/index.ts'
import type { Shape } from '../picture/index.ts'

const SMALL = 16

/** The cell of a write as pictograms and the legend show it: smaller than on the stage, and without a number. */
export const small = (key: string, x: number, fill: CellLook['fill'], more: Partial<CellLook> = {}, y = 12): Shape =>
  cell(key, x, y, { origin: 'A', fill, number: '', width: SMALL, height: SMALL, ground: hue.canvas, ...more })
