/**
 * What several masters work under: the rule by which they settle what two of them changed without knowing of each other,
 * and what their clients do. Null where there is one master.
 */
import { hasManyMasters, rowNames, type Scenario } from '../../run/index.ts'
import { thousand } from './micros.ts'

type Rules = Scenario['multiMaster']

export interface MultiMasterSettings {
  readonly topology: Exclude<Rules['topology'], 'none'>
  readonly loops: Rules['loops']
  readonly rule: Rules['rule']
  readonly ties: Rules['ties']
  readonly ship: Rules['ship']
  readonly onError: Rules['onError']
  /** By rule `arrival` only. */
  readonly numbers: Rules['numbers']
  readonly generatedKeys: Rules['generatedKeys']
  readonly tombstones: Rules['tombstones']
  readonly graceUs: number
  /** The reader's function as text; '' = none. */
  readonly function: string
  /** Names of the first shared rows. */
  readonly rows: readonly string[]
  /** By node id: for rule `site-priority`. */
  readonly priorities: Readonly<Record<string, number>>
  /** By client number. */
  readonly clients: readonly MasterClient[]
}

interface MasterClient {
  /** Id of the master that it begins with; '' = they are spread. */
  readonly node: string
  readonly operation: Scenario['clients'][number]['operation']
  readonly context: Scenario['clients'][number]['context']
}

export function multiMasterSettings(scenario: Scenario): MultiMasterSettings | null {
  const { multiMaster, nodes, clients } = scenario
  if (!hasManyMasters(scenario)) return null
  // Where regions agree on every write, each has seen the one before it: there is nothing for a clock to decide.
  const agrees = scenario.regions.kind === 'mrsc'
  const { topology, loops, rule, ties, ship, onError, numbers, generatedKeys, tombstones } = multiMaster
  return {
    topology: topology as MultiMasterSettings['topology'],
    loops,
    rule: agrees ? 'dotted-version-vectors' : rule,
    ties,
    ship,
    onError,
    numbers,
    generatedKeys,
    tombstones,
    graceUs: thousand(multiMaster.graceMs),
    function: multiMaster.function,
    rows: rowNames(scenario),
    priorities: Object.fromEntries(nodes.map(({ id, priority }) => [id, priority])),
    clients: clients.map(({ node, operation, context }) => ({
      node: node ?? '',
      operation,
      context: agrees ? 'read' : context,
    })),
  }
}
