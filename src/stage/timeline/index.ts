// The door of the timeline: what happened, along time.
export type { Timeline } from './lanes.ts'
export { createRuler } from './ruler.ts'
export { createTimeline } from './timeline.ts'
export type { TimelineView } from './timelinePicture.ts'
export { type Window, windowFor } from './window.ts'
