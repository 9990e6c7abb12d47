// The door of the strips: a node's log entry by entry, and the small pictures made of the same cells.
export { legend, PICTOGRAMS, type PictogramId, pictogram } from './pictogram.ts'
export { createStrips, type StripsDrawing } from './strips.ts'
export type { StripsView } from './stripsPicture.ts'
