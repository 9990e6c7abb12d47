/** The page of walkthroughs, with the player and its style sheet: whoever only tries things out in the lab never has it. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const learnPage = onDemand(() => import('./learnParts.ts'))
export const Learn = later(learnPage, (m) => m.Learn)
export const ReturnToStep = later(learnPage, (m) => m.ReturnToStep)
