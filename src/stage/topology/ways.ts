import type { LinkFrame, NodeFrame } from '../../engine/index.ts'
import type { Instant } from './effect.ts'
import { isCovered, past } from './lane.ts'
import { type Box, type Density, type Layout, MONITOR_RADIUS } from './layout.ts'
import { type Cubic, type Route, route, straight } from './route.ts'
import type { Point } from './view.ts'

/**
 * Which way each replication link goes. Between columns: an S from the side of one card to the side of the other, led
 * around the monitor. Within a column: straight down to the next card, or an arc around the cards in between.
 */
export interface Way {
  link: LinkFrame
  from: NodeFrame
  to: NodeFrame
  route: Route
  /** Open and able to carry something. */
  live: boolean
  /** False: nothing is drawn but what has just been lost on it. */
  drawn: boolean
  /** In the margin of a phone: room for a narrow token, none for ticks. */
  narrow: boolean
}

/** Where an arriving link meets a card: between its rows. */
const ARRIVE: Record<Density, number> = { full: 70, compact: 49, slim: 46, mini: 41, line: 18 }

export interface Stand {
  box: Box
  /** Height of the card as drawn now. */
  height: number
}

export function ways(at: Instant, layout: Layout, stand: (id: string) => Stand, monitors: readonly Point[]): Way[] {
  const { frame } = at
  const nodes = new Map(frame.nodes.map((n) => [n.id, n]))
  const open: Omit<Way, 'route' | 'narrow'>[] = []
  for (const link of frame.links) {
    const from = nodes.get(link.from)
    const to = nodes.get(link.to)
    if (link.kind !== 'replication' || !from || !to) continue
    if (!link.connected && to.upstream !== from.id) continue
    open.push({ link, from, to, live: isLive(link, from, to), drawn: isDrawn(link, to) })
  }
  open.sort((a, b) => stand(a.to.id).box.y - stand(b.to.id).box.y || (a.link.id < b.link.id ? -1 : 1))
  return open.map((way) => {
    const peers = open.filter((other) => other.from.id === way.from.id)
    const place = { of: peers.length, index: peers.indexOf(way) }
    return { ...way, ...between(stand(way.from.id), stand(way.to.id), place, at, layout, stand, monitors) }
  })
}

/** A connection to a dead node is a hope, not a link. */
export const isLive = (link: LinkFrame, from: NodeFrame, to: NodeFrame): boolean =>
  link.connected && link.state === 'up' && from.process === 'up' && to.process === 'up'

/** A link that carries nothing is not drawn, unless its slave still hopes for it. */
const isDrawn = (link: LinkFrame, to: NodeFrame): boolean =>
  // Whoever waits for a copy of data hopes for nothing else.
  link.connected ||
  (to.copy === null && to.process === 'up' && !['master', 'fenced', 'read-only', 'rewinding'].includes(to.role))

type Fan = { of: number; index: number }

function between(
  a: Stand,
  b: Stand,
  fan: Fan,
  at: Instant,
  layout: Layout,
  stand: (id: string) => Stand,
  monitors: readonly Point[],
): { route: Route; narrow: boolean } {
  const arrive = b.box.y + Math.min(ARRIVE[layout.density], b.height - 14)
  const reach = Math.min(48, a.height - 36)
  const pitch = fan.of > 1 ? Math.min(26, reach / (fan.of - 1)) : 0
  const leave = a.box.y + Math.min(45, a.height / 2 + 6) + (fan.index - (fan.of - 1) / 2) * pitch
  const aRight = a.box.x + a.box.width
  const bRight = b.box.x + b.box.width
  const others = at.frame.nodes.map((n) => stand(n.id)).filter((s) => s && s !== a && s !== b)
  const across = (start: Point, end: Point) => {
    const plain = sideways(start, end, monitors)
    const cards = others.map(({ box, height }) => ({ ...box, height }))
    return wide((isCovered(plain, cards) && past(start, end, cards, ((fan.index % 3) - 1) * 5)) || plain)
  }
  if (b.box.x >= aRight + 12) return across({ x: aRight, y: leave }, { x: b.box.x - 1, y: arrive })
  if (a.box.x >= bRight + 12) return across({ x: a.box.x, y: leave }, { x: bRight + 1, y: arrive })
  return inColumn(a, b, fan, at, layout, stand)
}

/** Ways already found: looking for one that is clear of the monitors takes longer than drawing it. */
const found = new Map<string, Route>()

