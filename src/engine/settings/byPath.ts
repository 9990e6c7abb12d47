/** The way back: every setting with the path that `changed` takes, as the controls on the page show them. */
import type { Scenario } from '../../run/index.ts'
import { linkId } from '../kernel/linkId.ts'

const known = new WeakMap<Scenario, Record<string, number | string>>()

/** The same object for the same scenario. */
export function settingsByPath(scenario: Scenario): Record<string, number | string> {
  const before = known.get(scenario)
  if (before !== undefined) return before
  const flat: Record<string, number | string> = {}
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number') flat[path] = value
    else if (typeof value === 'boolean') flat[path] = value ? 1 : 0
    else if (typeof value === 'string') flat[path] = value
    else if (Array.isArray(value)) {
      for (const item of value)
        if (typeof item === 'object') walk(item, `${path}.${item.id ?? linkId(item.between[0], item.between[1])}`)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`)
    }
  }
  const { nodes, network, clients, replication, costs, failover, lag } = scenario
  const many = scenario.multiMaster.topology === 'none' ? {} : { multiMaster: scenario.multiMaster }
  const groups = scenario.regions.kind === 'none' ? {} : { regions: scenario.regions }
  walk({ nodes, network, clients, replication, costs, failover, lag, ...many, ...groups }, '')
  known.set(scenario, flat)
  return flat
}
