/** What is done to the run: faults, another shape, what only several masters have, the steps of a walkthrough, and what presenting it takes. No button of the first picture does. */
import type { UserAction } from './action.ts'
import { faultActions } from './faults.ts'
import { lessonActions } from './lesson.ts'
import { masterActions } from './masters.ts'
import { presentActions } from './present.ts'
import { regionActions } from './regions.ts'
import { topologyActions } from './topology.ts'

export const done: { actions: readonly UserAction[] } = {
  actions: [
    ...presentActions,
    ...faultActions,
    ...topologyActions,
    ...masterActions,
    ...regionActions,
    ...lessonActions,
  ],
}

/** Fetches them where they come after the first picture; null = they are here. */
export const fetchDone = (): Promise<void> | null => null
