/** Walkthroughs in a figure, in one piece that is fetched when an address or a host asks for one. */
export { lessonAsked } from './asked.ts'
export { goTo } from './goTo.ts'
export { begin } from './onFigure.ts'
