/** What fills the panes around the stage; the panes themselves stand from the beginning. */
export { EventList } from '../lab/EventList.tsx'
export { RunPanel } from '../lab/inspector/RunPanel.tsx'
export { RailSections } from '../lab/rail/RailSections.tsx'
export { TimelineDrawing } from '../lab/TimelineDrawing.tsx'
export { StageText } from '../lab/text/StageText.tsx'
