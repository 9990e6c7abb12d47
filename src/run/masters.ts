/**
 * A run with several masters: what its scenario must agree on, who copies from whom, and what cannot be done to it. A
 * failover has no meaning there, since every node takes writes anyway; slaves below masters are left out.
 */
import type { Action } from './intervention.ts'
import { hasManyMasters, rowNames } from './kinds.ts'
import { Problem, quote } from './problem.ts'
import { checkRegionAction } from './regions.ts'
import type { Scenario } from './scenario.ts'

type At = (place: string) => string

/** Throws a Problem for the first thing that several masters cannot have. */
export function checkMasters(scenario: Scenario, at: At): void {
  const { nodes, clients, failover, replication, multiMaster } = scenario
  if (!hasManyMasters(scenario)) {
    for (const [i, { node }] of clients.entries())
      if (node !== undefined)
        throw new Problem(
          `${at(`clients[${i}].node`)} is ${quote(node)}, but with one master all clients write to that.`,
        )
    return
  }
  const why = `multiMaster.topology is ${quote(multiMaster.topology)}`
  if (nodes.length < 2) throw new Problem(`${at('nodes')} has 1 element, but ${why}, which needs 2 at least.`)
  for (const [i, node] of nodes.entries())
    if (node.role !== 'master')
      throw new Problem(`${at(`nodes[${i}].role`)} is "slave", but ${why}: then every node is a master.`)
  if (failover.monitor) throw new Problem(`${at('failover.monitor')} is true, but ${why}: there is nobody to promote.`)
  if (replication.mode !== 'async')
    throw new Problem(`${at('replication.mode')} is ${quote(replication.mode)}, but ${why}: masters do not wait.`)
  for (const [i, client] of clients.entries()) checkClient(client, nodes, at, i, why)
  checkRowNames(rowNames(scenario), at('multiMaster.rows'))
}

function checkClient(client: Scenario['clients'][number], nodes: Scenario['nodes'], at: At, i: number, why: string) {
  if (client.entriesPerWrite !== 1)
    throw new Problem(`${at(`clients[${i}].entriesPerWrite`)} is ${client.entriesPerWrite}, but ${why}: then it is 1.`)
  if (client.node !== undefined && !nodes.some(({ id }) => id === client.node))
    throw new Problem(
      `${at(`clients[${i}].node`)} is ${quote(client.node)}, but known are ${nodes.map(({ id }) => id).join(', ')}.`,
    )
}

function checkRowNames(names: readonly string[], place: string): void {
  for (const [i, name] of names.entries()) {
    if (!/^[a-z][a-z0-9-]{0,23}$/.test(name) || /^[kn][0-9]+$/.test(name))
      throw new Problem(
        `${place} names a row ${quote(name)}, but a name begins with a letter, has a-z, 0-9 and - only, and is none of k1, n1 and so on.`,
      )
    if (names.indexOf(name) < i) throw new Problem(`${place} names ${quote(name)} twice.`)
  }
}

/** What makes sense only where one master has slaves. */
const ONE_MASTER: readonly Action['do'][] = [
  'promote',
  'switchover',
  'add-slave',
  'remove-slave',
  'rebuild',
  'rejoin',
  'rewind',
  'repoint',
  'lock-rows',
  'unlock-rows',
]
/** What makes sense only among several masters. */
const MANY_MASTERS: readonly Action['do'][] = ['remove-master', 'repair', 'skip-entry', 'set-function']

/** Throws a Problem when an action is not one for this many masters. */
export function checkActionFor(scenario: Scenario, { do: kind, ...args }: Action, path: string): void {
  const many = hasManyMasters(scenario)
  if ((many ? ONE_MASTER : MANY_MASTERS).includes(kind))
    throw new Problem(`${path}.do is ${quote(kind)}, but the scenario has ${many ? 'several masters' : 'one master'}.`)
  const { operation } = args as { operation?: string }
  if (kind === 'write' && !many && operation !== undefined && operation !== 'put')
    throw new Problem(`${path}.operation is ${quote(operation)}, but with one master a write puts a number in its row.`)
  checkRegionAction(scenario, kind, path, operation)
  const key = (args as { key?: string }).key
  const names = rowNames(scenario)
  const numbered = many ? /^[kn][1-9][0-9]{0,5}$/ : /^k[1-9][0-9]{0,5}$/
  if (key !== undefined && !names.includes(key) && !numbered.test(key)) {
    const known = [...names, 'k1, k2 and so on', ...(many ? ['n1, n2 and so on'] : [])]
    throw new Problem(`${path}.key is ${quote(key)}, but rows are called ${known.join('; ')}.`)
  }
  if (kind === 'remove-master' && scenario.nodes.length === 1)
    throw new Problem(`${path} removes ${(args as { node: string }).node}, which is the last master.`)
}
