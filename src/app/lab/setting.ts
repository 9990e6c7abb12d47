/**
 * What a control is about: a field of the scenario's tables, the value it has now, and the value it would have if
 * nobody had touched it. A setting that a node or a link does not have of its own follows the common one.
 */
import { type Field, type Fields, type NumberField, SCENARIO, type Scenario } from '../../run/index.ts'
import type { Update } from '../../worker/index.ts'
import { useSlice } from '../live/useLive.ts'

export type Value = number | string
export type LiveField = NumberField | Extract<Field, { type: 'choice' }>

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
  const field = fieldAt(path)
  if (field === null) return null
  const own = frame.settings[path]
  const common = commonOf(path)
  const follows = common === null ? field.default : frame.settings[common]
  const value = own ?? follows
  const from = startOf(transport.run.scenario, path) ?? follows ?? own
  if (value === undefined || from === undefined) return null
  return { field, value, from, changed: own !== undefined && own !== from }
}

/** The setting that holds unless this one says otherwise: for a node's cost, a link between two nodes, a far one. */
function commonOf(path: string): string | null {
  const [group, , name = '', last = ''] = path.split('.')
  if (group === 'nodes' && name === 'applyMs') return 'costs.applyMs'
  if (path === 'network.farOneWayMs') return 'network.oneWayMs'
  return path.startsWith('network.links.') ? `network.${last}` : null
}

/** Walks the tables: a list is followed by the id of one of its items, which the tables do not know. */
export function fieldAt(path: string): LiveField | null {
  let fields: Fields = SCENARIO
  let found: Field | undefined
  const steps = path.split('.')
  for (let i = 0; i < steps.length; i += 1) {
    found = fields[steps[i] ?? '']
    if (found?.type === 'group') fields = found.fields
    else if (found?.type === 'list') {
      fields = found.of
      i += 1
    }
  }
  return (found?.type === 'number' || found?.type === 'choice') && found.live === true ? (found as LiveField) : null
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
