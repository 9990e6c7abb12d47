import type { MessageFrame, NodeFrame } from '../../engine/index.ts'
import { ackRing, at as placed, cell, hue, type Origin } from '../glyphs/index.ts'
import { box, disc, group, label, line, p, round, type Shape } from '../picture/index.ts'
import { type Instant, linear } from './effect.ts'
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
  const { route } = way
  const entries = messages.filter((m) => m.kind === 'entries')
  const drawn = bundled(entries, way, scene).map((b) => ({ b, share: along(way, b.lead, shownShare(at, b.lead)) }))
  drawn.sort((a, b) => b.share - a.share || a.b.lead.id - b.b.lead.id)
  const shapes: Shape[] = []
  let ahead: { place: Point; share: number; width: number } | null = null
  for (let i = 0; i < drawn.length; i++) {
    let { b, share } = drawn[i]!
    // Held tokens queue up behind the one ahead; moving ones stand where time puts them.
    if (b.lead.held && ahead) {
      const room = queuedShare(route, share, ahead, tokenWidth(bundleText(b, scene), way))
      if (room === null) {
        b = { ...b, last: Math.max(b.last, ...drawn.slice(i).map((d) => d.b.last)) }
        const width = tokenWidth(bundleText(b, scene), way)
        shapes.push(entryToken(route, (width / 2 + 2) / route.length, b, width, scene))
        break
      }
      share = room
    }
    const width = tokenWidth(bundleText(b, scene), way)
    shapes.push(entryToken(route, share, b, width, scene))
    ahead = { place: route.at(share), share, width }
  }
  // The one ahead is drawn last, above those behind it.
  return shapes.reverse()
}

/** The place behind a held token at which another one does not touch it; null when the way is full. */
function queuedShare(
  route: Route,
  wanted: number,
  ahead: { place: Point; share: number; width: number },
  width: number,
): number | null {
  const step = 1 / Math.max(1, route.length)
  const first = (width / 2 + 2) * step
  for (let share = Math.min(wanted, ahead.share); share >= first; share -= step) {
    const q = route.at(share)
    const beside = Math.abs(q.x - ahead.place.x) >= (width + ahead.width) / 2 + 2
    if (beside || Math.abs(q.y - ahead.place.y) >= TOKEN + 2) return share
  }
  return null
}

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

function bundleText(b: Bundle, scene: TokenScene): string {
  const cells = scene.nodes.get(b.lead.from)?.cells ?? []
  const number = (position: number) => cells.find((c) => c.position === position)?.number ?? position
  const first = number(b.first)
  const last = number(b.last)
  return b.last > b.first ? `${first}-${last}` : String(first)
}

/** In the margin of a phone there is room for a narrow token only. */
const tokenWidth = (text: string, way: Way) => (way.narrow ? 16 : Math.max(TOKEN, text.length * 7.3 + 7))

function entryToken(route: Route, share: number, b: Bundle, width: number, scene: TokenScene): Shape {
  const q = route.at(share)
  const text = bundleText(b, scene)
  const left = q.x - width / 2
  const top = q.y - TOKEN / 2
  return group(
    `entries-${b.lead.id}`,
    [
      box('rim', left - RIM, top - RIM, width + 2 * RIM, TOKEN + 2 * RIM, hue.canvas),
      cell('cell', left, top, {
        origin: scene.originOf(b.lead.origin),
        fill: 'applied',
        number: text,
        width: round(width),
        height: TOKEN,
      }),
    ],
    { 'data-message': b.lead.id },
  )
}

function ackTokens(at: Instant, way: Way, messages: readonly MessageFrame[]): Shape[] {
  const acks = messages.filter((m) => m.kind === 'ack')
  const shapes = acks.map((m, i) => {
    const q = beside(way.route.at(along(way, m, shownShare(at, m))), LANE)
    const ring = ackRing('ring', q.x, q.y, m.word === 'applied')
    // Words of acks close behind each other would cover them: the one ahead speaks for all.
    const words = i === 0 ? [ackWord(q.x, q.y, m.word)] : []
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
export function drops(at: Instant, ways: readonly Way[], anyRoute: (link: string) => Route | null): Shape[] {
  const shapes: Shape[] = []
  for (const fact of at.frame.recent) {
    if (fact.kind !== 'dropped') continue
    const share = linear(at, fact.t, DROPPED_MS)
    if (at.time < fact.t || (share >= 1 && !at.view.reducedMotion)) continue
    const way = ways.find((w) => w.link.id === fact.at)
    const route = way?.route ?? anyRoute(fact.at)
    if (!route) continue
    const link = at.frame.links.find((l) => l.id === fact.at)
    const went = link && fact.args.us !== undefined ? fact.args.us / Math.max(1, link.oneWayUs) : 0.5
    const forward = fact.args.peer === undefined || fact.args.peer === link?.to
    const q = route.at(forward ? went : 1 - went)
    shapes.push(droppedToken(`dropped-${fact.id}`, q.x, q.y, fact.args.from, 1 - share))
  }
  return shapes
}

function droppedToken(key: string, x: number, y: number, number: number | undefined, opacity: number): Shape {
  const shapes =
    number === undefined
      ? []
      : [
          cell('cell', -11, -11, {
            origin: 'A',
            fill: 'bare',
            number: String(number),
            width: TOKEN,
            height: TOKEN,
            ground: hue.canvas,
          }),
        ]
  shapes.push(line('cross', p`M5 5l8 8m0 -8l-8 8`, hue.crit, 2))
  return placed(key, x, y, shapes, { opacity: round(Math.max(0.25, opacity)) })
}
