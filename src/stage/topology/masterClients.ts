import type { ClientFrame, MessageFrame } from '../../engine/index.ts'
import { clientLine } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { area, disc, fitted, group, label, line, type Shape } from '../picture/index.ts'
import { circleOf } from './clients.ts'
import type { Instant } from './effect.ts'
import { type ClientScene, isBroken } from './exchange.ts'
import { shareAt } from './flight.ts'
import { CLIENT_RADIUS } from './layout.ts'
import { hit, messageMarks, travelling } from './messageMarks.ts'
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
        circleOf(at, client, place, true, true),
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

function words(at: Instant, client: ClientFrame, { x, y }: Point, { layout }: ClientScene): Shape[] {
  const most = layout.masters?.clientWords ?? 0
  const line = clientLine(client, at.frame)
  if (most === 0 || line === '') return []
  const refused =
    client.pending === 0 && client.last !== null && client.last.outcome !== 'ok' && client.kind !== 'reader'
  const fill = refused ? hue.crit : hue.ink
  // Never beyond the edge of the stage.
  const left = x + EDGE + 6
  const shown = fitted(line, Math.min(most, layout.width - left - 4), { mono: true })
  return [label(`client-words-${client.id}`, left, y + 4.5, shown, { mono: true, fill, halo: hue.canvas })]
}
