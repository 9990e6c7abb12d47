/**
 * The pack of several masters: what is said of them and of nothing else, in one piece. Words that only some runs of
 * several masters need (of regions, say) go beside these, and the core asks `packs` for them; panels that are fetched
 * with their own run import them as ever.
 */
import { entryNamed, entryOfWrite, inLogOf, overChannel } from './entryNames.ts'
import { conflictWith, MULTI_MASTER_FACTS } from './facts/multiMaster.ts'
import { REGION_FACTS } from './facts/regions.ts'
import { accordOf, clientLine, mastersTwin, siteTwin } from './masters.ts'
import { promiseMatter, promiseMeans } from './regionMessages.ts'

export const masters = {
  facts: { ...MULTI_MASTER_FACTS, ...REGION_FACTS },
  conflictWith,
  accordOf,
  clientLine,
  mastersTwin,
  siteTwin,
  promiseMatter,
  promiseMeans,
  entryNamed,
  inLogOf,
  overChannel,
  entryOfWrite,
}
