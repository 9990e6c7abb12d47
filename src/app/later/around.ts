/**
 * What stands around the stage in the lab, in one piece: the home page has none of it, and the lab's first picture
 * does not wait for it. Asked for at once where the address is the lab, so that it comes right behind the picture.
 */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const around = onDemand(() => import('./surroundings.ts'))
export const EventList = later(around, (m) => m.EventList)
export const RailSections = later(around, (m) => m.RailSections)
export const RunPanel = later(around, (m) => m.RunPanel)
export const StageText = later(around, (m) => m.StageText)
export const TimelineDrawing = later(around, (m) => m.TimelineDrawing)
export const fetchAround = (): Promise<unknown> => around()
