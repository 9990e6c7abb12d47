/**
 * Data centres among several masters: their cards stand where the topology puts them, so an outline is ruled around the
 * members of each where these happen to stand together. Where one outline would cross another, or take in somebody who
 * does not belong, there is none: a wrong line says more than a missing one. A region is a place by itself.
 */
import { type Box, type Cast, type Center, CLIENT_RADIUS, type Layout } from './layout.ts'

const PAD = { side: 10, top: 14, bottom: 10 }
/** Between two outlines, and to the edge of the stage. */
const AIR = 3
const DISC = CLIENT_RADIUS + 4

export function withCenters(layout: Layout, { centers = [], masters }: Cast): Layout {
  if (masters?.regions || centers.filter(({ nodes }) => nodes.length > 0).length < 2) return layout
  // Around what clients say, too, where there is room for that.
  for (const words of [layout.masters?.clientWords ?? 0, 0]) {
    const ruled = centers.flatMap(({ id, nodes, clients, monitors = [] }): Center[] => {
      const box = around(layout, nodes, clients, words)
      return box === null ? [] : [{ id, nodes, clients, monitors, box }]
    })
    if (areClear(ruled, layout)) return { ...layout, centers: ruled }
  }
  return layout
}

const areClear = (ruled: readonly Center[], layout: Layout): boolean =>
  ruled.every(
    ({ box, nodes, clients }) =>
      isInside(box, layout) &&
      ruled.every((other) => other.box === box || !meet(box, other.box)) &&
      [...layout.cards].every(([id, card]) => nodes.includes(id) || !meet(box, card)) &&
      [...layout.clients].every(([id, at]) => clients.includes(id) || !meet(box, discAt(at))),
  )

/** `words`: how much room what a client says has on its right. */
function around(
  { cards, clients: places }: Layout,
  nodes: readonly string[],
  clients: readonly string[],
  words: number,
): Box | null {
  const boxes = [
    ...nodes.flatMap((id) => cards.get(id) ?? []),
    ...clients.flatMap((id) => {
      const at = places.get(id)
      const disc = at && discAt(at)
      return disc ? [{ ...disc, width: disc.width + words }] : []
    }),
  ]
  if (!nodes.some((id) => cards.has(id))) return null
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  const y = top - PAD.top
  return { x: left - PAD.side, y, width: right - left + 2 * PAD.side, height: bottom - y + PAD.bottom }
}

const discAt = ({ x, y }: { x: number; y: number }): Box => ({
  x: x - DISC,
  y: y - DISC,
  width: 2 * DISC,
  height: 2 * DISC,
})

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + AIR && b.x < a.x + a.width + AIR && a.y < b.y + b.height + AIR && b.y < a.y + a.height + AIR

const isInside = ({ x, y, width, height }: Box, stage: Layout): boolean =>
  x >= AIR && y >= AIR && x + width <= stage.width - AIR && y + height <= stage.height - AIR
