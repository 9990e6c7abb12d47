import type { ChoiceField, Field, Fields, NumberField } from './field.ts'
import type { Scenario } from './scenario.ts'
import { CLIENT, COSTS, FAILOVER, NETWORK, NODE, REPLICATION } from './tables.ts'

/** Something that may be changed while a run goes on: by a control on the page, or by a `set` intervention. */
export interface Setting {
  /** As in `failover.misses`, `nodes.db2.applyMs`, `clients.c1.thinkMs`. */
  path: string
  field: NumberField | ChoiceField
  /** What the scenario starts with. */
  value: number | string
}

/** Every setting of a scenario, in the order of its tables. */
export function settings(scenario: Scenario): Setting[] {
  const { nodes, network, clients, replication, costs, failover } = scenario
  return [
    ...nodes.flatMap((node) => live(`nodes.${node.id}`, NODE, { applyMs: costs.applyMs, ...node })),
    ...live('network', NETWORK, network),
    ...clients.flatMap((client) => live(`clients.${client.id}`, CLIENT, client)),
    ...live('replication', REPLICATION, replication),
    ...live('costs', COSTS, costs),
    ...live('failover', FAILOVER, failover),
  ]
}

function live(prefix: string, fields: Fields, values: Readonly<Record<string, unknown>>): Setting[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    isLive(field) ? [{ path: `${prefix}.${name}`, field, value: values[name] as number | string }] : [],
  )
}

const isLive = (field: Field): field is NumberField | ChoiceField =>
  (field.type === 'number' || field.type === 'choice') && field.live === true
