/**
 * Regions: what a scenario must agree on when its nodes are groups of replicas, and what can be done to such a run only,
 * or not to it.
 */
import type { Action } from './intervention.ts'
import { Problem, quote } from './problem.ts'
import type { Scenario } from './scenario.ts'

type At = (place: string) => string

/** Throws a Problem for the first thing that regions cannot have, or that only they can. */
export function checkRegions(scenario: Scenario, at: At): void {
  const { nodes, clients, multiMaster, regions } = scenario
  const { kind, witness } = regions
  const place = at('regions.kind')
  if (kind === 'none') {
    if (witness !== undefined)
      throw new Problem(`${at('regions.witness')} is ${quote(witness)}, but regions.kind is "none".`)
    for (const [i, { consistency }] of clients.entries())
      if (consistency !== 'eventual')
        throw new Problem(`${at(`clients[${i}].consistency`)} is ${quote(consistency)}, but regions.kind is "none".`)
    return
  }
  const why = `${place} is ${quote(kind)}, but`
  if (multiMaster.topology !== 'all-to-all')
    throw new Problem(`${why} multiMaster.topology is ${quote(multiMaster.topology)}: a region copies from all others.`)
  if (multiMaster.rule !== 'wall-clock')
    throw new Problem(`${why} multiMaster.rule is ${quote(multiMaster.rule)}: items go by the wall clock.`)
  if (multiMaster.tombstones !== 'keep')
    throw new Problem(
      `${why} multiMaster.tombstones is ${quote(multiMaster.tombstones)}: what was deleted is kept in mind.`,
    )
  for (const [i, { operation }] of clients.entries())
    if (operation === 'insert')
      throw new Problem(
        `${at(`clients[${i}].operation`)} is "insert", but regions.kind is ${quote(kind)}: ${NO_INSERT}.`,
      )
  if (kind === 'mrsc' && nodes.length !== 3)
    throw new Problem(`${why} there are ${nodes.length} nodes: it needs exactly 3 regions.`)
  if (witness !== undefined) checkWitness(scenario, witness, at)
}

function checkWitness({ nodes, clients, regions }: Scenario, witness: string, at: At): void {
  const place = at('regions.witness')
  if (regions.kind !== 'mrsc') throw new Problem(`${place} is ${quote(witness)}, but only MRSC has a witness.`)
  if (!nodes.some(({ id }) => id === witness))
    throw new Problem(`${place} is ${quote(witness)}, but known are ${nodes.map(({ id }) => id).join(', ')}.`)
  for (const [i, { node }] of clients.entries())
    if (node === witness)
      throw new Problem(`${at(`clients[${i}].node`)} is ${quote(witness)}, but nobody reads or writes at the witness.`)
}

const REGIONS_ONLY: readonly Action['do'][] = ['kill-replica', 'restart-replica']
/** A global table has no such operations. */
const NO_REGIONS: readonly Action['do'][] = ['repair', 'skip-entry', 'set-function']

/** DynamoDB numbers no items, and only the key of an item is unique. */
const NO_INSERT = 'a global table generates no keys'

/** Throws a Problem when an action is not one for nodes of this kind. `operation`: of a write by hand. */
export function checkRegionAction(
  { regions: { kind } }: Scenario,
  action: Action['do'],
  path: string,
  operation?: string,
): void {
  if (kind !== 'none' && operation === 'insert')
    throw new Problem(`${path}.operation is "insert", but regions.kind is ${quote(kind)}: ${NO_INSERT}.`)
  const what = `${path}.do is ${quote(action)}, but regions.kind is ${quote(kind)}`
  if (kind === 'none' && REGIONS_ONLY.includes(action)) throw new Problem(`${what}.`)
  if (kind !== 'none' && NO_REGIONS.includes(action)) throw new Problem(`${what}, where nobody can do that.`)
  if (kind === 'mrsc' && action === 'remove-master') throw new Problem(`${what}, which needs all 3 regions.`)
}

/** Throws a Problem when a client of regions is set to do what no client can do there. */
export function checkRegionSetting(
  { regions: { kind } }: Scenario,
  setting: string,
  value: unknown,
  path: string,
): void {
  if (kind !== 'none' && value === 'insert' && setting.endsWith('.operation'))
    throw new Problem(`${path}.value is "insert", but regions.kind is ${quote(kind)}: ${NO_INSERT}.`)
}
