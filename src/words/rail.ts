import type { Frame, NodeFrame } from '../engine/index.ts'
import { grain, type NumberField } from '../run/index.ts'
import { choiceWord } from './choices.ts'
import { decimal, list, span, whole } from './numbers.ts'
import { settingValue, unitWord } from './settings.ts'
import { terms } from './terms.ts'

/** The controls of the lab: what stands on them besides the names of the settings. */
export const rail = {
  // every control
  whyItMatters: (name: string) => `${name}: why it matters`,
  typeValue: (name: string, value: string) => `${name}: ${value}; type another`,
  notANumber: 'A number, please.',
  asAllLinks: 'As all links',
  changedHere: (count: number) => `${count} changed`,
  more: 'More',
  // build
  get startWith() {
    return `Start with how many ${terms.slaves}`
  },
  startHint: 'Once it has played, add and remove instead.',
  twoTiers: 'two tiers',
  copiesFrom: 'from',
  whomCopies: (id: string) => `Whom ${id} copies from`,
  remove: 'Remove',
  // workload
  byHand: 'by hand',
  readOnce: 'Read once',
  // links
  allLinks: 'All links',
  ownEach: (names: readonly string[]) => `${list(names)}: every link has its own.`,
  betweenNodes: 'Between nodes',
  idleLinks: 'Not used now',
  otherLinks: 'To clients and the monitor',
  // replication
  get asyncWaits() {
    return `The ${terms.master} says OK at once and waits for nobody.`
  },
  get allWaits() {
    return `Waits for every ${terms.slave}, however long.`
  },
  quorumWaits: 'Without a timeout: too few connected, and nothing is written.',
  connections: 'Connections',
  logs: 'Logs and heartbeat row',
  // costs
  costs: 'Costs',
  get onMaster() {
    return `On the ${terms.master}`
  },
  get onSlaves() {
    return `On the ${terms.slaves}`
  },
  onNode: (id: string) => `On ${id}`,
  delayOf: (id: string) => `Delay of ${id}`,
  copies: 'Copies of data',
  // failover
  monitors: 'Monitors',
  none: 'none',
  get monitorsHint() {
    return `One that asks nobody may take its own broken link for a dead ${terms.master}, and may itself be what fails. Three or five watch each for itself and elect the one that acts, which takes a majority. With none, a dead ${terms.master} stays dead until you act.`
  },
  fromTheStart: 'Another choice plays the run again from its start.',
  nowhere: 'no data centre',
  whereStands: (id: string) => `Where ${id} stands`,
  get byHandLater() {
    return `When the ${terms.master} is given up, you name the next one here.`
  },
  get nameNext() {
    return `The ${terms.master} is given up. Who takes over?`
  },
  rules: 'Promotion rules',
  rulesFor: (count: number) => `${count} set`,
  ruleOf: (id: string) => `Rule for ${id}`,
  election: 'Election',
  afterwards: 'Afterwards',
  get dataCenters() {
    return terms.dataCenter === 'region' ? 'Regions' : 'Data centres'
  },
  // clocks
  clocks: 'Clocks',
  clocksRight: 'all right',
  clocksWrong: (count: number) => `${count} wrong`,
  clockOf: (id: string) => `${id} ahead by`,
  reports: (reported: string, truth: string) => `reports ${reported}, in truth ${truth}`,
} as const

/** Why a typed value is none: one sentence; null when it can be set. */
export function numberProblem(path: string, field: NumberField, value: number, most = field.max): string | null {
  if (!Number.isFinite(value)) return rail.notANumber
  if (value < field.min || value > most) {
    const least = Number.isInteger(field.min) ? whole(field.min) : decimal(field.min, 3)
    return `From ${least} to ${settingValue(path, most)}.`
  }
  const least = grain(field.unit)
  if (Math.abs(value / least - Math.round(value / least)) < 1e-6) return null
  return least === 1 ? `Whole ${unitWord(field.unit, 2, path)} only.` : 'At most three decimals.'
}

/** What a client does, in a line: "closed loop, pause 40 ms", "stream, 200 writes/s", "stream, by hand". */
export function clientSum({ clients, settings }: Frame, id: string): string {
  const kind = clients.find((client) => client.id === id)?.kind
  if (kind === undefined) return ''
  const word = choiceWord(`clients.${id}.kind`, kind)
  const timed = kind === 'reader' && Number(settings[`clients.${id}.readsPerSecond`] ?? 0) > 0
  const pause = timed ? 'readsPerSecond' : 'thinkMs'
  const path = `clients.${id}.${kind === 'stream' ? 'ratePerSecond' : pause}`
  const value = settings[path] ?? 0
  if (kind === 'stream' && value === 0) return `${word}, ${rail.byHand}`
  const reads = kind === 'reader' || kind === 'read-write'
  const route = settings[`clients.${id}.route`]
  if (reads && route !== undefined && route !== 'leader') return `${word}, ${choiceWord('clients.route', `${route}`)}`
  return `${word}, ${settingValue(path, value)}`
}

/** "all right", "db2 +3 s", "2 wrong". */
export function clocksSum({ nodes }: Frame): string {
  const wrong = nodes.filter(({ clockOffsetUs }) => clockOffsetUs !== 0)
  const [only] = wrong
  if (only === undefined) return rail.clocksRight
  if (wrong.length > 1) return rail.clocksWrong(wrong.length)
  const { id, clockOffsetUs } = only
  return `${id} ${clockOffsetUs > 0 ? '+' : '-'}${span(Math.abs(clockOffsetUs))}`
}

/** What a slave says about its lag beside the truth; '' for who reports none. */
export function reportedWords(node: NodeFrame | undefined): string {
  if (!node?.lag) return ''
  const { reported, trueUs } = node.lag
  return rail.reports(reported === null ? 'NULL' : `${reported} s`, span(trueUs))
}
