import type { ClientFrame, Frame, MessageFrame } from '../../engine/index.ts'
import { captions, outcomeWord, waiting } from '../../words/index.ts'
import { cross, hue, at as placed } from '../glyphs/index.ts'
import { area, disc, group, label, line, p, type Shape } from '../picture/index.ts'
import { type ClientPlaces, clientWays } from './clientWays.ts'
import type { Instant } from './effect.ts'
import { shareAt } from './flight.ts'
import { focusRing } from './focusRing.ts'
import { type Box, CLIENT_RADIUS } from './layout.ts'
import { arrowhead, beside, type Route } from './route.ts'
import type { Point } from './view.ts'

/**
 * Clients: a circle, an arrow with the number of the write, an arrow back with what it was told, and an arc that grows
 * while it waits and is full when it gives up.
 */
export interface ClientScene extends ClientPlaces {
  cardOf(node: string): { box: Box; height: number } | null
}

const ARC = 20.5
/** Words about waiting come when a tenth of the patience is gone, the arc when a fiftieth is. */
const WORTH_SAYING = 0.1
const WORTH_DRAWING = 0.02

export function clients(at: Instant, scene: ClientScene): Shape[] {
  const shown = at.frame.clients.filter((c) => scene.layout.clients.has(c.id))
  const shapes = shown.flatMap((c) => exchange(at, c, scene))
  for (const c of shown) shapes.push(circleOf(at, c, scene.place(c.id)))
  return [...shapes, ...words(at, shown, scene)]
}

function circleOf(at: Instant, client: ClientFrame, { x, y }: Point): Shape {
  const selected = at.view.selected === client.id
  const shapes = [
    ...(at.view.focused === client.id ? focusRing(0, 0, ARC + 2) : []),
    disc('ground', 0, 0, CLIENT_RADIUS, hue.canvas, { stroke: hue.ink, 'stroke-width': selected ? 3.5 : 2 }),
    label('id', 0, 4.6, shortId(client.id), { size: 13, bold: true, mono: true, anchor: 'middle' }),
  ]
  const waited = patience(at, client)
  if (waited > WORTH_DRAWING) shapes.push(waitingArc(waited))
  return placed(`client-${client.id}`, x, y, shapes, { 'data-client': client.id, style: 'cursor:pointer' })
}

/** What fits into the circle: "c1"; of a longer id its first letter and its last digit. */
const shortId = (id: string): string => (id.length <= 2 ? id : `${id[0]}${/\d$/.exec(id)?.[0] ?? id[1]}`)

/** Since when the client has been without the OK it wants: an unanswered write, or one refused after another. */
const without = ({ failingSince, waitingSince }: ClientFrame): number | null => failingSince ?? waitingSince

/** Share of the client's patience with one write that is used up; in an outage that of the first one that failed. */
function patience(at: Instant, client: ClientFrame): number {
  const since = without(client)
  if (since === null) return 0
  const timeout = Number(at.frame.settings[`clients.${client.id}.timeoutMs`] ?? 0) * 1000
  const whole = timeout > 0 ? timeout : (client.givesUpAt ?? at.time) - since
  return whole > 0 ? Math.max(0, Math.min(1, (at.time - since) / whole)) : 0
}

/** Clockwise from the top; `share` of 1 is the whole circle, which an arc to its own start would not be. */
function waitingArc(share: number): Shape {
  const angle = Math.min(share, 0.9999) * 2 * Math.PI
  const d = p`M0 ${-ARC}A${ARC} ${ARC} 0 ${share > 0.5 ? 1 : 0} 1 ${ARC * Math.sin(angle)} ${-ARC * Math.cos(angle)}`
  return line('waiting', d, hue.warn, 3)
}

function exchange(at: Instant, client: ClientFrame, scene: ClientScene): Shape[] {
  const target = scene.cardOf(client.target)
  if (!target) return []
  const { request, reply, short } = clientWays(client.id, target.box, target.height, scene)
  const mine = at.frame.messages.filter((m) => m.from === client.id || m.to === client.id)
  const writes = mine.filter((m) => m.kind === 'write')
  const replies = mine.filter((m) => m.kind === 'reply')
  const inside =
    isBroken(at.frame, client) && mine.length === 0
      ? [line('silent', stub(request, short), hue.stale, 1.5, { 'stroke-dasharray': '2 5' })]
      : short
        ? shortArrows(at, client, request, reply, writes, replies)
        : longArrows(at, request, writes, replies)
  return [group(`exchange-${client.id}`, inside)]
}

/** Nobody is there, or the way is closed. */
function isBroken(frame: Frame, { id, target }: ClientFrame): boolean {
  const link = frame.links.find((l) => l.kind === 'client' && [l.a, l.b].includes(id) && [l.a, l.b].includes(target))
  return frame.nodes.find((n) => n.id === target)?.process !== 'up' || (link !== undefined && link.state !== 'up')
}

