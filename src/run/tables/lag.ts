/**
 * From when on a slave that is behind is worth an alarm. Two measures, because they answer two questions: entries are what a
 * failover loses, age is what a reader sees.
 */
import type { Fields } from '../field.ts'
import { patience } from './quantities.ts'

const entries = { type: 'number', unit: 'entries', min: 1, max: 1_000_000_000, step: 1 } as const

export const LAG = {
  warnEntries: {
    ...entries,
    default: 5,
    live: true,
    description:
      'A slave this many entries behind gets a warning. Entries are what is lost if it has to take over now; they say nothing about how old its data are.',
  },
  criticalEntries: {
    ...entries,
    default: 10,
    live: true,
    description: 'A slave this many entries behind is critical: somebody should look before it has to take over.',
  },
  warnMs: {
    ...patience,
    default: 1_000,
    live: true,
    description:
      'A slave whose oldest missing entry is this old gets a warning. Age is what its readers see: data that are so old.',
  },
  criticalMs: {
    ...patience,
    default: 5_000,
    live: true,
    description: 'A slave whose oldest missing entry is this old is critical: what is read there misleads.',
  },
  dwellMs: {
    type: 'number',
    unit: 'ms',
    min: 0,
    max: 86_400_000,
    step: 100,
    default: 1_000,
    live: true,
    description:
      'Over a threshold for this long before it is an alert. Short: alarms about every passing wave. Long: users notice first.',
  },
  noDataMs: {
    ...patience,
    default: 5_000,
    live: true,
    description:
      'Nothing heard of a slave for this long, or NULL instead of a number, is an alert: no data is not a lag of 0.',
  },
} as const satisfies Fields
