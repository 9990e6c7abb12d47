/** Draws frames and runs: the stage, the timeline, rulers, and the glyphs that a page may show by itself. */
export * from './chart/index.ts'
export * from './glyphs/index.ts'
export * from './lagChart/index.ts'
export { paint, type Shape } from './picture/index.ts'
export * from './strips/index.ts'
export * from './timeline/index.ts'
export * from './topology/index.ts'
