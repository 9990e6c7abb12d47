/**
 * What a control is about: a field of the scenario's tables, the value it has now, and the value it would have if
 * nobody had touched it. A setting that a node or a link does not have of its own follows the common one.
 */
import { commonValue, type LiveField, liveField, type Scenario } from '../../run/index.ts'
import type { Update } from '../../worker/index.ts'
import { useSlice } from '../live/useLive.ts'

export type Value = number | string

export interface Found {
  field: LiveField
  value: Value
  /** What the dot sets it back to. */
  from: Value
  changed: boolean
}

/** The setting of a path such as `failover.misses` or `nodes.db2.applyMs`; null while there is none. */
export function useSetting(path: string): Found | null {
  return useSlice((update) => foundAt(update, path))
}

export function foundAt({ frame, transport }: Update, path: string): Found | null {
  const field = liveField(path)
  if (field === null) return null
  const own = frame.settings[path]
  const follows = commonValue(frame.settings, path)
  const value = own ?? follows
  const from = startOf(transport.run.scenario, path) ?? follows ?? own
  if (value === undefined || from === undefined) return null
  return { field, value, from, changed: own !== undefined && own !== from }
}

/** What the scenario itself says at this path; undefined where it says nothing of its own. */
function startOf(scenario: Scenario, path: string): Value | undefined {
  let here: unknown = scenario
  for (const step of path.split('.')) {
    here = Array.isArray(here)
      ? here.find(
          (item) =>
            item.id === step || item.between?.join('~') === step || item.between?.toReversed().join('~') === step,
        )
      : (here as Record<string, unknown> | undefined)?.[step]
  }
  return typeof here === 'number' || typeof here === 'string' ? here : undefined
}
