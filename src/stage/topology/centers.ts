import type { Frame } from '../../engine/index.ts'
import { centerWords } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { box, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { type Box, type Center, CLIENT_RADIUS, type Layout, MONITOR_RADIUS } from './layout.ts'
import type { Point } from './view.ts'

/**
 * The outline of each data centre, ruled around all that stands in it, its name in the upper edge. One that is cut off
 * has two strokes through the edge that looks at the others, and says so beside its name.
 */
export interface CenterScene {
  layout: Layout
  /** Where cards and clients stand now; they may have been moved by hand. */
  cardBox(node: string): Box | null
  clientAt(client: string): Point | null
  monitorAt(monitor: string): Point | null
}

const PAD = 14
const PLATE = 5

export function centers(at: Instant, scene: CenterScene): Shape[] {
  const outlines = scene.layout.centers.map((center) => ({ center, outline: outlineOf(center, scene) }))
  return outlines.map(({ center, outline }) => {
    const others = outlines.filter((other) => other.center !== center).map((other) => other.outline)
    return drawing(at, center, outline, others)
  })
}

/** Its place, or what its members need where a hand has moved one of them out of it. */
function outlineOf({ box: home, nodes, clients, monitors }: Center, scene: CenterScene): Box {
  const { cardBox, clientAt, monitorAt } = scene
  let [l, t, r, b] = [home.x, home.y, home.x + home.width, home.y + home.height]
  const include = (x: number, y: number, width: number, height: number) => {
    if (x < home.x || x + width > home.x + home.width || y < home.y || y + height > home.y + home.height) {
      l = Math.min(l, x - PAD)
      t = Math.min(t, y - PAD - 6)
      r = Math.max(r, x + width + PAD)
      b = Math.max(b, y + height + PAD)
    }
  }
  for (const id of nodes) {
    const card = cardBox(id)
    if (card) include(card.x, card.y, card.width, card.height)
  }
  const disc = (place: Point | null, r: number) => place && include(place.x - r, place.y - r, 2 * r, 2 * r)
  for (const id of clients) disc(clientAt(id), CLIENT_RADIUS)
  for (const id of monitors) disc(monitorAt(id), MONITOR_RADIUS)
  return { x: l, y: t, width: r - l, height: b - t }
}

function drawing(at: Instant, { id }: Center, outline: Box, others: readonly Box[]): Shape {
  const { x, y, width, height } = outline
  const cut = isCut(at.frame, id)
  const words = cut ? centerWords.cutOff(id) : id
  const how = { size: 13, bold: cut, mono: !cut }
  const wide = textWidth(words, how) + 2 * PLATE
  return group(`center-${id}`, [
    box('outline', x, y, width, height, 'none', { rx: 10, stroke: hue.line, 'stroke-width': 1 }),
    // At the right end: clients reach other data centres over the left one.
    box('plate', x + width - 14 - wide, y - 8, wide, 16, hue.canvas),
    label('name', x + width - 14 - wide / 2, y + 4.5, words, {
      ...how,
      anchor: 'middle',
      fill: cut ? hue.crit : hue.muted,
    }),
    ...(cut ? [strokes(outline, others)] : []),
  ])
}

const isCut = (frame: Frame, id: string): boolean => frame.dataCenters.some((one) => one.id === id && one.cut)

/** Two strokes through the side towards the others: near its upper end, where no link crosses it. */
function strokes(outline: Box, others: readonly Box[]): Shape {
  const { x, y, width, height } = outline
  const right = x + width
  const isRight = others.some((other) => other.x >= right - 1)
  const isLeft = others.some((other) => other.x + other.width <= x + 1)
  const below = others.some((other) => other.y >= y + height - 1)
  if (!isRight && !isLeft && others.length > 0) {
    const edge = below ? y + height : y
    return group('cut', [
      box('ground', right - 96, edge - 5, 28, 10, hue.canvas),
      line('strokes', p`M${right - 92} ${edge + 12}l6 -16M${right - 80} ${edge + 12}l6 -16`, hue.crit, 3),
    ])
  }
  const edge = isLeft ? x : right
  const top = y + 30
  return group('cut', [
    box('ground', edge - 4, top - 2, 8, 26, hue.canvas),
    line('strokes', p`M${edge - 11} ${top + 8}l22 -6M${edge - 11} ${top + 20}l22 -6`, hue.crit, 3),
  ])
}
