import type { ClientFrame, Frame, MessageFrame } from '../../engine/index.ts'
import { keptAt } from '../../words/index.ts'
import { cross, hue } from '../glyphs/index.ts'
import { area, disc, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import { isRead, wordOf } from './answerWord.ts'
import { type ClientPlaces, type ClientWays, clientWays } from './clientWays.ts'
import type { Instant } from './effect.ts'
import { shareAt } from './flight.ts'
import { happenings } from './happenings.ts'
import type { Box } from './layout.ts'
import { hit, messageAttributes, messageMarks, travelling } from './messageMarks.ts'
import { arrowhead, beside, type Route } from './route.ts'
import { verdictHue } from './verdict.ts'

/**
 * What a client asks and what it hears: beside its node two short arrows, with the number of the write and the answer;
 * to a node elsewhere one line, on which requests and answers ride. A read carries the name of its row, its answer the
 * value; one that is not what its client could expect carries both versions, the one shown and the newest.
 */
export interface ClientScene extends ClientPlaces {
  cardOf(node: string): { box: Box; height: number } | null
}

export function exchange(at: Instant, client: ClientFrame, scene: ClientScene): Shape[] {
  const mine = at.frame.messages.filter((m) => m.from === client.id || m.to === client.id)
  const partner = partnerOf(at.frame, client, mine)
  const nodes = [partner, ...new Set(mine.map((m) => otherEnd(client, m)).filter((node) => node !== partner))]
  return nodes.flatMap((node) => exchangeWith(at, client, node, node === partner, scene))
}

const otherEnd = ({ id }: ClientFrame, m: MessageFrame): string => (m.from === id ? m.to : m.from)

/** Whom it has to do with now, or had last: its reads may go elsewhere than its writes. */
function partnerOf(frame: Frame, client: ClientFrame, mine: readonly MessageFrame[]): string {
  const youngest = mine[mine.length - 1]
  if (youngest) return otherEnd(client, youngest)
  if (isReading(client, undefined)) return client.readsFrom ?? client.target
  // Told of another master, and still connected to the old one.
  return keptAt(client, frame) ?? client.target
}

/** Is what it does, or did last, a read? `m`: its youngest message. */
function isReading({ kind, pending, last, lastRead }: ClientFrame, m: MessageFrame | undefined): boolean {
  if (m) return m.kind === 'read' || (m.kind === 'reply' && m.write === 0)
  if (kind !== 'read-write') return kind === 'reader'
  return pending === 0 && lastRead !== null && lastRead.at > (last?.at ?? 0)
}

/** `foremost`: its partner, with whom there is something to be seen also when nothing is under way. */
function exchangeWith(at: Instant, client: ClientFrame, node: string, foremost: boolean, scene: ClientScene): Shape[] {
  const target = scene.cardOf(node)
  if (!target) return []
  const ways = clientWays(client.id, target.box, target.height, scene)
  const mine = at.frame.messages.filter((m) => [m.from, m.to].includes(client.id) && [m.from, m.to].includes(node))
  const requests = mine.filter((m) => m.kind === 'write' || m.kind === 'read')
  const replies = mine.filter((m) => m.kind === 'reply')
  const inside =
    isBroken(at.frame, client, node) && mine.length === 0
      ? [line('silent', stub(ways), hue.stale, 1.5, { 'stroke-dasharray': '2 5' })]
      : ways.short
        ? shortArrows(at, client, ways, requests, replies, scene)
        : longArrows(at, ways.request, requests, replies)
  return [group(foremost ? `exchange-${client.id}` : `exchange-${client.id}-${node}`, inside)]
}

/** Nobody is there, or the way is closed. */
export function isBroken(frame: Frame, { id }: ClientFrame, node: string): boolean {
  const link = frame.links.find((l) => l.kind === 'client' && [l.a, l.b].includes(id) && [l.a, l.b].includes(node))
  return frame.nodes.find((n) => n.id === node)?.process !== 'up' || (link !== undefined && link.state !== 'up')
}

function stub({ request, short, upright }: ClientWays): string {
  const a = request.at(0)
  const b = request.at(1)
  if (!short) return request.d
  return upright ? p`M${a.x + 6} ${a.y}L${b.x + 6} ${b.y - 4}` : p`M${a.x} ${a.y + 6}L${b.x - 4} ${b.y + 6}`
}

/** The youngest request and, once it is there, what the client was told. */
function shortArrows(
  at: Instant,
  client: ClientFrame,
  { request, reply, upright }: ClientWays,
  requests: readonly MessageFrame[],
  replies: readonly MessageFrame[],
  scene: ClientPlaces,
): Shape[] {
  const going = requests[requests.length - 1]
  const coming = replies[replies.length - 1]
  const shapes: Shape[] = []
  const asked = going ?? coming
  const reader = isReading(client, asked)
  if (asked || client.pending > 0 || (reader ? client.lastRead : client.last)) {
    const inside = arrow('request', request, going ? share(at, going) : 1, hue.ink)
    const text = reader ? readKey(client, going) : writeNumber(at.frame, client, asked)
    // Both versions of a wrong answer stand where the number would, beside a lane that goes up.
    if (text !== '' && !(upright && coming && isWrong(coming))) inside.push(numberOf(request, text, upright))
    shapes.push(...held('asked', going, at, request, inside))
  }
  const dense = isDense(client.id, scene)
  const heard = (inside: Shape[]) => held('heard', coming, at, reply, inside)
  if (coming && isWrong(coming)) {
    shapes.push(
      ...heard(arrow('reply', reply, share(at, coming), verdictHue(coming.answers!.verdict))),
      happenings.bothVersions(at, coming, reply, false),
    )
  } else if (coming) shapes.push(...heard(answer(reply, coming.word, share(at, coming), upright, dense)))
  else if (!going && client.pending === 0 && !reader && client.last) {
    shapes.push(...answer(reply, client.last.outcome, 1, upright, dense))
  } else if (!going && reader && client.lastRead) shapes.push(...arrow('reply', reply, 1, hue.ink))
  return shapes
}

/** So close to the next client that an OK would stand on its number: an arrow that has come back says as much. */
function isDense(id: string, { layout, place }: ClientPlaces): boolean {
  const { y } = place(id)
  return [...layout.clients.keys()].some((other) => other !== id && Math.abs(place(other).y - y) < 44)
}

/** A message that can be taken hold of: along its whole lane. */
function held(key: string, m: MessageFrame | undefined, at: Instant, way: Route, inside: Shape[]): Shape[] {
  if (!m) return inside
  const q = way.at(share(at, m))
  const lane = line('hit', way.d, 'transparent', 24, { style: 'cursor:pointer' })
  return [group(key, [lane, ...inside, ...messageMarks(at, m, 12, q.x, q.y)], messageAttributes(m))]
}

const readKey = (client: ClientFrame, going: MessageFrame | undefined): string =>
  going?.word ?? client.lastRead?.key ?? ''

function writeNumber(frame: Frame, client: ClientFrame, asked: MessageFrame | undefined): string {
  const number =
    asked?.write ?? (client.pending > 0 ? (client.oldest ?? lastSent(frame, client.id)) : client.last?.write)
  return number ? String(number) : ''
}

/** Over the client's end of the lane; a long number ends where the lane does. */
function numberOf(request: Route, text: string, upright: boolean): Shape {
  const start = request.at(0)
  const how = { bold: true, mono: true } as const
  if (upright) return label('number', start.x - 7, (start.y + request.at(1).y) / 2 + 4, text, { ...how, anchor: 'end' })
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

function answer(way: Route, outcome: string, share: number, upright: boolean, dense: boolean): Shape[] {
  const end = way.at(1)
  const paint = isGood(outcome) ? hue.ink : hue.crit
  // No answer came: a cross where the client would have heard it.
  if (outcome === 'unknown') return [cross('reply', end.x + (upright ? 8 : 15), end.y + 2, 8, hue.crit, 2)]
  // Before the arc of a client that waits.
  const how = { bold: true, fill: paint, ...(isGood(outcome) ? {} : { halo: hue.canvas }) } as const
  const words = !upright && (isRead(outcome) || (dense && isGood(outcome))) ? '' : wordOf(outcome)
  const word = upright
    ? label('word', end.x + 7, (end.y + way.at(0).y) / 2 + 4, words, how)
    : label('word', besideCard(way, words), end.y + 16, words, { ...how, anchor: 'middle' })
  return [...arrow('reply', way, share, paint), ...(words === '' ? [] : [word])]
}

/** The middle of the words under a short lane: over its client's end, but not on the card. */
function besideCard(way: Route, words: string): number {
  const half = textWidth(words, { size: 12, bold: true }) / 2
  return Math.min(way.at(1).x + 15, way.at(0).x - 1 - half)
}

const isGood = (outcome: string) => outcome.toLowerCase() === 'ok' || isRead(outcome)
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

/** One line for both directions: requests are solid dots with their number, answers hollow ones with their word. */
function longArrows(at: Instant, way: Route, requests: readonly MessageFrame[], replies: readonly MessageFrame[]) {
  const rider = (m: MessageFrame, text: string, back: boolean, paint: string): Shape => {
    const gone = at.view.reducedMotion ? 0.5 : shareAt(m, at.time)
    const q = way.at(back ? 1 - gone : gone)
    const words = beside({ ...q, x: 0, y: 0 }, back ? 14 : -12)
    const dot = back
      ? disc('dot', 0, 0, 4, hue.canvas, { stroke: paint, 'stroke-width': 2 })
      : disc('dot', 0, 0, 4.5, paint)
    const how = { bold: true, mono: !back, anchor: 'middle', fill: paint, halo: hue.canvas } as const
    const shapes = [hit, disc('rim', 0, 0, 7, hue.canvas), dot, label('word', words.x, words.y + 4, text, how)]
    return travelling(`${m.kind}-${m.id}`, q, shapes, messageMarks(at, m, 9), m)
  }
  return [
    line('way', way.d, hue.ink, 1.5),
    area('head', arrowhead(way.at(1)), hue.ink),
    ...requests.map((m) => rider(m, m.kind === 'read' ? m.word : String(m.write), false, hue.ink)),
    ...replies.map((m) =>
      isWrong(m)
        ? happenings.bothVersions(at, m, way, true)
        : rider(m, wordOf(m.word), true, isGood(m.word) ? hue.ink : hue.crit),
    ),
  ]
}

/** An answer that its client will not be content with. */
export const isWrong = ({ answers }: MessageFrame): boolean => answers !== null && answers.verdict !== 'fresh'
