/** What kind of run it is, and what its shared rows are called: all that the simulation asks of a run that was checked. */
import type { Scenario } from './scenario.ts'

/** Does every node take writes? */
export const hasManyMasters = ({ multiMaster }: Scenario): boolean => multiMaster.topology !== 'none'

/** Is every node a region with three replicas? */
export const hasRegions = ({ regions }: Scenario): boolean => regions.kind !== 'none'

/** For every node, in order, whom it copies from: places in `nodes`, which may have become fewer than in the scenario. */
export function upstreamsOf(topology: Scenario['multiMaster']['topology'], nodes: number): number[][] {
  const all = Array.from({ length: nodes }, (_, place) => place)
  return all.map((place) => {
    if (topology === 'none' || nodes < 2) return []
    if (topology === 'ring') return [(place + nodes - 1) % nodes]
    if (topology === 'star') return place === 0 ? all.slice(1) : [0]
    return all.filter((other) => other !== place)
  })
}

/** Names of the shared rows: those that the scenario gives, then `k3`, `k4` and so on. */
export function rowNames({ multiMaster: { rows } }: Scenario): string[] {
  return rows
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
