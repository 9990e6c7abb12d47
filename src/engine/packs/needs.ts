/** Which packs a run cannot do without: its scenario's, and those of what is done to it. */
import type { Action, Run } from '../../run/index.ts'
import { hasManyMasters, hasRegions } from '../../run/index.ts'
import { core } from './core.ts'
import type { PackName } from './pack.ts'

const READERS: readonly unknown[] = ['reader', 'read-write']

/** What only several masters can have done to them. */
const MASTERS: readonly Action['do'][] = ['remove-master', 'repair', 'skip-entry', 'set-function']

/** What only regions can have done to them. */
const REGIONS: readonly Action['do'][] = ['kill-replica', 'restart-replica']

export function packsOfRun({ scenario, interventions }: Run): PackName[] {
  const { clients, failover } = scenario
  const names = interventions.flatMap(packsOfAction)
  if (clients.some(({ kind }) => READERS.includes(kind))) names.push('reads')
  if (failover.monitors.length > 0) names.push('voting')
  if (hasManyMasters(scenario)) names.push('multiMaster')
  if (hasRegions(scenario)) names.push('regions')
  // It builds a former master anew, or rewinds it.
  if (failover.oldMaster !== 'leave') names.push('operations')
  return [...new Set(names)]
}

/** May a reader's function be called in it? */
export const mergesByFunction = ({ scenario, interventions }: Pick<Run, 'scenario' | 'interventions'>): boolean =>
  (hasManyMasters(scenario) && scenario.multiMaster.rule === 'function') || interventions.some(asksForFunction)

const asksForFunction = (action: Action): boolean =>
  action.do === 'set' && action.path === 'multiMaster.rule' && action.value === 'function'

/** Who brings what the core does not know how to do. */
const packOf = (kind: Action['do']): PackName =>
  REGIONS.includes(kind) ? 'regions' : MASTERS.includes(kind) ? 'multiMaster' : 'operations'

/** Of something that is done while the run goes on. */
export function packsOfAction(action: Action): PackName[] {
  const names: PackName[] = action.do in core.interventions! ? [] : [packOf(action.do)]
  if (action.do === 'set' && READERS.includes(action.value)) names.push('reads')
  return names
}
