import type { NodeFrame } from '../../engine/index.ts'
import type { Instant } from './effect.ts'
import { isCovered } from './lane.ts'
import type { Layout } from './layout.ts'
import { LINK_Y } from './mastersRoom.ts'
import { LINK_UP } from './mastersTriangle.ts'
import { type Cubic, type Route, route, straight } from './route.ts'
import type { Point } from './view.ts'
import { around, isLive, type Stand, type Way } from './ways.ts'

/**
 * Which way the links between masters go: one curve a pair, whichever way entries go on it. Neighbours in a row or a
 * column are joined straight; from the top of a triangle a curve leaves sideways and comes down on the other card;
 * whatever would run under a card bends towards the free middle.
 */
export function masterWays(at: Instant, layout: Layout, stand: (id: string) => Stand): Way[] {
  const { frame } = at
  const nodes = new Map(frame.nodes.map((n) => [n.id, n]))
  const copies = new Set(
    (frame.multiMaster?.sites ?? []).flatMap(({ node, channels }) => channels.map(({ from }) => `${from} ${node}`)),
  )
  const found: Way[] = []
  for (const link of frame.links) {
    const [from, to] = [nodes.get(link.from), nodes.get(link.to)]
    if (link.kind !== 'replication' || !from || !to) continue
    if (!copies.has(`${from.id} ${to.id}`) && !copies.has(`${to.id} ${from.id}`)) continue
    const shape = between(from, to, at, layout, stand)
    found.push({ link, from, to, live: isLive(link, from, to), drawn: true, ...shape })
  }
  return found
}

interface Rect {
  l: number
  r: number
  t: number
  b: number
  cx: number
  cy: number
}

const rectOf = ({ box: { x, y, width }, height }: Stand): Rect => ({
  l: x,
  r: x + width,
  t: y,
  b: y + height,
  cx: x + width / 2,
  cy: y + height / 2,
})

function between(
  from: NodeFrame,
  to: NodeFrame,
  { frame }: Instant,
  layout: Layout,
  stand: (id: string) => Stand,
): { route: Route; narrow: boolean } {
  const [a, b] = [rectOf(stand(from.id)), rectOf(stand(to.id))]
  const others = frame.nodes.filter((n) => n !== from && n !== to).map((n) => stand(n.id))
  const cards = others.map(({ box, height }) => ({ ...box, height }))
  const order = [from, to].map((n) => frame.nodes.indexOf(n))
  if (layout.columns.card > 300)
    return onPhone(a, b, Math.min(...order), cards.length > 0 && Math.abs(order[0]! - order[1]!) > 1)
  const middle = { x: layout.width / 2, y: middleOf([...layout.cards.values()].map((box) => box.y + box.height / 2)) }
  return { route: direct(a, b, cards, middle, frame.nodes.length === 3), narrow: false }
}

const middleOf = (ys: readonly number[]): number => (Math.min(...ys) + Math.max(...ys)) / 2

/** From card to card in the gap, or along the right edge past those in between. */
function onPhone(a: Rect, b: Rect, index: number, isFar: boolean): { route: Route; narrow: boolean } {
  const down = b.t > a.t
  const gap = down ? b.t - a.b : a.t - b.b
  if (!isFar && gap >= 24) {
    const [start, end] = [down ? a.b + 1 : a.t - 1, down ? b.t - 1 : b.b + 1]
    return { route: straight({ x: a.cx, y: start }, { x: a.cx, y: end }), narrow: false }
  }
  const off = 10 + (index % 3) * 5
  const [leave, arrive] = down ? [a.b - off, b.t + off] : [a.t + off, b.b - off]
  return { route: around({ x: a.r, y: leave }, { x: b.r + 1, y: arrive }, isFar ? 12 : 8), narrow: true }
}

type Cards = Parameters<typeof isCovered>[1]

function direct(a: Rect, b: Rect, cards: Cards, middle: Point, three: boolean): Route {
  const sameRow = Math.abs(a.cy - b.cy) < 8
  const beside = a.r < b.l || b.r < a.l
  if (sameRow && beside) {
    const y = three && a.t > middle.y ? a.b - LINK_UP : a.t + Math.min(LINK_Y, (a.b - a.t) / 2)
    const level =
      a.r < b.l ? straight({ x: a.r + 1, y }, { x: b.l - 1, y }) : straight({ x: a.l - 1, y }, { x: b.r + 1, y })
    if (!isCovered(level, cards)) return level
    return through(a, b, middle)
  }
  const elbow = aside(a, b)
  if (elbow && !isCovered(elbow, cards)) return elbow
  const plain = straight(onEdge(a, b), onEdge(b, a))
  if (!isCovered(plain, cards)) return plain
  for (const pull of [0.3, 0.6, 0.9, 1.2]) {
    const bent = bow(a, b, middle, pull)
    if (!isCovered(bent, cards)) return bent
  }
  return plain
}

/** Out of the side of the upper card, and down (or up) onto the lower one, where that stands further out. */
function aside(a: Rect, b: Rect): Route | null {
  const [upper, lower] = a.t <= b.t ? [a, b] : [b, a]
  const left = lower.cx < upper.l - 20
  const right = lower.cx > upper.r + 20
  if ((!left && !right) || lower.t < upper.b + 12) return null
  const y = upper.t + Math.min(74, (upper.b - upper.t) * 0.6)
  const start = { x: left ? upper.l - 1 : upper.r + 1, y }
  const end = { x: lower.cx, y: lower.t - 1 }
  const bend: Cubic = [start, { x: lower.cx, y }, { x: lower.cx, y: y + (end.y - y) * 0.45 }, end]
  return route([upper === a ? bend : reversed(bend)])
}

const reversed = ([p, q, r, s]: Cubic): Cubic => [s, r, q, p]

/** Past the cards between two of a row: on the side of the free middle. */
function through(a: Rect, b: Rect, middle: Point): Route {
  const down = a.cy < middle.y
  const [y, by] = down ? [Math.max(a.b, b.b) + 1, 34] : [Math.min(a.t, b.t) - 1, -34]
  const inward = Math.sign(b.cx - a.cx) * 30
  const [start, end] = [
    { x: a.cx + inward, y },
    { x: b.cx - inward, y },
  ]
  return route([[start, { x: start.x + inward, y: y + by }, { x: end.x - inward, y: y + by }, end]])
}

function bow(a: Rect, b: Rect, middle: Point, pull: number): Route {
  const [start, end] = [onEdge(a, b), onEdge(b, a)]
  const control = ({ x, y }: Point) => ({ x: x + (middle.x - x) * pull * 0.8, y: y + (middle.y - y) * pull * 0.8 })
  return route([[start, control(start), control(end), end]])
}

/** Where the line from the middle of one card to that of the other leaves it. */
function onEdge(a: Rect, b: Rect): Point {
  const [dx, dy] = [b.cx - a.cx, b.cy - a.cy]
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (a.r - a.l) / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (a.b - a.t) / 2 / Math.abs(dy),
  )
  return { x: a.cx + dx * share + Math.sign(dx), y: a.cy + dy * share + Math.sign(dy) }
}
