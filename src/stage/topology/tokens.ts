import type { Fact, MessageFrame, NodeFrame } from '../../engine/index.ts'
import { ackRing, at as placed, cell, hue, type Origin } from '../glyphs/index.ts'
import { box, disc, group, label, line, round, type Shape } from '../picture/index.ts'
import { type Instant, linear, stands } from './effect.ts'
import { isPulse, shownShare } from './flight.ts'
import { beside, type Route } from './route.ts'
import type { Point } from './view.ts'
import type { Way } from './ways.ts'

/**
 * What is under way between nodes. Entries travel as the cell they will be, acknowledgements as a ring on a lane of
 * their own beside the link, requests and heartbeats as small signs. Held ones queue up side by side.
 */
const TOKEN = 22
const RIM = 3
const LANE = 22
const PULSE_MS = 160

export interface TokenScene {
  ways: readonly Way[]
  nodes: ReadonlyMap<string, NodeFrame>
  originOf(node: string): Origin
}

export function tokens(at: Instant, scene: TokenScene): Shape[] {
  const shapes: Shape[] = []
  for (const way of scene.ways) {
    const mine = at.frame.messages.filter((m) => m.link === way.link.id)
    const seen = mine.filter((m) => !isPulse(at, m))
    shapes.push(...pulse(at, way, mine))
    shapes.push(...smallTokens(at, way, seen))
    shapes.push(...entryTokens(at, way, seen, scene))
    shapes.push(...ackTokens(at, way, seen))
  }
  return shapes
}

/** Share of the way in the link's own direction, whichever end a message comes from. */
const along = (way: Way, m: MessageFrame, share: number) => (m.from === way.link.from ? share : 1 - share)

function entryTokens(at: Instant, way: Way, messages: readonly MessageFrame[], scene: TokenScene): Shape[] {
  const entries = messages.filter((m) => m.kind === 'entries')
  const placed = bundled(entries, way, scene).map((bundle) => {
    const text = bundleText(bundle, scene)
    const share = along(way, bundle.lead, shownShare(at, bundle.lead))
    return { bundle, text, share, width: tokenWidth(text, way) }
  })
  placed.sort((a, b) => b.share - a.share || a.bundle.lead.id - b.bundle.lead.id)
  const moving = placed.filter((t) => !t.bundle.lead.held)
  const held = placed.filter((t) => t.bundle.lead.held)
  const shapes = [...pile(held, way, scene), ...moving].map((token) => entryToken(way.route, token, scene))
  // The one ahead is drawn last, above those behind it.
  return shapes.reverse()
}

interface Token {
  bundle: Bundle
  text: string
  share: number
  width: number
}

/** Held tokens queue up behind the first, side by side. Those for which there is no room are one token with a range. */
function pile(held: readonly Token[], way: Way, scene: TokenScene): Token[] {
  for (let singles = held.length; singles > 0; singles--) {
    const queue = held.slice(0, singles)
    const rest = held.slice(singles)
    const last = rest[rest.length - 1]
    if (last) {
      const bundle = { ...rest[0]!.bundle, last: last.bundle.last }
      const text = bundleText(bundle, scene)
      queue.push({ ...rest[0]!, bundle, text, width: tokenWidth(text, way) })
    }
    const fitting = queued(queue, way.route)
    if (fitting) return fitting
  }
  return [...held]
}

function queued(queue: readonly Token[], route: Route): Token[] | null {
  const step = 1 / Math.max(1, route.length)
  const found: Token[] = []
  for (const token of queue) {
    const ahead = found[found.length - 1]
    const least = (token.width / 2 + 2) * step
    let share = Math.max(least, Math.min(token.share, ahead?.share ?? 1))
    while (ahead && touches(route.at(share), token, route.at(ahead.share), ahead)) {
      share -= step
      if (share < least) return null
    }
    found.push({ ...token, share })
  }
  return found
}

const touches = (a: Point, one: Token, b: Point, other: Token): boolean =>
  Math.abs(a.x - b.x) < (one.width + other.width) / 2 + 2 && Math.abs(a.y - b.y) < TOKEN + 2

