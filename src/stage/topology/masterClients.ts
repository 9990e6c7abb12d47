import type { ClientFrame, MessageFrame } from '../../engine/index.ts'
import { clientLine, isWithoutAnswer } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { area, disc, fitted, group, label, line, type Shape, textWidth } from '../picture/index.ts'
import { circleOf } from './clients.ts'
import type { Instant } from './effect.ts'
import { type ClientScene, isBroken } from './exchange.ts'
import { shareAt } from './flight.ts'
import { CLIENT_RADIUS } from './layout.ts'
import { hit, messageMarks, travelling } from './messageMarks.ts'
import { wrapped } from './phrases.ts'
import { arrowhead, type Route, straight } from './route.ts'
import type { Point } from './view.ts'
import type { Stand } from './ways.ts'

/**
 * Clients of several masters: each beside the one it writes to, with what it writes and what it was told. On the short
 * line between them a request goes as a dot, its answer comes back as a ring.
 */
const EDGE = CLIENT_RADIUS + 2

export function masterClients(at: Instant, scene: ClientScene): Shape[] {
  return at.frame.clients
    .filter(({ id }) => scene.layout.clients.has(id))
    .flatMap((client) => {
      const place = scene.place(client.id)
      return [
        ...wayOf(at, client, place, scene),
        circleOf(at, client, place, true, 'nothing'),
        ...words(at, client, place, scene),
      ]
    })
}

function wayOf(at: Instant, client: ClientFrame, place: Point, scene: ClientScene): Shape[] {
  const { id, target } = client
  const card = scene.cardOf(target)
  if (!card) return []
  const way = lane(place, card)
  const mine = at.frame.messages.filter((m) => [m.from, m.to].includes(id))
  const broken = isBroken(at.frame, client, target) && mine.length === 0
  const shapes = broken
    ? [line('silent', way.d, hue.stale, 1.5, { 'stroke-dasharray': '2 5' })]
    : [
        line('way', way.d, hue.ink, 2),
        area('head', arrowhead(way.at(1), 8, 4.5), hue.ink),
        ...mine.filter((m) => [m.from, m.to].includes(target)).map((m) => rider(at, m, way)),
      ]
  return [group(`exchange-${id}`, shapes)]
}

/** From the edge of the circle to the nearest edge of the card. */
function lane(place: Point, { box, height }: Stand): Route {
  const x = Math.max(box.x + 10, Math.min(box.x + box.width - 10, place.x))
  const y = Math.max(box.y + 10, Math.min(box.y + height - 10, place.y))
  if (place.y > box.y + height) return straight({ x: place.x, y: place.y - EDGE }, { x, y: box.y + height + 1 })
  if (place.y < box.y) return straight({ x: place.x, y: place.y + EDGE }, { x, y: box.y - 1 })
  const right = place.x > box.x
  return straight(
    { x: place.x + (right ? -EDGE : EDGE), y: place.y },
    { x: right ? box.x + box.width + 1 : box.x - 1, y },
  )
}

function rider(at: Instant, m: MessageFrame, way: Route): Shape {
  const back = m.kind === 'reply'
  const gone = at.view.reducedMotion ? 0.5 : shareAt(m, at.time)
  const paint = back && m.word.toLowerCase() === 'error' ? hue.crit : hue.ink
  const dot = back
    ? disc('dot', 0, 0, 4, hue.canvas, { stroke: paint, 'stroke-width': 2 })
    : disc('dot', 0, 0, 4.5, paint)
  const inside = [hit, disc('rim', 0, 0, 6.5, hue.canvas), dot]
  return travelling(`${m.kind}-${m.id}`, way.at(back ? 1 - gone : gone), inside, messageMarks(at, m, 9), m)
}

function words(at: Instant, client: ClientFrame, { x, y }: Point, { layout, place }: ClientScene): Shape[] {
  const line = clientLine(client, at.frame)
  if (!layout.masters?.clientWords || line === '') return []
  const refused =
    isWithoutAnswer(client) ||
    (client.pending === 0 && client.last !== null && client.last.outcome !== 'ok' && client.kind !== 'reader')
  const stale = client.kind === 'reader' && client.lastRead?.verdict === 'stale'
  const fill = refused ? hue.crit : stale ? hue.warn : hue.ink
  const left = x + EDGE + 6
  // Up to the next client, and never beyond the edge of the stage.
  const beside = [...layout.clients.keys()]
    .map((id) => place(id))
    .filter((other) => other.x > x && Math.abs(other.y - y) < 24)
  // The picture of a conflict stands there, too.
  const { conflict } = layout.masters
  const stops =
    conflict && conflict.x > x && y > conflict.y && y < conflict.y + conflict.height + 12 ? [conflict.x] : []
  const ends = [layout.width - 4, ...beside.map((other) => other.x - EDGE - 8), ...stops]
  const room = Math.min(WIDEST, Math.min(...ends) - left)
  const how = { mono: true, fill, halo: hue.canvas } as const
  const key = `client-words-${client.id}`
  if (textWidth(line, how) <= room) return [label(key, left, y + 4.5, line, how)]
  const parts = line.split(/(?<=,) /)
  const isSplit = parts.length === 2 && parts.every((part) => textWidth(part, how) <= room)
  const [first = '', second = '', ...rest] = isSplit ? parts : wrapped(line, room * MONO)
  const two = [second, ...rest].join(' ')
  // What is wrong about an answer stands last, and is never cut for room that there is below.
  const lines = textWidth(two, how) <= room ? [first, two] : [first, second, rest.join(' ')]
  return lines
    .filter((text) => text !== '')
    .map((text, i, { length }) =>
      label(
        i === 0 ? key : `${key}-${i}`,
        left,
        y + 11.5 - 14 * (length === 2 ? 1 - i : 1.5 - i),
        fitted(text, room, how),
        how,
      ),
    )
}

/** Wider than this, words would be lost to their client. */
const WIDEST = 190
/** Letters of one width take more room than those that lines are broken by. */
const MONO = 0.86
