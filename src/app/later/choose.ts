/** The page for choosing how to replicate: its bench, its words and its style sheet are fetched by who opens it. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const choose = onDemand(() => import('./chooseParts.ts'))
export const Choose = later(choose, (m) => m.Choose)
