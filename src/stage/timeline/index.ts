// The door of the timeline: what happened, along time.
export type { Lane, Mark, Span, Timeline } from './lanes.ts'
export { createRuler, type RulerDrawing, type RulerEvents, type RulerShape, type RulerTime } from './ruler.ts'
export { createTimeline, type TimelineDrawing, type TimelineEvents } from './timeline.ts'
export type { TimelineView } from './timelinePicture.ts'
export { type Window, type WindowOptions, windowFor } from './window.ts'
