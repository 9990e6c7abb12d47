// The door of the strips: a node's log entry by entry, and the small pictures made of the same cells.
export { legend, type Sign, signsIn } from './legend.ts'
export { PICTOGRAMS, pictogram } from './pictogram.ts'
export { createStrips } from './strips.ts'
export { stripsColumns, stripsWidth } from './stripsPicture.ts'
