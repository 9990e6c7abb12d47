/** What lays two runs beside each other is fetched with the first pair: a preset's, a link's, or a run and its twin. */
import type { Run } from '../../../run/index.ts'
import { onDemand } from '../../later/onDemand.ts'
import type { Live } from '../../live/live.ts'

const besides = onDemand(() => import('./beside.ts'))
/** Says by itself when it cannot be fetched. */
const use = (what: (module: Awaited<ReturnType<typeof besides>>) => void) => void besides().then(what, () => {})

/** Lays a run beside the one that was just opened. */
export const layBeside = (live: Live, run: Run, beside: Run) => use((module) => module.layBeside(live, run, beside))
/** Lays the run beside its twin by another strategy. */
export const compareStrategies = (live: Live) => use((module) => module.compareStrategies(live))
