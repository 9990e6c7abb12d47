import { arc } from 'd3'
import type { ClientFrame, MessageFrame } from '../../engine/index.ts'
import { cross, hue } from '../glyphs/index.ts'
import { area, disc, group, label, line, p, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { shareAt } from './flight.ts'
import { type Box, CLIENT_RADIUS, type Layout } from './layout.ts'
import { captions, outcomeWord, waiting } from '../../words/index.ts'
import { arrowhead, beside, type Route, route, straight } from './route.ts'
import type { Point } from './view.ts'

/**
 * Clients: a circle, an arrow with the number of the write, an arrow back with what it was told, and an arc that grows
 * while it waits and is full when it gives up. Beside the first master the arrows are short; to a master elsewhere
 * they go over the top.
 */
export interface ClientScene {
  layout: Layout
  place(id: string): Point
  cardOf(node: string): { box: Box; height: number } | null
}

const ARC = 20.5
/** Words about waiting come when a tenth of the patience is gone. */
const WORTH_SAYING = 0.1

export function clients(at: Instant, scene: ClientScene): Shape[] {
  const shown = at.frame.clients.filter((c) => scene.layout.clients.has(c.id))
  const shapes = shown.flatMap((c) => exchange(at, c, scene))
  for (const c of shown) shapes.push(circleOf(at, c, scene.place(c.id)))
  return [...shapes, ...words(at, shown, scene)]
}

function circleOf(at: Instant, client: ClientFrame, place: Point): Shape {
  const { x, y } = place
  const selected = at.view.selected === client.id || at.view.focused === client.id
  const shapes = [
    disc('ground', x, y, CLIENT_RADIUS, hue.canvas, { stroke: hue.ink, 'stroke-width': selected ? 3.5 : 2 }),
    label('id', x, y + 4.6, shortId(client.id), { size: 13, bold: true, mono: true, anchor: 'middle' }),
  ]
  const waited = patience(at, client)
  if (waited > 0.002) shapes.push(area('waiting', waitingArc(x, y, waited), hue.warn))
  return group(`client-${client.id}`, shapes, { 'data-client': client.id, style: 'cursor:pointer' })
}

/** What fits into the circle: "c1"; of a longer id its first letter and its last digit. */
const shortId = (id: string): string => (id.length <= 2 ? id : `${id[0]}${/\d$/.exec(id)?.[0] ?? id[1]}`)

/** Share of the client's patience that is used up. */
function patience(at: Instant, client: ClientFrame): number {
  if (client.waitingSince === null) return 0
  const whole = (client.givesUpAt ?? at.time) - client.waitingSince
  return whole > 0 ? Math.max(0, Math.min(1, (at.time - client.waitingSince) / whole)) : 0
}

const ring = arc<number>()
  .innerRadius(ARC - 1.5)
  .outerRadius(ARC + 1.5)
  .startAngle(0)
  .endAngle((share) => share * 2 * Math.PI)
  .digits(2)

const waitingArc = (x: number, y: number, share: number): string => shiftPath(ring(share) ?? '', x, y)

/** d3's arcs stand around (0, 0): moves their absolute coordinates. */
function shiftPath(d: string, x: number, y: number): string {
  return d.replace(
    /([ML])(-?[\d.]+),(-?[\d.]+)|(A[^,]+,[^,]+,[^,]+,[^,]+,[^,]+),(-?[\d.]+),(-?[\d.]+)/g,
    (_, c, mx, my, a, ax, ay) =>
      c ? p`${Number(mx) + x} ${Number(my) + y}`.replace(/^/, c) : `${a},${p`${Number(ax) + x},${Number(ay) + y}`}`,
  )
}

interface Lanes {
  request: Route
  reply: Route
  /** Both lanes are short: arrows grow, nothing rides on them. */
  short: boolean
}

/** The ways of request and reply between a client and its target. */
export function lanes(place: Point, box: Box, height: number, ceiling: number): Lanes {
  const near = box.x - place.x < 140 && box.x > place.x + CLIENT_RADIUS
  if (near) {
    const y = Math.max(box.y + 18, Math.min(box.y + height - 18, place.y))
    const go = (dy: number): [Point, Point] => [
      { x: place.x + 20, y: place.y + dy },
      { x: box.x - 2, y: y + dy },
    ]
    const [a, b] = go(-6)
    const [c, d] = go(6)
    return { request: sCurve(a, b), reply: sCurve(d, c), short: true }
  }
  const over = far(place, box, ceiling)
  const back = far(place, box, ceiling)
  return { request: over, reply: back, short: false }
}

const sCurve = (a: Point, b: Point): Route => {
  if (a.y === b.y) return straight(a, b)
  const middle = (a.x + b.x) / 2
  return route([[a, { x: middle, y: a.y }, { x: middle, y: b.y }, b]])
}

/** Over the top of the old master, then to the new one's header. */
function far(place: Point, box: Box, ceiling: number): Route {
  const y = box.y + 15
  const start = { x: place.x, y: place.y - CLIENT_RADIUS - 6 }
  const corner = { x: place.x + 44, y: ceiling }
  const turn = { x: box.x - (Math.abs(y - ceiling) < 80 ? 60 : 14), y: ceiling }
  const end = { x: box.x - 1, y }
  const steep = Math.abs(y - ceiling) >= 80
  return route([
    [start, { x: start.x, y: ceiling + 10 }, { x: place.x + 12, y: ceiling }, corner],
    [
      corner,
      { x: corner.x + (turn.x - corner.x) / 3, y: ceiling },
      { x: corner.x + ((turn.x - corner.x) * 2) / 3, y: ceiling },
      turn,
    ],
    steep
      ? [turn, { x: box.x - 6, y: ceiling }, { x: box.x - 12, y }, end]
      : [turn, { x: turn.x + 24, y: ceiling }, { x: turn.x + 26, y }, end],
  ])
}

function exchange(at: Instant, client: ClientFrame, scene: ClientScene): Shape[] {
  const target = scene.cardOf(client.target)
  if (!target) return []
  const place = scene.place(client.id)
  const { request, reply, short } = lanes(place, target.box, target.height, ceilingOf(scene))
  const node = at.frame.nodes.find((n) => n.id === client.target)
  const linked = at.frame.links.find(
    (l) =>
      l.kind === 'client' &&
      (l.a === client.id || l.b === client.id) &&
      (l.a === client.target || l.b === client.target),
  )
  const broken = node?.process !== 'up' || (linked !== undefined && linked.state !== 'up')
  const mine = at.frame.messages.filter((m) => m.from === client.id || m.to === client.id)
  const writes = mine.filter((m) => m.kind === 'write')
  const replies = mine.filter((m) => m.kind === 'reply')
  const inside =
    broken && mine.length === 0
      ? silent(place, target.box, short, request)
      : short
        ? shortArrows(at, client, request, reply, writes, replies)
        : longArrows(at, request, writes, replies)
  return [group(`exchange-${client.id}`, inside, { 'data-exchange': client.id })]
}

/** Nobody is there: a dotted stub. */
function silent(place: Point, box: Box, short: boolean, over: Route): Shape[] {
  const d = short ? p`M${place.x + 20} ${place.y}H${box.x - 6}` : over.d
  return [line('silent', d, hue.stale, 1.5, { 'stroke-dasharray': '2 5' })]
}

/** The number of the youngest write and, once it is there, what the client was told. */
function shortArrows(
  at: Instant,
  client: ClientFrame,
  request: Route,
  reply: Route,
  writes: readonly MessageFrame[],
  replies: readonly MessageFrame[],
): Shape[] {
  const going = writes[writes.length - 1]
  const coming = replies[replies.length - 1]
  const asked = going?.write ?? (client.state === 'waiting' ? undefined : client.last?.write)
  const share = going && !at.view.reducedMotion ? shareAt(going, at.time) : 1
  const shapes: Shape[] = []
  const open = going !== undefined || client.pending > 0 || client.last !== null
  if (open) shapes.push(...arrow('request', request, share))
  const number = going?.write ?? coming?.write ?? asked
  if (open && number !== undefined) shapes.push(above(request, String(number)))
  if (going) return shapes
  const told = coming ? { outcome: coming.word, share: at.view.reducedMotion ? 1 : shareAt(coming, at.time) } : null
  const last = client.pending === 0 && client.last ? { outcome: client.last.outcome, share: 1 } : null
  const answer = told ?? last
  if (answer) shapes.push(...replyArrow(reply, answer.outcome, answer.share))
  return shapes
}

const above = (way: Route, text: string): Shape => {
  const q = way.at(0.5)
  return label('number', q.x, q.y - 8, text, { bold: true, mono: true, anchor: 'middle' })
}

function replyArrow(way: Route, outcome: string, share: number): Shape[] {
  const q = way.at(0.5)
  const bad = outcome !== 'ok' && outcome !== 'OK'
  const paint = bad ? hue.crit : hue.ink
  if (outcome === 'unknown') return [cross('reply', q.x, q.y + 2, 8, hue.crit, 2)]
  return [
    ...arrow('reply', way, share, paint),
    label('word', q.x, q.y + 18, wordOf(outcome), { bold: true, anchor: 'middle', fill: paint }),
  ]
}

type Outcome = Parameters<typeof outcomeWord>[0]
const wordOf = (outcome: string): string => outcomeWord(outcome.toLowerCase() as Outcome)

/** A line as far as it has got, its head in front. */
function arrow(key: string, way: Route, share: number, paint: string = hue.ink): Shape[] {
  const tip = way.at(share)
  if (share * way.length < 3) return []
  const body = way.at(Math.max(0, share - 6 / way.length))
  const start = way.at(0)
  const d =
    Math.abs(start.y - tip.y) < 0.5
      ? p`M${start.x} ${start.y}H${body.x}`
      : share >= 1
        ? way.d
        : p`M${start.x} ${start.y}L${body.x} ${body.y}`
  return [line(key, d, paint, 2), area(`${key}-head`, arrowhead(tip, 8, 4.5), paint)]
}

/** The long way: one line, on which writes and answers ride with their number or word beside them. */
function longArrows(
  at: Instant,
  way: Route,
  writes: readonly MessageFrame[],
  replies: readonly MessageFrame[],
): Shape[] {
  const shapes: Shape[] = [line('way', way.d, hue.ink, 1.5), area('head', arrowhead(way.at(1)), hue.ink)]
  const rider = (m: MessageFrame, text: string, back: boolean, paint: string) => {
    const share = at.view.reducedMotion ? 0.5 : shareAt(m, at.time)
    const q = way.at(back ? 1 - share : share)
    const words = beside(q, back ? 14 : -12)
    return group(
      `${m.kind}-${m.id}`,
      [
        disc('rim', q.x, q.y, 7, hue.canvas),
        back
          ? disc('dot', q.x, q.y, 4, hue.canvas, { stroke: paint, 'stroke-width': 2 })
          : disc('dot', q.x, q.y, 4.5, paint),
        label('word', words.x, words.y + 4, text, {
          bold: true,
          mono: !back,
          anchor: 'middle',
          fill: paint,
          halo: hue.canvas,
        }),
      ],
      { 'data-message': m.id },
    )
  }
  for (const m of writes) shapes.push(rider(m, String(m.write), false, hue.ink))
  for (const m of replies) {
    const bad = m.word !== 'ok' && m.word !== 'OK'
    shapes.push(rider(m, wordOf(m.word), true, bad ? hue.crit : hue.ink))
  }
  return shapes
}

function ceilingOf(scene: ClientScene): number {
  let top = Number.POSITIVE_INFINITY
  for (const [id, place] of scene.layout.clients) if (scene.layout.clients.has(id)) top = Math.min(top, place.y)
  const first = [...scene.layout.cards.values()][0]
  return Math.min(first ? first.y - 34 : top, top - 52)
}

/** Under the lowest client: who it is while all is well, how long somebody waits when not. */
function words(at: Instant, shown: readonly ClientFrame[], scene: ClientScene): Shape[] {
  if (shown.length === 0) return []
  const places = shown.map((c) => scene.place(c.id))
  const lowest = places.reduce((a, b) => (b.y > a.y ? b : a))
  const idle = shown.filter((c) => c.waitingSince !== null && patience(at, c) >= WORTH_SAYING)
  const since = Math.min(...idle.map((c) => c.waitingSince ?? at.time))
  const word = (key: string, dy: number, text: string, fill: string, mono: boolean) =>
    label(key, lowest.x, lowest.y + dy, text, { fill, anchor: 'middle', mono })
  if (idle.length > 0) {
    return [
      word('waiting', 39, waiting.word, hue.muted, false),
      word('waited', 55, waiting.since(at.time - since), hue.ink, true),
    ]
  }
  return shown.length === 1 ? [word('client', 36, captions.client, hue.muted, false)] : []
}
