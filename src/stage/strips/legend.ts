import { cellWords } from '../../words/index.ts'
import type { CellLook } from '../glyphs/index.ts'
import { svgMarkup } from '../picture/index.ts'
import { small } from './small.ts'

// The five signs of a write and their words, apart from the pictograms: the lab shows these, the home page those.

const LEGEND = {
  ok: { word: cellWords.promised, look: { fill: 'applied', promise: 1 } },
  acked: { word: cellWords.acked, look: { fill: 'applied', proofs: [1] } },
  received: { word: cellWords.received, look: { fill: 'received' } },
  applied: { word: cellWords.applied, look: { fill: 'applied' } },
  lost: { word: cellWords.lost, look: { fill: 'lost', promise: 1 } },
} as const satisfies Record<string, { word: string; look: Partial<CellLook> & { fill: CellLook['fill'] } }>

/** The stage's legend: each sign, 20 x 32, as SVG text, and its word. */
export const legend: readonly { id: keyof typeof LEGEND; word: string; svg: string }[] = (
  Object.keys(LEGEND) as (keyof typeof LEGEND)[]
).map((id) => {
  const { word, look } = LEGEND[id]
  return { id, word, svg: svgMarkup([small('cell', 2, look.fill, look, 0)], 20, 32, -6) }
})
