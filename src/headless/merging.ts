/** Who calls the reader's function of a run from the command line: the same sandbox as in a page, opened only for such a run. */
import { type EngineOptions, mergesByFunction } from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import { mergingWith, sandboxes } from '../worker/index.ts'
import { quickJs } from './fuzz/functions/quickJs.ts'

export const mergingOf = async (run: Run): Promise<Pick<EngineOptions, 'merge'>> =>
  mergesByFunction(run) ? { merge: mergingWith(await sandboxes(quickJs()))(run) } : {}
