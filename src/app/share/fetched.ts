/** Links and files are fetched when somebody shares or opens a run; most visits do neither at first. */
import { onDemand } from '../later/onDemand.ts'

export const sharing = onDemand(() => import('./sharing.ts'))
export const exporting = onDemand(() => import('./exporting.ts'))
