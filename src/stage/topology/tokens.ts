import type { MessageFrame } from '../../engine/index.ts'
import { ackRing, hue } from '../glyphs/index.ts'
import { box, disc, group, label, line, p, round, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { entryTokens } from './entryTokens.ts'
import { isPulse, shownShare } from './flight.ts'
import { HIT, messageAttributes, messageMarks } from './messageMarks.ts'
import { pulseCount } from './phrases.ts'
import { beside } from './route.ts'
import { along, LANE, type TokenScene } from './travel.ts'
import type { Point } from './view.ts'
import type { Way } from './ways.ts'

/**
 * What is under way between nodes. Entries travel as the cell they will be, acknowledgements as a ring on a lane of
 * their own beside the link, requests and heartbeats as small signs; what is too quick to be followed is a pulse.
 */
const PULSE_MS = 160
/** How far an acknowledgement must be from the card it left for its word to stand beside that card. */
const LEFT = 52

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

function ackTokens(at: Instant, way: Way, messages: readonly MessageFrame[]): Shape[] {
  const acks = messages.filter((m) => m.kind === 'ack')
  const shapes = acks.map((m, i) => {
    const on = way.route.at(along(way, m, shownShare(at, m)))
    // In the margin of a phone there is no room beside the link.
    const q = way.narrow ? on : beside(on, LANE)
    const ring = ackRing('ring', q.x, q.y, m.word === 'applied')
    const hit = disc('hit', q.x, q.y, HIT, 'none', { stroke: 'transparent', 'pointer-events': 'all' })
    // Words of acks close behind each other would cover them: the one ahead speaks for all, until it is at the card.
    const gone = shownShare(at, m) * way.route.length
    const upright = Math.abs(on.dy) > 0.9
    // Nor do they stand on the card that it leaves.
    const clear = gone > LEFT && (way.route.length - gone > 44 || upright)
    const words = i === 0 && !way.narrow && clear ? [ackWord(q, upright, m.word)] : []
    return group(`ack-${m.id}`, [hit, ring, ...words, ...messageMarks(at, m, q.x, q.y, 10)], messageAttributes(m))
  })
  return shapes.reverse()
}

/** Under the ring; beside an upright lane, on the side away from the link. */
const ackWord = (q: Point, upright: boolean, word: string): Shape => {
  const how = { fill: hue.ok, bold: true, halo: hue.canvas } as const
  return upright
    ? label('word', q.x - 14, q.y + 4, word, { ...how, anchor: 'end' })
    : label('word', q.x, q.y + 24, word, { ...how, anchor: 'middle' })
}

/** Requests for entries, heartbeats, copies of data. */
function smallTokens(at: Instant, way: Way, messages: readonly MessageFrame[]): Shape[] {
  const shapes: Shape[] = []
  for (const m of messages) {
    const q = way.route.at(along(way, m, shownShare(at, m)))
    const hit = disc('hit', q.x, q.y, HIT, 'none', { stroke: 'transparent', 'pointer-events': 'all' })
    const marks = messageMarks(at, m, q.x, q.y, 8)
    if (m.kind === 'heartbeat') {
      shapes.push(group(`beat-${m.id}`, [hit, disc('dot', q.x, q.y, 3, hue.ink), ...marks], messageAttributes(m)))
    }
    if (m.kind === 'snapshot')
      shapes.push(
        group(`snapshot-${m.id}`, [hit, ...table(q), ...messageMarks(at, m, q.x, q.y, 16)], messageAttributes(m)),
      )
    if (m.kind === 'subscribe') {
      const ring = disc('ring', q.x, q.y, 5, hue.canvas, { stroke: hue.ink, 'stroke-width': 2 })
      const plate = disc('rim', q.x, q.y, 8, hue.canvas)
      shapes.push(group(`subscribe-${m.id}`, [hit, plate, ring, ...marks], messageAttributes(m)))
    }
  }
  return shapes
}

/** All rows of a node, on their way to another. */
const table = ({ x, y }: Point): Shape[] => [
  box('rim', x - 15, y - 11, 30, 22, hue.canvas, { rx: 4 }),
  box('data', x - 12, y - 8, 24, 16, hue.canvas, { rx: 2, stroke: hue.ink, 'stroke-width': 1.5 }),
  line('rows', p`M${x - 12} ${y - 3}h24M${x - 12} ${y + 2.5}h24M${x - 4} ${y - 8}v16`, hue.ink, 1),
]

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
      label('count', q.x, q.y + 4, pulseCount(count), { bold: true, mono: true, anchor: 'middle', halo: hue.canvas }),
    ]),
  ]
}
