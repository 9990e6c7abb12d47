/** Notes for teaching, with their style sheet: fetched by who opens them. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const notes = onDemand(() => import('./notesParts.ts'), { ahead: false })
export const Notes = later(notes, (m) => m.Notes)
