/** A walkthrough shown to a room, and the window of whoever presents it: fetched when somebody does. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const part = onDemand(() => import('./presentParts.ts'), { ahead: false })
export const Present = later(part, (m) => m.Present)
export const Presenter = later(part, (m) => m.Presenter)
