import { isCovered, past } from './lane.ts'
import { type Box, CLIENT_RADIUS, type Layout } from './layout.ts'
import { type Cubic, type Route, route, straight } from './route.ts'
import type { Point } from './view.ts'

/**
 * The ways of request and answer between a client and its master. Beside the master's card they are two short straight
 * lanes; to a master elsewhere they are one way over the top of the cards, on which writes and answers ride.
 */
export interface ClientWays {
  request: Route
  reply: Route
  short: boolean
  /** Short, and from above. */
  upright: boolean
}

/** Requests leave above the middle of the client, answers come back below it. */
const LANE = 6

export interface ClientPlaces {
  layout: Layout
  place(id: string): Point
  /** How high a card is now: that of a former master grows. Absent: as laid out. */
  cardOf?(node: string): { box: Box; height: number } | null
}

export function clientWays(id: string, box: Box, height: number, places: ClientPlaces): ClientWays {
  const place = places.place(id)
  const gap = box.x - place.x
  const drop = box.y - place.y
  if (drop > CLIENT_RADIUS + 10 && drop < 130 && place.x > box.x && place.x < box.x + box.width) {
    const start = (dx: number) => ({ x: place.x + dx, y: place.y + 20 })
    const end = (dx: number) => ({ x: place.x + dx, y: box.y - 2 })
    return {
      request: straight(start(-LANE), end(-LANE)),
      reply: straight(end(LANE), start(LANE)),
      short: true,
      upright: true,
    }
  }
  const isBelow = place.y > box.y + height + APART
  if (gap > CLIENT_RADIUS && gap < 140 && (isBelow || place.y < box.y - APART)) {
    const out = { x: place.x + 9, y: place.y + (isBelow ? -1 : 1) * (CLIENT_RADIUS + 2) }
    const way = straight(out, { x: box.x - 2, y: isBelow ? box.y + height - 8 : box.y + 8 })
    return { request: way, reply: way, short: false, upright: false }
  }
  if (gap > CLIENT_RADIUS && gap < 140) {
    const y = Math.max(box.y + 10, Math.min(box.y + height - 10, place.y))
    const start = (dy: number) => ({ x: place.x + 20, y: place.y + dy })
    const end = (dy: number) => ({ x: box.x - 2, y: y + dy })
    return {
      request: straight(start(-LANE), end(-LANE)),
      reply: straight(end(LANE), start(LANE)),
      short: true,
      upright: false,
    }
  }
  if (box.x + box.width < place.x - CLIENT_RADIUS - 10) {
    const back = backTo(place, box, height, [...places.layout.cards.values()])
    return { request: back, reply: back, short: false, upright: false }
  }
  const all = [...places.layout.clients.keys()].map((other) => places.place(other))
  const highest = Math.min(...all.map((p) => p.y))
  const [first, firstCard] = [...places.layout.cards][0] ?? []
  const isAbove = firstCard !== undefined && highest < firstCard.y - CLIENT_RADIUS
  const edge = Math.min(...places.layout.centers.map((center) => center.box.y))
  const ceiling = Number.isFinite(edge)
    ? Math.max(edge - CLEAR_OF_NAME, Math.min(edge - 9, LOW))
    : isAbove
      ? highest - 26
      : Math.min(firstCard ? firstCard.y - 34 : highest, highest - 52)
  const over =
    firstCard && ceiling < LOW && !isAbove
      ? underneath(place, { ...firstCard, height: places.cardOf?.(first ?? '')?.height ?? firstCard.height }, box)
      : overTheTop(place, box, Math.max(12, ceiling), place.y === highest)
  return { request: over, reply: over, short: false, upright: false }
}

/** So far from its master's height a client stands beside another card: two lanes would cover what is heard there. */
const APART = 40

/** Over the edge of a data centre: the words of what comes back stand under the way, and on no name. */
const CLEAR_OF_NAME = 25

/** Above this, the milestone is told. */
const LOW = 30

/** To a card on the left: from side to side, past the cards in between. */
function backTo(place: Point, box: Box, height: number, cards: readonly Box[]): Route {
  const start = { x: place.x - CLIENT_RADIUS - 3, y: place.y }
  const end = { x: box.x + box.width + 2, y: box.y + Math.min(height - 8, 16) }
  const middle = (start.x + end.x) / 2
  const plain = route([[start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]])
  const others = cards.filter((card) => card !== box && card.x !== box.x)
  return (isCovered(plain, others) && past(start, end, others, 0)) || plain
}

/** Where there is no room over the cards: between the first one and what stands below it. */
function underneath(place: Point, first: Box, box: Box): Route {
  const y = first.y + first.height + 5
  const enter = { x: first.x - 2, y }
  const leave = { x: first.x + first.width + 2, y }
  const end = { x: box.x - 1, y: box.y + 15 }
  const third = (leave.x - enter.x) / 3
  const turn = (leave.x + end.x) / 2
  return route([
    [{ x: place.x + CLIENT_RADIUS + 2, y: place.y }, { x: enter.x - 6, y: place.y }, { x: enter.x - 14, y }, enter],
    [enter, { x: enter.x + third, y }, { x: leave.x - third, y }, leave],
    [leave, { x: turn, y }, { x: turn, y: end.y }, end],
  ])
}

/** Up beside the clients, along the ceiling, and down to the header of the card. */
function overTheTop(place: Point, box: Box, ceiling: number, highest: boolean): Route {
  const corner = { x: place.x + 44, y: ceiling }
  const end = { x: box.x - 1, y: box.y + 15 }
  const steep = Math.abs(end.y - ceiling) >= 80
  const turn = { x: box.x - (steep ? 14 : 60), y: ceiling }
  const third = (turn.x - corner.x) / 3
  return route([
    ...(highest ? fromTop(place, corner) : fromSide(place, corner)),
    [corner, { x: corner.x + third, y: ceiling }, { x: turn.x - third, y: ceiling }, turn],
    steep
      ? [turn, { x: box.x - 6, y: ceiling }, { x: box.x - 12, y: end.y }, end]
      : [turn, { x: turn.x + 24, y: ceiling }, { x: turn.x + 26, y: end.y }, end],
  ])
}

const fromTop = (place: Point, corner: Point): Cubic[] => {
  const start = { x: place.x, y: place.y - CLIENT_RADIUS - 6 }
  return [[start, { x: start.x, y: corner.y + 10 }, { x: place.x + 12, y: corner.y }, corner]]
}

/** A client further down goes round the ones above it. */
const fromSide = (place: Point, corner: Point): Cubic[] => {
  const start = { x: place.x - CLIENT_RADIUS - 1, y: place.y }
  const x = place.x - 28
  const up = { x, y: place.y - 16 }
  return [
    [start, { x: x + 4, y: place.y }, { x, y: place.y - 6 }, up],
    [up, { x, y: corner.y + 4 }, { x: place.x - 8, y: corner.y }, corner],
  ]
}
