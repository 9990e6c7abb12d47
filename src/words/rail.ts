import { grain, type NumberField } from '../run/index.ts'
import { settingValue, unitWord } from './settings.ts'
import { terms } from './terms.ts'

/** The controls of the lab: what stands on them besides the names of the settings. */
export const rail = {
  // every control
  whyItMatters: (name: string) => `${name}: why it matters`,
  typeValue: (name: string, value: string) => `${name}: ${value}; type another`,
  notANumber: 'A number, please.',
  asAllLinks: 'as all links',
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
  // links
  allLinks: 'All links',
  betweenNodes: 'Between nodes',
  otherLinks: 'To clients and the monitor',
  // replication
  get asyncWaits() {
    return `The ${terms.master} says OK at once and waits for nobody.`
  },
  get allWaits() {
    return `Waits for every ${terms.slave}, however long.`
  },
  quorumWaits: 'Without a timeout: too few connected, and nothing is written.',
  waiting: (writes: number) => `${writes === 1 ? 'One write waits' : `${writes} writes wait`} at the gate.`,
  connections: 'Connections',
  // costs
  costs: 'Costs',
  get onMaster() {
    return `On the ${terms.master}`
  },
  get onSlaves() {
    return `On the ${terms.slaves}`
  },
  // failover
  get byHandLater() {
    return `When the ${terms.master} is given up, you name the next one here.`
  },
  get nameNext() {
    return `The ${terms.master} is given up. Who takes over?`
  },
  // clocks
  clocks: 'Clocks',
  clocksRight: 'all right',
  clockOf: (id: string) => `${id} ahead by`,
  clockHint: `Changes no data, only what is reported.`,
  reports: (reported: string, truth: string) => `reports ${reported}, in truth ${truth}`,
  // actions
  addSlave: (upstream?: string) =>
    `Add a ${terms.slave} under ${upstream ?? `the selected node, or the ${terms.master}`}`,
  addUnder: (upstream: string) => `Add a ${terms.slave} under ${upstream}`,
  remove: 'Remove',
  removeSlave: (id?: string) => `Remove ${id ?? `the selected ${terms.slave}`}`,
  repoint: (upstream?: string) =>
    upstream ? `Copy from ${upstream}` : `Choose whom the selected ${terms.slave} copies from`,
  mode: (word?: string) => (word ? `Replication mode: ${word}` : 'Next replication mode'),
} as const

/** Why a typed value is none: one sentence; null when it can be set. */
export function numberProblem(path: string, field: NumberField, value: number, most = field.max): string | null {
  if (!Number.isFinite(value)) return rail.notANumber
  if (value < field.min || value > most) {
    const [least = ''] = settingValue(path, field.min).split(' ')
    return `From ${least} to ${settingValue(path, most)}.`
  }
  const least = grain(field.unit)
  if (Math.abs(value / least - Math.round(value / least)) < 1e-6) return null
  return least === 1 ? `Whole ${unitWord(field.unit, 2, path)} only.` : 'At most three decimals.'
}
