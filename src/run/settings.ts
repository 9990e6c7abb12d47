import { checkPair, monitorsOf } from './agree.ts'
import type { ChoiceField, Field, Fields, NumberField } from './field.ts'
import { hasManyMasters } from './kinds.ts'
import { Problem, quote } from './problem.ts'
import type { Scenario } from './scenario.ts'
import {
  CLIENT,
  COSTS,
  FAILOVER,
  LAG,
  LINK,
  MULTI_MASTER,
  NETWORK,
  NODE,
  REGIONS,
  REPLICATION,
} from './tables/index.ts'

/** Something that may be changed while a run goes on: by a control on the page, or by a `set` intervention. */
export interface Setting {
  /** As in `failover.misses`, `nodes.db2.applyMs`, `clients.c1.thinkMs`. */
  path: string
  field: NumberField | ChoiceField
  /** What the scenario starts with. */
  value: number | string
}

/** Every setting of a scenario, in the order of its tables. A link has them also without an exception: `linkSetting`. */
export function settings(scenario: Scenario): Setting[] {
  const { nodes, network, clients, replication, multiMaster, regions, costs, failover, lag } = scenario
  const all = [
    ...nodes.flatMap((node) => live(`nodes.${node.id}`, NODE, { applyMs: costs.applyMs, ...node })),
    ...live('network', NETWORK, { farOneWayMs: network.oneWayMs, ...network }),
    ...network.links.flatMap(({ between }) => linkSettings(scenario, between)),
    ...clients.flatMap((client) => live(`clients.${client.id}`, CLIENT, client)),
    ...live('replication', REPLICATION, replication),
    ...live('multiMaster', MULTI_MASTER, multiMaster),
    ...live('regions', REGIONS, regions),
    ...live('costs', COSTS, costs),
    ...live('failover', FAILOVER, failover),
    ...live('lag', LAG, lag),
  ]
  const idle = [...(hasManyMasters(scenario) ? ONE_MASTER : MANY_MASTERS), ...IDLE[scenario.regions.kind]]
  return all.filter(({ path }) => !idle.some((pattern) => pattern.test(path)))
}

/** What decides nothing where every node is a master; and what decides nothing where one is. */
const ONE_MASTER = [
  /^replication\.(mode|waitFor|timeoutMs|ack|waitPoint|heartbeatRowMs)$/,
  /^failover\./,
  /^lag\./,
  /^nodes\..+\.(promotion|delayMs)$/,
  /^clients\..+\.(entriesPerWrite|route|routeWindowMs|positionTimeoutMs)$/,
  /^network\.monitorOneWayMs$/,
]
const MANY_MASTERS = [/^multiMaster\./, /^nodes\..+\.priority$/, /^clients\..+\.(operation|context)$/]

/** By the kind of regions: conflicts of a global table are settled by the wall clock, or refused. */
const FIXED = /^multiMaster\.(loops|rule|ship|onError|tombstones|graceMs)$/
const IDLE = {
  none: [/^regions\./, /^clients\..+\.consistency$/],
  mrec: [FIXED, /^regions\.giveUpMs$/],
  mrsc: [FIXED],
} as const

/**
 * The setting at a path such as `network.links.db1~db2.oneWayMs`, the ends in either order; null when the path is none
 * of a link. Throws a Problem when there can be no such link. `place` is what sentences call the path.
 */
export function linkSetting(scenario: Scenario, path: string, place: string): Setting | null {
  const [group, list, pair = '', name, ...rest] = path.split('.')
  const [one, other, ...more] = pair.split('~')
  if (group !== 'network' || list !== 'links' || name === undefined || rest.length > 0) return null
  if (!one || !other || more.length > 0 || one === other)
    throw new Problem(`${place} must name a link by its two ends, as in "network.links.db1~db2.${name}".`)
  checkPair(scenario, [one, other], place)
  const found = linkSettings(scenario, [one, other])
  const setting = found.find((each) => each.path.endsWith(`.${name}`))
  if (setting !== undefined) return setting
  const names = found.map((each) => each.path.split('.').at(-1))
  throw new Problem(`${place} ends in ${quote(name)}, but a link has ${names.join(', ')}.`)
}

function linkSettings(scenario: Scenario, between: readonly [string, string]): Setting[] {
  const { network, nodes } = scenario
  const ends = [...between].sort()
  const isNode = (id: string) => nodes.some((node) => node.id === id)
  const usual = between.every(isNode)
    ? network
    : {
        ...network,
        oneWayMs: between.some((id) => monitorsOf(scenario).includes(id))
          ? network.monitorOneWayMs
          : network.clientOneWayMs,
        kilobytesPerSecond: 0,
      }
  const own = network.links.find((link) => ends.every((end) => link.between.includes(end)))
  return live(`network.links.${ends.join('~')}`, LINK, { ...usual, ...own })
}

function live(prefix: string, fields: Fields, values: Readonly<Record<string, unknown>>): Setting[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    isLive(field) ? [{ path: `${prefix}.${name}`, field, value: values[name] as number | string }] : [],
  )
}

const isLive = (field: Field): field is NumberField | ChoiceField =>
  (field.type === 'number' || field.type === 'choice') && field.live === true
