/**
 * In place of `happenings.ts` in figures: before an engine is there none of it happens. Whoever hosts the run sees to it that
 * these are there before anything does.
 */
import { group } from '../picture/index.ts'
import type { happenings as all } from './happenings.ts'

const nothing = () => []

export const happenings: typeof all = {
  ...{ copyBand: nothing, copyWords: nothing, drops: nothing, ledger: nothing, rings: nothing },
  ...{ talk: nothing, travellers: nothing, bounces: nothing, leavers: nothing },
  bothVersions: () => group('', []),
  orders: () => '',
  dimmed: (shapes) => shapes,
}

let fetched = false

export const fetchHappenings = (): Promise<void> | null =>
  fetched
    ? null
    : import('./happenings.ts').then((there) => {
        Object.assign(happenings, there.happenings)
        fetched = true
      })
