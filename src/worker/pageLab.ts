/**
 * The host of a built page, which has only what every run needs: what draws and tells the others is fetched beside the
 * parts of the engine that they need, and no frame of theirs is heard before all of it is there.
 */
import { type Beside, Packs } from '../playback/index.ts'
import { createInlineLab, type PageLab } from './inlineLab.ts'
import { fetchMerging } from './whoMerges.ts'

export const createPageLab = (beside: Beside): PageLab =>
  createInlineLab(undefined, new Packs(undefined, fetchMerging, beside))
