/** The vocabulary of every drawing: the cell of a write, icons, colours by meaning. Shapes come from ../picture. */
export { type CellLook, cell, emptySlot, writeHead } from './cell.ts'
export { hue, type Origin, originHue, originOf } from './hue.ts'
export {
  ackRing,
  badge,
  clock,
  cross,
  cutStrokes,
  eye,
  missedRing,
  piston,
  plug,
  type RoleIcon,
  roleIcon,
  shield,
  smallClock,
  smallLock,
} from './icons.ts'
export { palette, type Theme } from './palette.ts'
export { at } from './place.ts'
export { silhouette } from './silhouette.ts'