interface Bundle {
  lead: MessageFrame
  first: number
  last: number
}

/**
 * Messages that follow each other more closely than a token is wide are one token with their range. Which ones belong
 * together depends on when they left, not on what is still under way, so that a bundle does not fall apart on its way.
 */
function bundled(messages: readonly MessageFrame[], way: Way, scene: TokenScene): Bundle[] {
  const width = (bundles: readonly Bundle[]) => Math.max(...bundles.map((b) => tokenWidth(bundleText(b, scene), way)))
  let bundles = messages.map((m) => ({ lead: m, first: m.first, last: m.last }))
  // Ranges are wider than numbers, so what has been put together may need more room still.
  for (let i = 0; i < 3 && bundles.length > 1; i++) {
    const next = bundlesBy(messages, way.route, width(bundles))
    if (next.length === bundles.length) break
    bundles = next
  }
  return bundles
}

function bundlesBy(messages: readonly MessageFrame[], route: Route, width: number): Bundle[] {
  const bundles = new Map<string, Bundle>()
  for (const m of messages) {
    const from = m.path[0]?.[0] ?? 0
    const until = m.path[m.path.length - 1]?.[0] ?? from
    const slot = ((until - from) * width) / Math.max(1, route.length)
    // On a link that is hardly longer than a token everything under way is one token.
    const place = route.length < 3 * TOKEN ? 0 : Math.floor(from / Math.max(1, slot))
    const key = m.held ? `m${m.id}` : `s${place}`
    const old = bundles.get(key)
    if (!old) bundles.set(key, { lead: m, first: m.first, last: m.last })
    else {
      old.first = Math.min(old.first, m.first)
      old.last = Math.max(old.last, m.last)
      if (m.id < old.lead.id) old.lead = m
    }
  }
  return [...bundles.values()]
}

const bundleText = (b: Bundle, scene: TokenScene) => rangeText(b.lead.from, b.first, b.last, scene)

/** Positions in a node's log, by the numbers that its cells show. */
function rangeText(node: string, first: number, last: number, scene: TokenScene): string {
  const cells = scene.nodes.get(node)?.cells ?? []
  const number = (position: number) => cells.find((c) => c.position === position)?.number ?? position
  return last > first ? `${number(first)}-${number(last)}` : String(number(first))
}

/** In the margin of a phone there is room for a narrow token only. */
const tokenWidth = (text: string, way: Way) => (way.narrow ? 16 : Math.max(TOKEN, text.length * 7.3 + 7))

function entryToken(route: Route, { bundle, text, share, width }: Token, scene: TokenScene): Shape {
  const q = route.at(share)
  const left = q.x - width / 2
  const top = q.y - TOKEN / 2
  const rim = box('rim', left - RIM, top - RIM, width + 2 * RIM, TOKEN + 2 * RIM, hue.canvas)
  const look = { origin: scene.originOf(bundle.lead.origin), fill: 'applied', number: text } as const
  const inside = cell('cell', left, top, { ...look, width: round(width), height: TOKEN })
  return group(`entries-${bundle.lead.id}`, [rim, inside], { 'data-message': bundle.lead.id })
}

function ackTokens(at: Instant, way: Way, messages: readonly MessageFrame[]): Shape[] {
  const acks = messages.filter((m) => m.kind === 'ack')
  const shapes = acks.map((m, i) => {
    const q = beside(way.route.at(along(way, m, shownShare(at, m))), LANE)
    const ring = ackRing('ring', q.x, q.y, m.word === 'applied')
    // Words of acks close behind each other would cover them: the one ahead speaks for all, until it is at the card.
    const far = (1 - shownShare(at, m)) * way.route.length > 44
    const words = i === 0 && far ? [ackWord(q.x, q.y, m.word)] : []
    return group(`ack-${m.id}`, [ring, ...words], { 'data-message': m.id })
  })
  return shapes.reverse()
}

const ackWord = (x: number, y: number, word: string): Shape =>
  label('word', x, y + 24, word, { fill: hue.ok, bold: true, anchor: 'middle', halo: hue.canvas })

