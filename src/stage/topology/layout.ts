import type { Fact, Frame } from '../../engine/index.ts'
import type { Point } from './view.ts'

/**
 * Where everybody stands. A place depends on who takes part and on the room, never on roles or on time: after a
 * failover the new master is found where the slave was, and only the links go another way.
 *
 * A layout is computed in stage units, in which 12 is the smallest text. It asks for the room it needs and gets it at
 * scale 1 where that fits; where it doesn't, the whole world is scaled down.
 */
export interface Layout {
  /** The world: everything below lies in (0, 0, width, height). */
  width: number
  height: number
  /** Device pixels per stage unit when everything fits. */
  scale: number
  cards: ReadonlyMap<string, Box>
  clients: ReadonlyMap<string, Point>
  /** The words of the monitors, beside their place; null where they are not drawn. */
  monitor: MonitorPlace | null
  /** Centre of each monitor. */
  monitors: ReadonlyMap<string, Point>
  /** The list of lost writes, under the first master. */
  ledger: Box | null
  density: Density
  columns: Columns
  /** Outlines of the data centres. */
  centers: readonly Center[]
  /** What only several masters have. */
  masters?: MastersPlaces
}

interface MastersPlaces {
  size: MasterSize
  /** Are they regions, with replicas on their cards? */
  regions: boolean
  /** Lines for rows on a card, and whether there is one more that counts the others. */
  lines: number
  more: boolean
  /** Who agrees: left end and middle line of its words. */
  agreement: Point
  /** The whole picture of a conflict; null: it is told in the strip. */
  conflict: Box | null
  /** One line, for a conflict that has no room for its picture. */
  strip: Box | null
  /** Top left corner of what is said about a node's clock; nodes without one wear it on their card. */
  clocks: ReadonlyMap<string, Point>
  /** Width that a client's words may take, beside its circle; 0 = none. */
  clientWords: number
}

/**
 * `full`: log, rows and agreement below each other. `slim`: the same, closer. `mini`: the log alone, with a sign. `wide`
 * and `strip`: a phone's, agreement beside the log, and all beside the header.
 */
export type MasterSize = 'full' | 'slim' | 'mini' | 'wide' | 'strip'

