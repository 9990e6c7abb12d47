import type { NodeFrame } from '../../engine/index.ts'
import { isBarred, isPoweredOff } from '../../words/index.ts'
import { hue, at as placed, type RoleIcon } from '../glyphs/index.ts'
import { type Attributes, box, fitted, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import {
  binlogRow,
  type CardScene,
  type CardSize,
  hasBinlog,
  hasLost,
  NOTE_Y,
  note,
  rowDensity,
  sizeOf,
  slaveRows,
} from './cardRows.ts'
import { clockTab } from './clockTab.ts'
import { differsAbove, differsTab } from './differs.ts'
import { drained } from './drain.ts'
import { effect, type Instant, linear } from './effect.ts'
import { header } from './header.ts'
import { type Box, type Layout, MASTER_HEIGHT, SLAVE_HEIGHT } from './layout.ts'
import { leaseRule } from './lease.ts'
import { BEADS } from './messageMarks.ts'
import { packs } from './packs.ts'
import { roleCaps } from './phrases.ts'

/**
 * A node: role, name and epoch in the header, its logs as registered strips, its two threads, its lag. A master has one
 * strip, its binlog; a slave shows what it received over what it applied. Roles are told apart by icon, word and
 * outline before any colour.
 */
const DEATH_MS = 200
const JOIN_MS = 200
const RING_MS = 700
const BARE_HEIGHT = 84
/** A mini card with a binlog needs room for promises above its cells and proofs below. */
const MINI_BINLOG = 62
/** A mini card of a slave with lost writes needs room for their crosses; the gap to the next card has it. */
const MINI_LOST = 65

const HEADER: Record<CardSize, number> = { usual: 30, mini: 26, line: 36 }
const LINE_HEADER = 194

type Kind =
  | 'master'
  | 'slave'
  | 'promoting'
  | 'candidate'
  | 'down'
  | 'recovering'
  | 'fenced'
  | 'read-only'
  | 'rewinding'

const ICON: Record<Kind, RoleIcon> = {
  master: 'crown',
  slave: 'lines',
  promoting: 'chevron',
  candidate: 'chevron',
  down: 'cross',
  recovering: 'turn',
  fenced: 'padlock',
  'read-only': 'bar',
  rewinding: 'turn',
}

function kindOf(node: NodeFrame): Kind {
  if (node.process !== 'up') return node.process
  if (isBarred(node)) return 'fenced'
  return node.role === 'draining' ? 'promoting' : node.role
}

/** Height of the card as it is drawn now; never more than its place and the gap below it. */
export function cardHeight(at: Instant, node: NodeFrame, layout: Layout): number {
  const place = layout.cards.get(node.id)
  if (layout.masters && place) return place.height
  const size = place ? sizeOf(place) : 'usual'
  if (size === 'line') return SLAVE_HEIGHT.line
  if (size === 'mini') return hasBinlog(node) ? MINI_BINLOG : hasLost(at, node) ? MINI_LOST : SLAVE_HEIGHT.mini
  if (!hasBinlog(node)) return SLAVE_HEIGHT[rowDensity(node, layout)]
  return hasNote(at, node, layout) ? MASTER_HEIGHT : BARE_HEIGHT
}

const hasNote = (at: Instant, node: NodeFrame, layout: Layout): boolean =>
  note(at, node) !== '' && (layout.cards.get(node.id)?.height ?? 0) >= MASTER_HEIGHT

export function card(at: Instant, node: NodeFrame, place: Box, scene: CardScene): Shape {
  const kind = kindOf(node)
  const height = cardHeight(at, node, scene.layout)
  const { width } = place
  const ground = node.process === 'up' ? hue.panel : hue.canvas
  const masters = scene.layout.masters
  const spec = masters && packs.masters.spec(scene, place)
  const size = spec ? (spec.size === 'strip' ? 'line' : 'usual') : sizeOf(place)
  const rows = masters
    ? packs.masters.rows(at, node, scene, ground, place)
    : hasBinlog(node)
      ? [
          ...binlogRow(at, node, scene, ground, size),
          ...(hasNote(at, node, scene.layout) ? [noteRow(at, node, width)] : []),
        ]
      : slaveRows(at, node, scene, ground, width)
  return placed(
    `card-${node.id}`,
    place.x,
    place.y,
    [
      ...around(at, node, kind, width, height),
      box('ground', 0, 0, width, height, ground, { rx: 6 }),
      headerOf(at, node, kind, size === 'line' ? LINE_HEADER : width, scene, size, spec?.header),
      outline(kind, width, height),
      ...rows,
      ...(kind === 'master' && size !== 'line' && !masters
        ? leaseRule(at, node, HEADER[size] + (size === 'mini' ? 2 : 4), width)
        : []),
      ...selection(at, node.id, width, height),
      ...clockOf(node, width, height, masters),
      // On a phone's wide card between role and name, which stand close under its edge.
      ...(at.view.differs?.includes(node.id)
        ? [width > 300 && size !== 'line' ? differsAbove(width) : differsTab(10, -10)]
        : []),
    ],
    { 'data-node': node.id, style: 'cursor:pointer', ...fading(at, node) },
  )
}

/** On the lower edge; of several masters beside the card, or in the wide header of a phone. */
function clockOf(node: NodeFrame, width: number, height: number, masters: Layout['masters']): Shape[] {
  if (masters?.clocks.has(node.id) || masters?.size === 'strip') return []
  return masters?.size === 'wide' ? clockTab(node, 240, 14) : clockTab(node, width, height)
}

/** A node that has just joined comes in by a short fade. */
function fading(at: Instant, { joinedAt }: NodeFrame): Attributes {
  const share = joinedAt > 0 ? effect(at, joinedAt, JOIN_MS) : 1
  return share < 1 ? { opacity: share } : {}
}

const isStale = (kind: Kind) => ['down', 'recovering', 'fenced', 'read-only', 'rewinding'].includes(kind)

function headerOf(
  at: Instant,
  node: NodeFrame,
  kind: Kind,
  width: number,
  { id, layout, originOf }: CardScene,
  size: CardSize,
  high = HEADER[size],
): Shape {
  const ink = isStale(kind) ? hue.stale : hue.ink
  // A master that dies loses its ink in one short fade; at once before a room, where half a fade is no ground for words.
  const fades = kind === 'down' && node.role === 'master' && (at.view.weight ?? 1) === 1
  const dying = fades ? 1 - effect(at, node.processSince, DEATH_MS) : 0
  const inked = kind === 'master' || dying > 0 ? 1 : kind === 'promoting' ? drained(at, node) : 0
  return header({
    width,
    height: high,
    beside: size === 'line',
    icon: isPoweredOff(at.frame, node) ? 'power' : kind === 'master' && layout.masters?.regions ? 'region' : ICON[kind],
    role: roleCaps(node),
    name: node.id,
    epoch: layout.masters?.regions || (layout.masters && size === 'line') ? null : node.epoch,
    tag: layout.masters?.regions && size !== 'line' ? packs.masters.tag(at, node, width) : null,
    origin: layout.masters && originOf(node.id),
    ink,
    roleInk: kind === 'promoting' || kind === 'candidate' ? hue.accent : ink,
    inked,
    opacity: dying > 0 ? dying : 1,
    rule: isStale(kind) ? hue.stale : hue.hair,
    id: `${id}-edge-${node.id}`,
  })
}

function outline(kind: Kind, width: number, height: number): Shape {
  const dashed: Attributes = kind === 'down' || kind === 'recovering' ? { 'stroke-dasharray': '6 4' } : {}
  const paint = isStale(kind) ? hue.stale : hue.ink
  return box('outline', 0, 0, width, height, 'none', { rx: 6, stroke: paint, 'stroke-width': 2, ...dashed })
}

/** What stands outside the card: the double outline of a promotion, the ring that marks it, the tray of a fence. */
function around(at: Instant, node: NodeFrame, kind: Kind, width: number, height: number): Shape[] {
  if (kind === 'fenced' || kind === 'rewinding' || isPoweredOff(at.frame, node)) {
    // One above the other in their data centres, the outline of the place is as close around the card.
    if (at.view.layout === 'stacked' && at.frame.dataCenters.length > 0) return []
    return [line('tray', p`M-6 18V${height}a6 6 0 0 0 6 6H${width}a6 6 0 0 0 6 -6V18`, hue.stale, 2)]
  }
  const ring = (key: string, out: number, opacity: number) =>
    box(key, -out, -out, width + 2 * out, height + 2 * out, 'none', {
      rx: 5 + out,
      stroke: hue.accent,
      'stroke-width': 1.5,
      opacity,
    })
  if (kind === 'promoting' || kind === 'candidate') return [ring('chosen', 5, 1)]
  const share = kind === 'master' && node.chosenAt !== null ? linear(at, node.roleSince, RING_MS) : 1
  if (share >= 1 || share <= 0) return []
  const out = 1 - (1 - share) * (1 - share)
  return [ring('ring', 5 + 7 * out, 1 - share)]
}

function noteRow(at: Instant, node: NodeFrame, width: number): Shape {
  const live = node.process === 'up' && node.role === 'master'
  const fill = !live ? hue.stale : at.frame.mode.gate === 'fallen-back' ? hue.warn : hue.ink
  const words = note(at, node)
  const size = textWidth(words, { size: 13 }) <= width - 20 ? 13 : 12
  return label('note', 12, NOTE_Y, fitted(words, width - 16, { size }), { size, fill })
}

/** Selected: register marks at the corners. Focused: the ring that keyboard focus has everywhere; of a link, both ends. */
function selection(at: Instant, id: string, width: number, height: number): Shape[] {
  const shapes: Shape[] = []
  if (at.view.selected === id) {
    const [l, t, r, b] = [-9, -9, width + 9, height + 9]
    const d =
      p`M${l} ${t + 9}V${t}H${l + 9}M${r - 9} ${t}H${r}V${t + 9}` +
      p`M${r} ${b - 9}V${b}H${r - 9}M${l + 9} ${b}H${l}V${b - 9}`
    shapes.push(line('selected', d, hue.ink, 1.5))
  }
  if (at.view.highlight?.includes(id)) {
    shapes.push(box('pointed-out', -6, -6, width + 12, height + 12, 'none', { rx: 11, ...BEADS }))
  }
  if (at.view.focused?.split('~').includes(id)) {
    const ring = (key: string, out: number, paint: string, thick: number) =>
      box(key, -out, -out, width + 2 * out, height + 2 * out, 'none', {
        rx: 6 + out,
        stroke: paint,
        'stroke-width': thick,
      })
    shapes.push(ring('focus-halo', 3, hue.canvas, 4), ring('focus', 5.5, hue.ink, 3))
  }
  return shapes
}
