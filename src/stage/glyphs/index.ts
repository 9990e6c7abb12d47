/** The vocabulary of every drawing: marks, colours by meaning, the cell of a write, icons, and the painter. */
export { type CellLook, cell, emptySlot, writeHead } from './cell.ts'
export { futureId, hatchId, hatchPatterns } from './hatch.ts'
export { hue, type Origin, originHue, originOf } from './hue.ts'
export {
  ackRing,
  type Badge,
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
} from './icons.ts'
export {
  type Attrs,
  at,
  BOLD,
  circle,
  END,
  figure,
  group,
  halo,
  label,
  type Mark,
  MIDDLE,
  mark,
  path,
  rect,
  round,
  stroke,
  written,
} from './mark.ts'
export { markup, paint } from './paint.ts'
export { silhouette, tornOutline } from './silhouette.ts'
