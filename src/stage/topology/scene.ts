import { originsOf } from '../../words/index.ts'
import { type Origin, originOf } from '../glyphs/index.ts'
import { group, type Shape } from '../picture/index.ts'
import { card, cardHeight } from './card.ts'
import { type CardScene, columnsOf } from './cardRows.ts'
import { clients } from './clients.ts'
import { columnsFor, nodeStart, windowStart } from './columns.ts'
import type { Instant } from './effect.ts'
import type { ClientScene } from './exchange.ts'
import { happenings } from './happenings.ts'
import type { Box, Layout } from './layout.ts'
import { isTurned, linkShape, linkSigns } from './links.ts'
import { isBelow, isShown, type MonitorScene, monitorShapes, probes, probeX } from './monitor.ts'
import { onlyHere } from './onlyHere.ts'
import { packs } from './packs.ts'
import { tokens } from './tokens.ts'
import type { Point } from './view.ts'
import { ways } from './ways.ts'

/**
 * The whole picture of one instant, in stage units: links under cards, everything that moves above them. A pure
 * function: the same frame, time, view and room give the same shapes.
 */
export function scene(at: Instant, layout: Layout, id: string): Shape[] {
  const { frame, view } = at
  const nodes = new Map(frame.nodes.map((n) => [n.id, n]))
  const places = new Map(frame.nodes.map((n, i) => [n.id, i]))
  // Of several masters one may be gone whose entries are still there.
  const origins = frame.multiMaster ? originsOf(frame) : null
  const origin = (node: string): Origin => originOf((origins ? origins.indexOf(node) : places.get(node)) ?? 0)
  const moved = (key: string, home: Box): Box => ({ ...home, ...view.moved[key] })
  const stands = new Map<string, { box: Box; height: number }>()
  for (const [key, home] of layout.cards) {
    const node = nodes.get(key)
    if (node) stands.set(key, { box: moved(key, home), height: cardHeight(at, node, layout) })
  }
  const stand = (key: string) => stands.get(key) ?? null

  const monitorAt = (key: string) => view.moved[key] ?? layout.monitors.get(key) ?? null
  const watchers = [...layout.monitors.keys()].flatMap((key) => monitorAt(key) ?? [])
  const withMonitor = isShown(at, layout)
  const isThere = (key: string) => stands.get(key)!
  const allWays = layout.masters
    ? packs.masters.ways(at, layout, isThere)
    : ways(at, layout, isThere, frame.monitor && view.layout !== 'hero' ? watchers : [])
  const columns = columnsFor(frame, layout.columns)
  const start = windowStart(at, columns)
  const cards: CardScene = { layout, columns, start, originOf: origin, id }
  const clientScene: ClientScene = {
    layout,
    place: (key) => view.moved[key] ?? layout.clients.get(key)!,
    cardOf: stand,
  }
  const drawn = allWays.filter((way) => way.drawn)
  const travel = { ways: allWays, nodes, originOf: origin }
  const shownNodes = frame.nodes.filter((n) => stands.has(n.id))
  const brackets = new Map(
    shownNodes.map((n) => [n.id, bracket(at, n.id, cards, stands.get(n.id)!, withMonitor ? watchers : [])]),
  )
  const monitorScene: MonitorScene | null = withMonitor
    ? { layout, placeOf: monitorAt, cardOf: stand, isMarked: (key) => (brackets.get(key)?.length ?? 0) > 0 }
    : null

  const centerScene = {
    layout,
    cardBox: (key: string) => stand(key)?.box ?? null,
    clientAt: (key: string) => view.moved[key] ?? layout.clients.get(key) ?? null,
    monitorAt,
  }

  return [
    group('centers', layout.centers.length > 0 ? packs.crowd.outlines(at, centerScene) : []),
    group('probes', monitorScene ? probes(at, monitorScene) : []),
    group(
      'links',
      drawn.map((way) => linkShape(at, way)),
    ),
    group('cards', [
      ...happenings.leavers(at, layout),
      ...shownNodes.map((n) => card(at, n, stands.get(n.id)!.box, cards)),
    ]),
    group('messages', tokens(at, travel)),
    ...(layout.masters ? [group('masters', packs.masters.around(at, layout, allWays, origin))] : []),
    group('clients', layout.masters ? packs.masters.clients(at, clientScene) : clients(at, clientScene)),
    // Over the ways of clients, too: words are read, and lines can be followed past them.
    group('signs', [...linkSigns(at, drawn, stand), ...happenings.drops(at, travel), ...happenings.bounces(at, stand)]),
    group('lost', [
      ...[...brackets.values()].flat(),
      ...(layout.ledger ? happenings.ledger(at, ledgerBox(layout.ledger, stands, brackets)) : []),
    ]),
    group('monitor', monitorScene ? monitorShapes(at, monitorScene) : []),
  ]
}

/** What a card and the words under it leave of the place below: a former master that is a slave has a higher card. */
function ledgerBox(
  box: Box,
  stands: ReadonlyMap<string, { box: Box; height: number }>,
  brackets: ReadonlyMap<string, readonly Shape[]>,
): Box {
  let top = box.y
  for (const [id, { box: card, height }] of stands) {
    if (card.x >= box.x + box.width || card.x + card.width <= box.x || card.y > box.y) continue
    const words = (brackets.get(id)?.length ?? 0) > 0 ? 38 : 0
    top = Math.max(top, card.y + height + 6 + words)
  }
  return { ...box, y: top, height: Math.max(42, box.height - (top - box.y)) }
}

/** Only where there is room for it: under a master, with nothing close below. */
function bracket(
  at: Instant,
  id: string,
  cards: CardScene,
  { box, height }: { box: Box; height: number },
  watchers: readonly Point[],
): Shape[] {
  const node = at.frame.nodes.find((n) => n.id === id)!
  if (node.role !== 'master' || at.view.layout === 'stacked' || cards.layout.masters) return []
  if (at.view.without?.includes('at-risk')) return []
  const below = box.y + height
  for (const [key, other] of cards.layout.cards) {
    const sameColumn = other.x < box.x + box.width && other.x + other.width > box.x
    if (sameColumn && other.y > box.y && other.y - below < (isNewSlave(at, key, id) ? ROOM_FOR_BOTH : 50)) return []
  }
  // What a newer epoch has broken is lost: that has its own signs.
  const kept = node.onlyHere.filter((p) => node.cells.find((c) => c.position === p)?.fate === 'kept')
  return onlyHere(id, {
    entries: kept,
    card: { ...box, height },
    columns: columnsOf(node, cards),
    start: nodeStart(node, cards.start, cards.columns),
    aside: box.x > cards.layout.width / 2,
    slack: at.view.layout === 'hero' ? 48 : 0,
    probeX: leftmost(watchers.filter((place) => isBelow(place, box, height)).map((place) => probeX(place, box))),
  })
}

/** Between a master and its new slave: for the words under the one, and those about the other in the middle. */
const ROOM_FOR_BOTH = 160
const isNewSlave = (at: Instant, slave: string, master: string): boolean =>
  at.frame.recent.some((fact) => isTurned(at, fact) && fact.at === slave && fact.args.peer === master)

/** Of the probes that come up from below the words keep clear of the first. */
const leftmost = (all: readonly number[]): number | null => (all.length > 0 ? Math.min(...all) : null)
