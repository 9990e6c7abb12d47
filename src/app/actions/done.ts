/** What is done to the run: faults, another shape, what only several masters have, and the steps of a walkthrough. No button of the first picture does. */
import type { UserAction } from './action.ts'
import { faultActions } from './faults.ts'
import { lessonActions } from './lesson.ts'
import { masterActions } from './masters.ts'
import { regionActions } from './regions.ts'
import { topologyActions } from './topology.ts'

export const done: { actions: readonly UserAction[] } = {
  actions: [...faultActions, ...topologyActions, ...masterActions, ...regionActions, ...lessonActions],
}

/** Fetches them where they come after the first picture; null = they are here. */
export const fetchDone = (): Promise<void> | null => null
