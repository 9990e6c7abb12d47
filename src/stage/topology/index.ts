/** The topology: nodes, links and what travels between them, at one instant. */
export { figureRoom } from './figureRoom.ts'
export { hand } from './hand.ts'
export { createStage, type Stage } from './stage.ts'
export type { LayoutKind, StageView } from './view.ts'
