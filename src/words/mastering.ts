import type { Frame } from '../engine/index.ts'
import { choiceWord } from './choices.ts'
import { count, list } from './numbers.ts'
import { clockOffset } from './stage.ts'
import { terms } from './terms.ts'

/** Controls and actions of a run with several masters. */
export const mastering = {
  // actions
  removeMaster: (id?: string) => `Remove ${id ?? `the selected ${terms.master}`}`,
  repair: (from?: string) => (from ? `Compare rows with ${from}` : `Compare the rows of two ${terms.masters}`),
  /** Before their names. */
  compareWith: 'Compare rows with',
  skipEntry: (from?: string) => (from ? `Skip the entry from ${from}` : 'Skip the entry that stopped an applier'),
  writeRow: (operation?: string) => (operation ? `Write by hand: ${operation}` : 'Write a row by hand'),
  // writing by hand
  writeByHand: 'Write by hand',
  row: 'Row',
  operation: 'Operation',
  value: 'Value',
  anyValue: 'any',
  write: 'Write',
  // rail
  conflictRule: 'Conflict rule',
  /** Beside the segments of its own section. */
  rule: 'What stays',
  compare: 'Compare',
  clockSkew: 'Clock skew',
  drifts: 'Drift',
  driftOf: (id: string) => `${id} gains`,
  priorityOf: (id: string) => `Priority of ${id}`,
  drifting: (count: number) => `${count} drifting`,
  deletions: 'Deleted rows',
  /** Of the closed fold: when their marks are thrown away. */
  kept: (tombstones: string) =>
    tombstones === 'keep' ? 'marks kept' : choiceWord('multiMaster.tombstones', tombstones),
  logs: 'Logs',
  toClients: 'To clients',
  functionIs: 'The function',
  functionNone: 'There is none yet: the later version stays.',
  off: 'off',
  get noFailover() {
    return `Every node is a ${terms.master} and takes writes, so there is nobody to promote. Clients of a dead one go on to the next.`
  },
  get asyncOnly() {
    return `A ${terms.master} says OK at once. The others hear of the write later, and may have changed the row meanwhile.`
  },
  applying: 'Entries of others',
  writing: 'Own writes',
  // build
  startKind: 'Start with',
  get oneMaster() {
    return `one ${terms.single}`
  },
  get howMany() {
    return `How many ${terms.masters}`
  },
  startHint: 'Once it has played, take some out instead.',
} as const

const TOPOLOGY = { 'all-to-all': 'mesh', ring: 'ring', star: 'star', mrec: 'MREC', mrsc: 'MRSC' } as const
export const topologyWord = (topology: string): string =>
  topology === 'none' ? mastering.oneMaster : (TOPOLOGY[topology as keyof typeof TOPOLOGY] ?? topology)

/** Of the closed section Replication: "async, mesh". */
export const meshSum = ({ multiMaster }: Frame): string =>
  multiMaster ? `async, ${topologyWord(multiMaster.topology)}` : ''

/** The five ways to settle a conflict, as segments. */
export const familyWord = {
  latest: 'latest',
  priority: 'priority',
  siblings: 'siblings',
  merge: 'merge',
  arrival: 'arrival',
} as const

/** Within a way: what is compared. */
export const compareWord: Record<string, string> = {
  'wall-clock': 'wall clock',
  'hybrid-clock': 'hybrid clock',
  'version-vectors': 'vectors',
  'dotted-version-vectors': 'dotted vectors',
}

export const ruleSum = ({ multiMaster }: Frame): string =>
  multiMaster ? choiceWord('multiMaster.rule', multiMaster.rule) : ''

/** "3 masters". */
export const mastersSum = ({ nodes }: Frame): string => count(nodes.length, terms.master, terms.masters)

/** "all right", "db1 +2 s", "2 wrong". */
export function skewSum({ multiMaster }: Frame): string {
  const wrong = (multiMaster?.sites ?? []).filter(({ clock }) => clock.offsetUs !== 0 || clock.driftPpm !== 0)
  const [only] = wrong
  if (only === undefined) return 'all right'
  if (wrong.length > 1) return `${list(wrong.slice(0, 2).map(({ node }) => node))}${wrong.length > 2 ? ' …' : ''} wrong`
  return only.clock.offsetUs === 0 ? `${only.node} drifts` : `${only.node} ${clockOffset(only.clock.offsetUs)}`
}