/** Requests for entries, heartbeats. */
function smallTokens(at: Instant, way: Way, messages: readonly MessageFrame[]): Shape[] {
  const shapes: Shape[] = []
  for (const m of messages) {
    const q = way.route.at(along(way, m, shownShare(at, m)))
    if (m.kind === 'heartbeat') shapes.push(group(`beat-${m.id}`, [disc('dot', q.x, q.y, 3, hue.ink)]))
    if (m.kind === 'subscribe') {
      const ring = disc('ring', q.x, q.y, 5, hue.canvas, { stroke: hue.ink, 'stroke-width': 2 })
      const plate = disc('rim', q.x, q.y, 8, hue.canvas)
      shapes.push(group(`subscribe-${m.id}`, [plate, ring], { 'data-message': m.id }))
    }
  }
  return shapes
}

/** Flights too short to be followed light up their link and are counted. */
function pulse(at: Instant, way: Way, messages: readonly MessageFrame[]): Shape[] {
  const inFlight = messages.filter((m) => m.kind === 'entries' && isPulse(at, m))
  const window = (PULSE_MS / 1000) * at.view.usPerSecond
  let count = 0
  let youngest = Number.POSITIVE_INFINITY
  for (const m of inFlight) {
    count += m.last - m.first + 1
    youngest = 0
  }
  if (way.link.oneWayUs < window) {
    for (const fact of at.frame.recent) {
      if (fact.kind !== 'entries-received' || fact.at !== way.to.id || fact.args.peer !== way.from.id) continue
      const age = at.time - fact.t
      if (age < 0 || age >= window) continue
      count += (fact.args.to ?? 0) - (fact.args.from ?? 0) + 1
      youngest = Math.min(youngest, age)
    }
  }
  if (count === 0) return []
  const q = way.route.at(0.5)
  const strength = at.view.reducedMotion ? 1 : 1 - youngest / window
  return [
    group(`pulse-${way.link.id}`, [
      line('glow', way.route.d, 'var(--A)', 5, { opacity: round(0.35 + 0.55 * strength) }),
      label('count', q.x, q.y + 4, `×${count}`, { bold: true, mono: true, anchor: 'middle', halo: hue.canvas }),
    ]),
  ]
}

const DROPPED_MS = 600

/** Messages that were lost on their way: hollow, with a small cross, where it happened. */
export function drops(at: Instant, scene: TokenScene): Shape[] {
  const shapes: Shape[] = []
  for (const { id, t, at: link, kind, args } of at.frame.recent) {
    if (kind !== 'dropped' || !stands(at, t, DROPPED_MS)) continue
    const way = scene.ways.find((w) => w.link.id === link)
    if (!way || (args.reason !== 'entries' && args.reason !== 'ack')) continue
    const gone = (args.place ?? 500_000) / 1_000_000
    const toSlave = args.peer === way.to.id
    const q = way.route.at(toSlave ? gone : 1 - gone)
    const where = toSlave ? q : beside(q, LANE)
    // Readable first, then it goes.
    const opacity = at.view.reducedMotion ? 1 : Math.min(1, 2 - 1.8 * linear(at, t, DROPPED_MS))
    const what = toSlave
      ? hollow(args, way, scene)
      : disc('ring', 0, 0, 8, hue.canvas, { stroke: hue.ok, 'stroke-width': 1.5 })
    const cross = line('cross', 'M6 6l8 8m0 -8l-8 8', hue.crit, 2)
    shapes.push(placed(`dropped-${id}`, where.x, where.y, [what, cross], { opacity: round(opacity) }))
  }
  return shapes
}

function hollow(args: Fact['args'], way: Way, scene: TokenScene): Shape {
  const first = args.from ?? 0
  const text = rangeText(way.from.id, first, args.to ?? first, scene)
  const width = tokenWidth(text, way)
  const origin = scene.nodes.get(way.from.id)?.cells.find((c) => c.position === first)?.origin ?? way.from.id
  const look = { origin: scene.originOf(origin), fill: 'bare', number: text, ground: hue.canvas } as const
  return cell('cell', -width / 2, -TOKEN / 2, { ...look, width: round(width), height: TOKEN })
}
