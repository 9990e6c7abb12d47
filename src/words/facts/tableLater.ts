/**
 * In place of `table.ts` in figures: until an engine is there nothing has happened that they tell of. Whoever hosts the run
 * sees to it that these are there before a milestone is.
 */
import type { SENTENCES as all } from './table.ts'

export const SENTENCES = {} as typeof all

export const fetchSentences = (): Promise<void> | null =>
  Object.keys(SENTENCES).length > 0
    ? null
    : import('./table.ts').then((table) => void Object.assign(SENTENCES, table.SENTENCES))