function sideways(start: Point, end: Point, monitors: readonly Point[]): Route {
  const key = [start, end, ...monitors].map(({ x, y }) => `${x},${y}`).join(' ')
  let way = found.get(key)
  if (!way) {
    if (found.size > 500) found.clear()
    way = aroundMonitors(start, end, monitors)
    found.set(key, way)
  }
  return way
}

function aroundMonitors(start: Point, end: Point, monitors: readonly Point[]): Route {
  const middle = (start.x + end.x) / 2
  const turn = (lead: number): Cubic => [
    start,
    { x: middle + lead, y: start.y },
    { x: middle + lead * 1.4, y: end.y },
    end,
  ]
  const plain = route([turn(0)])
  const isClear = (way: Route) => monitors.every((monitor) => clear(way, monitor))
  if (isClear(plain)) return plain
  const leads = [-10, -18, -26, -34, -42, 10, 18, 26, 34, 42]
  return leads.map((lead) => route([turn(lead)])).find(isClear) ?? plain
}

/** Does a token on that way pass the monitor without touching it? */
function clear(way: Route, monitor: Point): boolean {
  for (let i = 0; i <= 24; i++) {
    const q = way.at(i / 24)
    if (Math.hypot(q.x - monitor.x, q.y - monitor.y) < MONITOR_RADIUS + 20) return false
  }
  return true
}

function inColumn(
  a: Stand,
  b: Stand,
  fan: Fan,
  at: Instant,
  layout: Layout,
  stand: (id: string) => Stand,
): { route: Route; narrow: boolean } {
  const down = b.box.y > a.box.y
  const [upper, lower] = down ? [a, b] : [b, a]
  const between = at.frame.nodes.some((n) => {
    const { box } = stand(n.id)
    const overlaps = box.x < upper.box.x + upper.box.width && box.x + box.width > upper.box.x
    return overlaps && box.y > upper.box.y && box.y < lower.box.y
  })
  const top = upper.box.y + upper.height
  const gap = lower.box.y - top
  if (!between && gap >= 24) {
    const x = (a.box.x + b.box.x) / 2 + a.box.width / 2
    const ends = [
      { x, y: top + 1 },
      { x, y: lower.box.y - 1 },
    ] as const
    return wide(down ? straight(ends[0], ends[1]) : straight(ends[1], ends[0]))
  }
  const arrive = b.box.y + Math.min(ARRIVE[layout.density], b.height - 14)
  const leave = a.box.y + Math.min(36 + Math.min(12, 40 / fan.of) * fan.index, a.height - 7)
  if (layout.columns.card > 300) {
    const start = { x: a.box.x + a.box.width, y: leave }
    return { route: around(start, { x: b.box.x + b.box.width + 1, y: arrive }, 8), narrow: true }
  }
  const lefts = at.frame.nodes.map((n) => stand(n.id).box).filter((c) => c.x + c.width <= a.box.x)
  // In a data centre, inside its outline and clear of the clients' words (BOW in centersLayout).
  const most = layout.centers.length > 0 ? 22 : Number.POSITIVE_INFINITY
  const room = Math.min(most, a.box.x - Math.max(0, ...lefts.map((c) => c.x + c.width)) - 6)
  return wide(bow({ x: a.box.x, y: leave }, { x: b.box.x - 1, y: arrive }, room))
}

const wide = (way: Route) => ({ route: way, narrow: false })

/** An arc on the left of a column; the further, the wider. */
function bow(start: Point, end: Point, room: number): Route {
  // A cubic reaches three quarters of the way to its controls.
  const out = Math.min(96, Math.max(14, room) * 1.33, 34 + Math.abs(end.y - start.y) * 0.14)
  return route([[start, { x: start.x - out, y: start.y }, { x: end.x - out, y: end.y }, end]])
}

/** Along the right margin of a phone, `by` beside the cards. */
export function around(start: Point, end: Point, by: number): Route {
  const turn = Math.sign(end.y - start.y) * 10
  const x = start.x + by
  const a = { x, y: start.y + turn }
  const b = { x, y: end.y - turn }
  return route([
    [start, { x, y: start.y }, { x, y: start.y }, a],
    [a, { x, y: a.y + (b.y - a.y) / 3 }, { x, y: a.y + ((b.y - a.y) * 2) / 3 }, b],
    [b, { x, y: end.y }, { x, y: end.y }, end],
  ])
}