const stub = (request: Route, short: boolean): string => {
  const a = request.at(0)
  const b = request.at(1)
  return short ? p`M${a.x} ${a.y + 6}L${b.x - 4} ${b.y + 6}` : request.d
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
  const shapes: Shape[] = []
  const asked = going ?? coming
  if (asked || client.pending > 0 || client.last) {
    shapes.push(...arrow('request', request, going ? share(at, going) : 1, hue.ink))
    const number = asked?.write ?? (client.pending > 0 ? lastSent(at.frame, client.id) : client.last?.write)
    if (number != null) shapes.push(numberOf(request, String(number)))
  }
  if (coming) shapes.push(...answer(reply, coming.word, share(at, coming)))
  else if (!going && client.pending === 0 && client.last) shapes.push(...answer(reply, client.last.outcome, 1))
  return shapes
}

/** Over the client's end of the lane; a long number ends where the lane does. */
function numberOf(request: Route, text: string): Shape {
  const start = request.at(0)
  const how = { bold: true, mono: true } as const
  return text.length > 4
    ? label('number', request.at(1).x, start.y - 6, text, { ...how, anchor: 'end' })
    : label('number', start.x + 15, start.y - 6, text, { ...how, anchor: 'middle' })
}

/** The write that a client has just sent; null once that is long ago. */
function lastSent({ recent }: Frame, client: string): number | null {
  const sent = recent.filter((f) => f.kind === 'write-sent' && f.at === client)
  return sent[sent.length - 1]?.args.write ?? null
}

const share = (at: Instant, m: MessageFrame): number => (at.view.reducedMotion ? 1 : shareAt(m, at.time))

function answer(way: Route, outcome: string, share: number): Shape[] {
  const end = way.at(1)
  const paint = isGood(outcome) ? hue.ink : hue.crit
  // No answer came: a cross where the client would have heard it.
  if (outcome === 'unknown') return [cross('reply', end.x + 15, end.y + 2, 8, hue.crit, 2)]
  return [
    ...arrow('reply', way, share, paint),
    label('word', end.x + 15, end.y + 16, wordOf(outcome), { bold: true, anchor: 'middle', fill: paint }),
  ]
}

const isGood = (outcome: string) => outcome.toLowerCase() === 'ok'
const wordOf = (outcome: string): string =>
  outcomeWord(outcome.toLowerCase() as Parameters<typeof outcomeWord>[0]) ?? outcome.toUpperCase()

/** A line as far as it has got, its head in front. */
function arrow(key: string, way: Route, share: number, paint: string): Shape[] {
  if (share * way.length < 3) return []
  const start = way.at(0)
  const body = way.at(Math.max(0, share - 6 / way.length))
  return [
    line(key, p`M${start.x} ${start.y}L${body.x} ${body.y}`, paint, 2),
    area(`${key}-head`, arrowhead(way.at(share), 8, 4.5), paint),
  ]
}

/** One line for both directions: writes are solid dots with their number, answers hollow ones with their word. */
function longArrows(at: Instant, way: Route, writes: readonly MessageFrame[], replies: readonly MessageFrame[]) {
  const rider = (m: MessageFrame, text: string, back: boolean, paint: string): Shape => {
    const gone = at.view.reducedMotion ? 0.5 : shareAt(m, at.time)
    const q = way.at(back ? 1 - gone : gone)
    const words = beside(q, back ? 14 : -12)
    const dot = back
      ? disc('dot', q.x, q.y, 4, hue.canvas, { stroke: paint, 'stroke-width': 2 })
      : disc('dot', q.x, q.y, 4.5, paint)
    const how = { bold: true, mono: !back, anchor: 'middle', fill: paint, halo: hue.canvas } as const
    const shapes = [disc('rim', q.x, q.y, 7, hue.canvas), dot, label('word', words.x, words.y + 4, text, how)]
    return group(`${m.kind}-${m.id}`, shapes, { 'data-message': m.id })
  }
  return [
    line('way', way.d, hue.ink, 1.5),
    area('head', arrowhead(way.at(1)), hue.ink),
    ...writes.map((m) => rider(m, String(m.write), false, hue.ink)),
    ...replies.map((m) => rider(m, wordOf(m.word), true, isGood(m.word) ? hue.ink : hue.crit)),
  ]
}

/** Under the lowest client: who it is while all is well, how long somebody waits when not. */
function words(at: Instant, shown: readonly ClientFrame[], scene: ClientScene): Shape[] {
  if (shown.length === 0) return []
  const lowest = shown.map((c) => scene.place(c.id)).reduce((a, b) => (b.y > a.y ? b : a))
  const stuck = shown.filter((c) => patience(at, c) >= WORTH_SAYING)
  const since = Math.min(...stuck.map((c) => without(c) ?? at.time))
  const word = (key: string, dy: number, text: string, fill: string, mono: boolean) =>
    label(key, lowest.x, lowest.y + dy, text, { fill, anchor: 'middle', mono })
  if (stuck.length > 0) {
    return [
      word('waiting', 39, waiting.word, hue.muted, false),
      word('waited', 55, waiting.since(at.time - since), hue.ink, true),
    ]
  }
  return shown.length === 1 ? [word('client', 36, captions.client, hue.muted, false)] : []
}
