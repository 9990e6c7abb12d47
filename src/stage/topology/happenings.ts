/**
 * What is drawn of failures, refusals, copies and what monitors say: nothing of it is in the opening of a run, so a figure
 * comes without these, and has them as soon as its engine is there (`happeningsLater.ts`); so does what a lesson dims.
 */
import { bothVersions } from './bothVersions.ts'
import { copyBand, copyWords } from './copyBand.ts'
import { dimmed } from './dimmed.ts'
import { drops } from './drops.ts'
import { ledger } from './ledger.ts'
import { orders, rings, talk, travellers } from './monitorSigns.ts'
import { bounces, leavers } from './passing.ts'

export const happenings = {
  ...{ bothVersions, copyBand, copyWords, drops, ledger },
  ...{ orders, rings, talk, travellers, bounces, leavers },
  dimmed,
}

/** Fetches them. Null: they are there. */
export const fetchHappenings = (): Promise<void> | null => null