export interface Center {
  id: string
  nodes: readonly string[]
  clients: readonly string[]
  monitors: readonly string[]
  box: Box
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The first of those that stand in no data centre, or where it would stand. */
export interface MonitorPlace extends Point {
  readonly note: Box
  /** Side of the box on which the words begin. */
  readonly anchor: 'start' | 'end'
}

/**
 * `full`: relay and data rows. `compact` and `slim`: one row, in which hatched is received and solid is applied. `mini`:
 * the same without a gauge, its badge beside the row. `line`: the row beside the header, for a phone.
 */
export type Density = 'full' | 'compact' | 'slim' | 'mini' | 'line'

/** The registered columns, in units of a card. */
export interface Columns {
  /** Width of the card that these are for. */
  card: number
  /** Left edge of the first column. */
  x: number
  count: number
  pitch: number
  cell: number
}

export const SEVEN: Columns = { card: 248, x: 82, count: 7, pitch: 22, cell: 20 }
/** Where three columns of cards must stand in the lab's usual room. */
export const NARROW: Columns = { card: 208, x: 70, count: 6, pitch: 22, cell: 20 }
/** Of mini cards, whose rows have no words, when four columns must fit. */
export const NARROWEST: Columns = { card: 196, x: 58, count: 6, pitch: 22, cell: 20 }

/** Height of a slave's card. */
export const SLAVE_HEIGHT: Record<Density, number> = { full: 127, compact: 92, slim: 84, mini: 56, line: 36 }
/** Place kept for a master's card: header, binlog, one line of words. */
export const MASTER_HEIGHT = 107

export const MONITOR_RADIUS = 19
export const CLIENT_RADIUS = 15

export interface Cast {
  nodes: readonly string[]
  /** Under whom each stands; nobody listed: all under the first. */
  under?: Readonly<Record<string, string | null>>
  clients: readonly string[]
  /** Some of them read, and say what they see. */
  readers?: boolean
  monitor: boolean
  /** Their names; none: there is only one, called `monitor`. */
  monitors?: readonly string[]
  /** Data centres with who stands in them, in the order in which they are named. */
  centers?: readonly CenterCast[]
  /** Several masters: how they are joined, how many rows they share, and whom each client writes to. */
  masters?: MastersCast
}

export interface MastersCast {
  topology: 'all-to-all' | 'ring' | 'star'
  rows: number
  homes: Readonly<Record<string, string>>
  /** Each of them has replicas of its own. */
  regions: boolean
}

interface CenterCast {
  id: string
  nodes: readonly string[]
  clients: readonly string[]
  monitors?: readonly string[]
}

/** In the order of their names: db9 before db10. */
function seat(nodes: string[], id: string): void {
  const next = nodes.findIndex((other) => other.length > id.length || (other.length === id.length && other > id))
  nodes.splice(next < 0 ? nodes.length : next, 0, id)
}

/** `leaving`: nodes that are gone, whose place is kept while they fade. */
export function castOf(frame: Frame, leaving: readonly Fact[] = []): Cast {
  const under: Record<string, string | null> = Object.fromEntries(frame.nodes.map((n) => [n.id, n.placedUnder]))
  const nodes = frame.nodes.map((n) => n.id)
  const homes = new Map(frame.dataCenters.map(({ id, nodes }) => [id, [...nodes]]))
  for (const { at, args } of leaving) {
    if (at in under) continue
    under[at] = args.peer ?? null
    seat(nodes, at)
    const place = args.reason === undefined ? undefined : homes.get(args.reason)
    if (place) seat(place, at)
  }
  const readers = frame.clients.some(({ kind }) => kind === 'reader' || kind === 'read-write')
  const centers = frame.dataCenters.map(({ id, clients }) => {
    const inside = frame.monitors.filter(({ dataCenter }) => dataCenter === id)
    return { id, nodes: homes.get(id) ?? [], clients, monitors: inside.map((one) => one.id) }
  })
  const clients = frame.clients.map(({ id }) => id)
  const monitors = frame.monitors.map(({ id }) => id)
  const cast = { nodes, under, clients, readers, monitor: frame.monitor !== null, monitors, centers }
  return frame.multiMaster ? { ...cast, masters: mastersCast(frame, frame.multiMaster) } : cast
}

function mastersCast({ clients }: Frame, { topology, sites }: NonNullable<Frame['multiMaster']>): MastersCast {
  const rows = new Set(sites.flatMap((site) => site.rows.map(({ key }) => key))).size
  const homes = Object.fromEntries(clients.map(({ id, target }) => [id, target]))
  return { topology, rows, homes, regions: sites.some(({ region }) => region !== null) }
}

export interface Room {
  width: number
  height: number
  /** Clients stand on the left of stacked cards, too. */
  aside?: boolean
}

/** What a client saw and what is wrong about it stand below it: where there are few, there is room for that. */
const PITCH: Readonly<Record<number, number>> = { 2: 96, 3: 84 }

/** From one client to the next in a column of so many in which some read; undefined: as where nobody does. */
export const readPitch = (readers: boolean | undefined, clients: number): number | undefined =>
  readers ? PITCH[clients] : undefined

/** Clients in a column around y, closer together when there are many. */
export function clientColumn({ clients: ids, readers }: Cast, x: number, y: number, reach: number): Map<string, Point> {
  const pitch = ids.length > 1 ? Math.min(readPitch(readers, ids.length) ?? 48, (2 * reach) / (ids.length - 1)) : 0
  return new Map(ids.map((id, i) => [id, { x, y: Math.round(y + (i - (ids.length - 1) / 2) * pitch) }]))
}
