import type { Fact, MessageFrame } from '../../engine/index.ts'
import { ackRing, hue } from '../glyphs/index.ts'
import { box, disc, group, label, line, round, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { entryTokens } from './entryTokens.ts'
import { isPulse, shownShare } from './flight.ts'
import { hit, messageMarks, travelling } from './messageMarks.ts'
import { packs } from './packs.ts'
import { pulseCount } from './phrases.ts'
import { beside } from './route.ts'
import { along, LANE, type TokenScene } from './travel.ts'
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
    // What comes the other way is no part of the same queue.
    const senders = way.link.both ? [way.to.id, way.from.id] : [null]
    for (const from of senders)
      shapes.push(...entryTokens(at, way, from === null ? seen : seen.filter((m) => m.from === from), scene))
    shapes.push(...ackTokens(at, way, seen))
  }
  return shapes
}

function ackTokens(at: Instant, way: Way, messages: readonly MessageFrame[]): Shape[] {
  const coming = messages.filter((m) => m.kind === 'ack')
  const shapes = coming.map((m, i) => {
    const on = way.route.at(along(way, m, shownShare(at, m)))
    // In the margin of a phone there is no room beside the link.
    const q = way.narrow ? on : beside(on, LANE)
    // Words of acks close behind each other would cover them: the one ahead speaks for all, until it is at the card.
    const gone = shownShare(at, m) * way.route.length
    const upright = Math.abs(on.dy) > 0.9
    // Nor do they stand on the card that it leaves.
    const clear = gone > LEFT && (way.route.length - gone > 44 || upright)
    const place = i === 0 && !way.narrow && clear && (upright ? 'beside' : 'below')
    return travelling(`ack-${m.id}`, q, ack(m.word, place), messageMarks(at, m, 10), m)
  })
  return shapes.reverse()
}

const acks = new Map<string, Shape[]>()

/** The ring with its word: below; beside an upright lane, on the side away from the link. */
function ack(word: string, worded: 'beside' | 'below' | false): Shape[] {
  const key = `${word} ${worded}`
  let shapes = acks.get(key)
  if (!shapes) {
    const how = { fill: hue.ok, bold: true, halo: hue.canvas } as const
    shapes = [hit, ackRing('ring', 0, 0, word === 'applied')]
    if (worded === 'beside') shapes.push(label('word', -14, 4, word, { ...how, anchor: 'end' }))
    if (worded === 'below') shapes.push(label('word', 0, 24, word, { ...how, anchor: 'middle' }))
    acks.set(key, shapes)
  }
  return shapes
}

export interface SmallToken {
  key: string
  shapes: Shape[]
  /** How far it reaches from its middle. */
  reach: number
}

/** Requests for entries, heartbeats, copies of data: all rows of a node, on their way to another. */
const SMALL: Partial<Record<MessageFrame['kind'], SmallToken>> = {
  heartbeat: { key: 'beat', shapes: [hit, disc('dot', 0, 0, 3, hue.ink)], reach: 8 },
  subscribe: {
    key: 'subscribe',
    shapes: [
      hit,
      disc('rim', 0, 0, 8, hue.canvas),
      disc('ring', 0, 0, 5, hue.canvas, { stroke: hue.ink, 'stroke-width': 2 }),
    ],
    reach: 8,
  },
  snapshot: {
    key: 'snapshot',
    shapes: [
      hit,
      box('rim', -15, -11, 30, 22, hue.canvas, { rx: 4 }),
      box('data', -12, -8, 24, 16, hue.canvas, { rx: 2, stroke: hue.ink, 'stroke-width': 1.5 }),
      line('rows', 'M-12 -3h24M-12 2.5h24M-4 -8v16', hue.ink, 1),
    ],
    reach: 16,
  },
}

function smallTokens(at: Instant, way: Way, messages: readonly MessageFrame[]): Shape[] {
  const shapes: Shape[] = []
  for (const m of messages) {
    const small = SMALL[m.kind] ?? (at.frame.multiMaster ? packs.masters.small(m) : null)
    if (!small) continue
    const q = way.route.at(along(way, m, shownShare(at, m)))
    // In the margin of a phone the band of a copy says where it is.
    const inside = way.narrow && m.kind === 'snapshot' ? [hit] : small.shapes
    shapes.push(travelling(`${small.key}-${m.id}`, q, inside, messageMarks(at, m, small.reach), m))
  }
  return shapes
}

/** Did that come over this way? */
const isOn = ({ link, from, to }: Way, { at, args }: Fact): boolean =>
  (at === to.id && args.peer === from.id) || (link.both === true && at === from.id && args.peer === to.id)

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
      if (fact.kind !== 'entries-received' || !isOn(way, fact)) continue
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
