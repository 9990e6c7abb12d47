import type { Fields } from './field.ts'
import { MODEL, type Run } from './run.ts'
import { SCENARIO, SEED } from './schema.ts'

/**
 * JSON with one text per value: names sorted, no spaces. Two runs are the same run exactly when these texts are equal.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, v]) => `${JSON.stringify(name)}:${canonicalJson(v)}`).join(',')}}`
}

/** A run without what a reader fills in again: every field at its default. What links carry and files hold. */
export function compact(run: Run): Record<string, unknown> {
  return {
    model: MODEL,
    ...(run.seed === SEED.default ? {} : { seed: run.seed }),
    scenario: withoutDefaults(run.scenario, SCENARIO),
    ...(run.interventions.length === 0 ? {} : { interventions: run.interventions }),
  }
}

function withoutDefaults(values: Readonly<Record<string, unknown>>, fields: Fields): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value === undefined) continue
    if (field.type === 'group') {
      const group = withoutDefaults(value as Record<string, unknown>, field.fields)
      if (Object.keys(group).length > 0) out[name] = group
    } else if (field.type === 'list') {
      const list = (value as Record<string, unknown>[]).map((one) => withoutDefaults(one, field.of))
      if (list.length > 0) out[name] = list
    } else if (!('default' in field) || value !== field.default) out[name] = value
  }
  return out
}

/** The text of a file to save a run in, for people to read and change. */
export const writeFile = (run: Run): string => `${JSON.stringify(compact(run), null, 2)}\n`
