import { machineCharts } from '../machines/executor.ts'
import type { Part } from '../world/index.ts'

/**
 * Since when a state is active. A part remembers when its whole configuration changed last, which says little where
 * two regions work side by side, or where a state has states inside. But it also remembers when each transition
 * fired last, and the chart says which of them lead into a state from outside.
 */
/** machine -> state -> numbers of the transitions that enter it. */
const ENTRANCES = new Map(
  Object.values(machineCharts()).map(({ id, states, transitions }) => {
    const within = (path: string, state: string): boolean => path === state || path.startsWith(`${state}.`)
    const entering = (state: string): number[] =>
      transitions.flatMap(({ from, to }, number) => (within(to, state) && !within(from, state) ? [number] : []))
    return [id, new Map(states.map(({ path }) => [path, entering(path)]))] as const
  }),
)

/** When `state` (a dotted path of an active state) was entered; 0 when it has been active from the start. */
export function activeSince(part: Part, state: string): number {
  const entrances = ENTRANCES.get(part.machine)?.get(state)
  if (!entrances) throw new Error(`${part.machine} has no state ${state} whose entrances are known.`)
  let since = 0
  for (const number of entrances) since = Math.max(since, part.fired[number] ?? -1)
  return since
}
