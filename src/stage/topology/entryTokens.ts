import type { MessageFrame } from '../../engine/index.ts'
import { cell, hue, type Origin } from '../glyphs/index.ts'
import { box, round, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { shownShare, standsAtStart, wasLost } from './flight.ts'
import { messageMarks, travelling } from './messageMarks.ts'
import { along, rangeText, TOKEN, type TokenScene, tokenWidth } from './travel.ts'
import type { Point } from './view.ts'
import type { Way } from './ways.ts'

/**
 * Entries under way: the cell that they will be, at the place where time puts it. Held ones queue up side by side; what
 * follows too closely to be drawn apart is one token with its range.
 */
const RIM = 3

export function entryTokens(at: Instant, way: Way, messages: readonly MessageFrame[], scene: TokenScene): Shape[] {
  const entries = messages.filter((m) => m.kind === 'entries')
  const standing = entries.filter((m) => standsAtStart(m, at.time))
  const going = standing.length > 0 ? entries.filter((m) => !standsAtStart(m, at.time)) : entries
  const placed = bundled(going, way, scene, at.view.reducedMotion).map((bundle) => {
    const text = bundleText(bundle, scene)
    const share = along(way, bundle.lead, shownShare(at, bundle.lead))
    return { bundle, text, share, width: tokenWidth(text, way) }
  })
  placed.sort((a, b) => b.share - a.share || a.bundle.lead.id - b.bundle.lead.id)
  const moving = placed.filter((t) => !t.bundle.lead.held)
  const held = placed.filter((t) => t.bundle.lead.held)
  const shapes = [...pile(held, way, scene), ...moving, ...queue(standing, way, scene)].map((token) =>
    entryToken(at, way, token, scene),
  )
  // The one ahead is drawn last, above those behind it.
  return shapes.reverse()
}

/** What has not left yet is one token with its range, just outside the sender. */
function queue(standing: readonly MessageFrame[], way: Way, scene: TokenScene): Token[] {
  const lead = standing[0]
  if (!lead) return []
  const first = Math.min(...standing.map((m) => m.first))
  const last = Math.max(...standing.map((m) => m.last))
  const bundle = { lead, first, last }
  const text = bundleText(bundle, scene)
  const width = tokenWidth(text, way)
  const share = Math.min(0.5, (width / 2 + 5) / Math.max(1, way.route.length))
  return [{ bundle, text, share: along(way, lead, share), width, waits: wasLost(lead, way.link) }]
}

interface Token {
  /** Was lost, and is to be sent again. */
  waits?: boolean
  bundle: Bundle
  text: string
  share: number
  width: number
}

/**
 * Held tokens queue up behind the first, side by side. Those for which there is no room are one token with a range; where
 * there is no room beside the first either, as on a short link from card to card, all of them are.
 */
function pile(held: readonly Token[], way: Way, scene: TokenScene): Token[] {
  const first = held[0]
  if (!first) return []
  for (let singles = held.length; singles > 0; singles--) {
    const rest = held.slice(singles)
    const fitting = queued([...held.slice(0, singles), ...(rest[0] ? [together(rest[0], rest, way, scene)] : [])], way)
    if (fitting) return fitting
  }
  const all = together(first, held, way, scene)
  return queued([all], way) ?? [{ ...all, share: 0.5 }]
}

function together(lead: Token, all: readonly Token[], way: Way, scene: TokenScene): Token {
  const bundle = { ...lead.bundle, last: all[all.length - 1]!.bundle.last }
  const text = bundleText(bundle, scene)
  return { ...lead, bundle, text, width: tokenWidth(text, way) }
}

function queued(queue: readonly Token[], { route }: Way): Token[] | null {
  const step = 1 / Math.max(1, route.length)
  const [start, end] = [route.at(0), route.at(1)]
  const upright = Math.abs(end.y - start.y) > Math.abs(end.x - start.x)
  const found: Token[] = []
  for (const token of queue) {
    const ahead = found[found.length - 1]
    // Outside the card that it has left, and not on the one that it goes to.
    const least = ((upright ? TOKEN : token.width) / 2 + 2) * step
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
function bundled(messages: readonly MessageFrame[], way: Way, scene: TokenScene, still: boolean): Bundle[] {
  const width = (bundles: readonly Bundle[]) => Math.max(...bundles.map((b) => tokenWidth(bundleText(b, scene), way)))
  let bundles = messages.map((m) => ({ lead: m, first: m.first, last: m.last }))
  // Ranges are wider than numbers, so what has been put together may need more room still.
  for (let i = 0; i < 3 && bundles.length > 1; i++) {
    const next = bundlesBy(messages, way, width(bundles), still)
    if (next.length === bundles.length) break
    bundles = next
  }
  return bundles
}

function bundlesBy(messages: readonly MessageFrame[], way: Way, width: number, still: boolean): Bundle[] {
  const { route } = way
  const bundles = new Map<string, Bundle>()
  /** What left together goes together, though a delay of its own may make one of them a little slower. */
  const places = new Map<number, number>()
  for (const m of messages) {
    const { left, wholeUs } = pace(m)
    const slot = Math.max(1, (wholeUs * width) / Math.max(1, route.length))
    // On a link that is hardly longer than a token, and where nothing moves, everything under way is one token.
    const place = still || route.length < 3 * TOKEN ? 0 : (places.get(left) ?? Math.floor(left / slot))
    places.set(left, place)
    // Numbers count for one origin only: what several masters wrote is never one range.
    const key = m.held ? `m${m.id}` : `s${place} ${way.link.both === undefined ? '' : m.origin}`
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

/**
 * When it would have left to be where it is, had nothing held it up, and how long its whole way takes at its present
 * speed: what a silent link has held and lets go is from then on as if it had left at one time.
 */
function pace({ path }: MessageFrame): { left: number; wholeUs: number } {
  const [t1, f1] = path[path.length - 1] ?? [0, 1]
  const [t0, f0] = path[path.length - 2] ?? [t1, 0]
  if (f1 <= f0) return { left: t0, wholeUs: 0 }
  const wholeUs = (t1 - t0) / (f1 - f0)
  return { left: Math.round(t0 - f0 * wholeUs), wholeUs }
}

const bundleText = (b: Bundle, scene: TokenScene) => rangeText(b.lead.from, b.first, b.last, scene)

function entryToken(
  at: Instant,
  { route }: Way,
  { bundle, text, share, width, waits }: Token,
  scene: TokenScene,
): Shape {
  const { lead } = bundle
  const beat = bundle.first === bundle.last && isHeartbeat(lead, scene)
  const inside = plate(scene.originOf(lead.origin), waits ? 'waiting' : 'applied', text, round(width), beat)
  const marks = messageMarks(at, waits ? { ...lead, resent: 1 } : lead, TOKEN / 2)
  return travelling(`entries-${lead.id}`, route.at(share), inside, marks, lead)
}

/** Is that entry the master's heartbeat row? */
const isHeartbeat = ({ from, first }: MessageFrame, { nodes }: TokenScene): boolean =>
  nodes.get(from)?.cells.some((c) => c.position === first && c.heartbeat) ?? false

const plates = new Map<string, Shape[]>()

/** The cell on its way, around its middle: the same shapes for the same look, so that only its place is written. */
function plate(origin: Origin, fill: 'waiting' | 'applied', number: string, width: number, beat: boolean): Shape[] {
  const key = `${origin} ${fill} ${number} ${width} ${beat}`
  let shapes = plates.get(key)
  if (!shapes) {
    if (plates.size > 500) plates.clear()
    const [left, top] = [-width / 2, -TOKEN / 2]
    const rim = box('rim', left - RIM, top - RIM, width + 2 * RIM, TOKEN + 2 * RIM, hue.canvas)
    const look = { origin, ground: hue.canvas, fill, number, width, height: TOKEN, beat } as const
    shapes = [rim, cell('cell', left, top, look)]
    plates.set(key, shapes)
  }
  return shapes
}
