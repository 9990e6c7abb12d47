/** The topology: nodes, links and what travels between them, at one instant. */
export { castOf, type Layout, type Room } from './layout.ts'
export { stackedHeight } from './stackedLayout.ts'
export { createStage, type Selected, type Stage, type StageOptions } from './stage.ts'
export type { Camera, LayoutKind, Point, StageView } from './view.ts'
