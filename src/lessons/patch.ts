/**
 * Another run for a step: settings in place of the scenario's, another seed, other interventions. Settings are named by
 * their paths as in a `set` action, but hold from the beginning: `nodes.db2.applyMs`, `network.links.db1~db2.oneWayMs`.
 */
import { type Intervention, type Run, type Scenario, us } from '../run/index.ts'
import type { Settings } from './walkthrough.ts'

export interface Patch {
  readonly settings?: Settings
  readonly interventions?: readonly Intervention[]
  readonly seed?: number
}

export function patched(run: Run, { settings = {}, interventions, seed }: Patch): Run {
  const scenario = Object.entries(settings).reduce<Scenario>(
    (all, [path, value]) => placed(all, path.split('.'), value) as Scenario,
    run.scenario,
  )
  return {
    ...run,
    scenario,
    seed: seed ?? run.seed,
    interventions: interventions === undefined ? run.interventions : sorted(interventions),
  }
}

/** As a run keeps them: by time, and in the order of the list at one time. */
const sorted = (list: readonly Intervention[]): Intervention[] => [...list].sort((a, b) => us(a.atMs) - us(b.atMs))

function placed(whole: unknown, [first, ...rest]: readonly string[], value: number | string | boolean): unknown {
  if (first === undefined) return value
  if (!Array.isArray(whole)) {
    const fields = (whole ?? {}) as Record<string, unknown>
    return { ...fields, [first]: placed(fields[first], rest, value) }
  }
  const ends = first.split('~')
  const isMeant = (one: { id?: string; between?: readonly string[] }) =>
    one.between === undefined ? one.id === first : ends.every((end) => one.between?.includes(end))
  if (whole.some(isMeant)) return whole.map((one) => (isMeant(one) ? placed(one, rest, value) : one))
  return ends.length === 2 ? [...whole, placed({ between: ends }, rest, value)] : whole
}
