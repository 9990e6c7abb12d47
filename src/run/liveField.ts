/** Settings that may be changed while a run goes on, by their paths, and what they are worth. */
import type { Field, Fields, NumberField } from './field.ts'
import { SCENARIO } from './schema.ts'

export type LiveField = NumberField | Extract<Field, { type: 'choice' }>

/** Of a path such as `failover.misses` or `nodes.db2.applyMs`; null: there is no such setting, or it holds for the whole run. */
export function liveField(path: string): LiveField | null {
  let fields: Fields = SCENARIO
  let found: Field | undefined
  const steps = path.split('.')
  // A list is followed by the id of one of its items, which the tables do not know.
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

/** What holds unless the setting of that path says otherwise; `settings`: those that are there, by their paths. */
export function commonValue(
  settings: Readonly<Record<string, number | string>>,
  path: string,
): number | string | undefined {
  const common = commonOf(path)
  return common === null ? liveField(path)?.default : settings[common]
}

/** For a node's cost, a link between two nodes, a far one. */
function commonOf(path: string): string | null {
  const [group, , name = '', last = ''] = path.split('.')
  if (group === 'nodes' && name === 'applyMs') return 'costs.applyMs'
  if (path === 'network.farOneWayMs') return 'network.oneWayMs'
  return path.startsWith('network.links.') ? `network.${last}` : null
}
