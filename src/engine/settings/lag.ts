/** When a slave's lag, or its silence, is worth a word. */
import type { Scenario } from '../../run/index.ts'
import { micros, thousand } from './micros.ts'

export interface LagLimits {
  readonly warnEntries: number
  readonly criticalEntries: number
  readonly warnUs: number
  readonly criticalUs: number
  /** Over a threshold for this long before it is an alert. */
  readonly dwellUs: number
  /** Nothing heard for this long is one, too. */
  readonly noDataUs: number
}

export function lagLimits(lag: Scenario['lag']): LagLimits {
  return {
    warnEntries: lag.warnEntries,
    criticalEntries: lag.criticalEntries,
    warnUs: micros(lag.warnMs),
    criticalUs: micros(lag.criticalMs),
    dwellUs: thousand(lag.dwellMs),
    noDataUs: micros(lag.noDataMs),
  }
}
