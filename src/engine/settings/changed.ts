/** A `set` intervention changes one setting by its path. The scenario is a value: this makes another one. */
import type { Scenario } from '../../run/index.ts'
import { linkId } from '../kernel/linkId.ts'

/**
 * The scenario with one setting changed. `path` as in `failover.misses`, `nodes.db2.applyMs`, `clients.c1.thinkMs`,
 * `network.links.db1~db2.oneWayMs`: a pair that had no exception gets one. Throws when nothing is there to be set.
 */
export function changed(scenario: Scenario, path: string, value: number | string): Scenario {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const copy = JSON.parse(JSON.stringify(scenario)) as Scenario
  const { links } = copy.network
  const [one, other] = (steps[1] === 'links' ? steps[2]! : '').split('~')
  if (one && other && !links.some(({ between }) => linkId(...between) === linkId(one, other)))
    links.push({ between: [one, other] })
  let here: unknown = copy
  for (const step of steps) here = into(here, step)
  if (typeof here !== 'object' || here === null) throw new Error(`There is no setting ${path}.`)
  ;(here as Record<string, unknown>)[last] = value
  return copy
}

/** `a~b` and `b~a` are one link. */
function linkNamed(name: string): string {
  const [one = '', other = ''] = name.split('~')
  return linkId(one, other)
}

function into(here: unknown, step: string): unknown {
  if (Array.isArray(here)) {
    return here.find(
      ({ id, between }: { id?: string; between?: readonly [string, string] }) =>
        id === step || (between !== undefined && linkId(...between) === linkNamed(step)),
    )
  }
  return (here as Record<string, unknown> | undefined)?.[step]
}
