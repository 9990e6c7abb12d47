/** The border: one playback in this thread or in a Worker, behind one interface. */
export type { Lab } from './lab.ts'
export type * from '../playback/index.ts'
// createInlineLab(): Lab; createWorkerLab(): Lab; createLab(choice?): Lab
