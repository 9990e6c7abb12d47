/** The topology: nodes, links and what travels between them, at one instant. */
export { figureRoom } from './figureRoom.ts'
export { hand } from './hand.ts'
export { fetchHappenings } from './happenings.ts'
export { type MomentLook, momentSvg } from './momentSvg.ts'
export { fetchStagePacks } from './packs.ts'
export { createStage, type Stage } from './stage.ts'
export { type LayoutKind, PROJECTOR_WEIGHT, type StageView } from './view.ts'
