/** One lab for a page. `inline` is right for small runs; `worker` for large ones, wherever a Worker can start. */
import { createInlineLab } from './inlineLab.ts'
import type { Lab } from './lab.ts'
import { createWorkerLab } from './workerLab.ts'

export const createLab = ({ host = 'inline' }: { host?: 'inline' | 'worker' } = {}): Lab =>
  host === 'worker' ? createWorkerLab() : createInlineLab()
