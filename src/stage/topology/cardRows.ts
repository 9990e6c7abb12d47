import type { Frame, NodeFrame } from '../../engine/index.ts'
import {
  barredNote,
  isBarred,
  isPoweredOff,
  leaseText,
  poweredOffAt,
  purgedUpTo,
  readOnlySince,
  rewindText,
  stoppedAt,
  strips,
} from '../../words/index.ts'
import { badge, hue, type Origin, piston, plug, smallClock, smallLock } from '../glyphs/index.ts'
import { label, type Shape } from '../picture/index.ts'
import { cellsInWindow, nodeStart } from './columns.ts'
import type { Instant } from './effect.ts'
import { drainGauge } from './gauge.ts'
import { type Box, type Columns, type Density, type Layout, SLAVE_HEIGHT } from './layout.ts'
import { fencedNote, gateNote, recoveringNote } from './phrases.ts'
import { copied, heldSign, isRefused, slaveGauge } from './slaveGauge.ts'
import { strip } from './strip.ts'
import { endOfLog } from './takenBack.ts'

/** The rows of a card under its header: strips, threads, gauge, or one line of words. */
const BINLOG_TOP: Record<CardSize, number> = { usual: 45, mini: 33, line: 10 }
export const NOTE_Y = 93

/** `mini` and `line`: what is left of a card in a room for many. */
export type CardSize = 'usual' | 'mini' | 'line'
export const sizeOf = ({ height }: Box): CardSize => (height >= 84 ? 'usual' : height >= 56 ? 'mini' : 'line')

export interface CardScene {
  layout: Layout
  columns: Columns
  /** Position in the first column. */
  start: number
  originOf(node: string): Origin
  /** Prefix for ids on the page. */
  id: string
}

/** Middle lines of the rows, by how much room a slave has. Without a data row one strip shows both. */
const ROWS: Record<Density, { relay: number; data: number | null; gauge: number | null }> = {
  full: { relay: 50, data: 80, gauge: 110 },
  compact: { relay: 49, data: null, gauge: 76 },
  slim: { relay: 46, data: null, gauge: 69 },
  mini: { relay: 41, data: null, gauge: null },
  line: { relay: 18, data: null, gauge: null },
}

/** Does this node show one log, its binlog? */
export const hasBinlog = (node: NodeFrame): boolean =>
  ['master', 'fenced', 'read-only', 'rewinding'].includes(node.role)

/** Are there crosses below its cells? */
export const hasLost = (at: Instant, { cells }: NodeFrame): boolean =>
  cells.some(({ fate, fateAt }) => fate === 'lost' && fateAt <= at.time)

/** The line of words in a card without a gauge. */
export function note(at: Instant, node: NodeFrame): string {
  if (node.process === 'down')
    return isPoweredOff(at.frame, node) ? poweredOffAt(node.processSince) : stoppedAt(node.processSince)
  if (node.process === 'recovering') return recoveringNote
  if (node.role === 'fenced') return fencedNote(node.epoch, at.frame.epoch)
  if (node.role === 'read-only') return readOnlySince(node.roleSince)
  if (isBarred(node)) return barredNote
  if (node.rewind !== null) return rewindText(node.rewind, at.time)
  if (node.role !== 'master') return ''
  if (node.purgedTo > 0 && isMissed(at.frame, node)) return purgedUpTo(node.purgedTo)
  if (at.frame.mode.kind === 'async') return node.leaseUntil === null ? '' : leaseText(node.leaseUntil - at.time)
  const after = at.frame.mode.waitPoint === 'after-commit'
  const waiting = node.cells.filter(
    (c) => c.okAt === null && c.fate === 'kept' && c.origin === node.id && (after || c.position > node.applied),
  )
  return gateNote(
    at.frame,
    waiting.map((c) => c.number),
  )
}

/** Does somebody need entries that this node's log no longer has: one that it refuses, or one that is away? */
const isMissed = ({ nodes }: Frame, { id, purgedTo }: NodeFrame): boolean =>
  nodes.some(
    (other) =>
      (isRefused(other) && other.receiver.peer === id) ||
      (other.upstream === id && other.received < purgedTo && other.receiver.state !== 'copying'),
  )

export function binlogRow(at: Instant, node: NodeFrame, scene: CardScene, ground: string, size: CardSize): Shape[] {
  const top = BINLOG_TOP[size]
  const word = label('binlog-word', 12, top + 14.6, strips.binlog, { size: 13, fill: hue.muted })
  const live = node.process === 'up' && node.role === 'master' && !isBarred(node)
  const columns = columnsOf(node, scene)
  const start = nodeStart(node, scene.start, columns)
  const end = endOfLog(at, node)
  return [
    ...(size === 'line' ? [] : [live ? word : { ...word, attributes: { ...word.attributes, fill: hue.stale } }]),
    strip(at, {
      key: 'binlog',
      cells: cellsInWindow(node.cells, start, columns).filter(({ position }) => position <= end),
      start,
      columns,
      top,
      proofs: size === 'usual' ? 3 : 1,
      ground,
      ink: live ? hue.ink : hue.stale,
      head: end,
      last: end,
      purgedTo: node.purgedTo,
      originOf: scene.originOf,
      drop: 0,
    }),
  ]
}

/**
 * A first master that became a slave keeps its place. Where that is higher than those of the others it has more rows;
 * where the next card stands too close below, fewer.
 */
export function rowDensity({ id }: NodeFrame, layout: Layout): Density {
  const place = layout.cards.get(id)
  if (!place || sizeOf(place) !== 'usual') return layout.density
  const wish = layout.density === 'mini' ? 'compact' : layout.density
  const below = [...layout.cards.values()].filter((card) => card.x === place.x && card.y > place.y)
  const room = Math.min(...below.map((card) => card.y - place.y)) - 4
  return [wish, 'compact' as const, 'slim' as const].find((density) => SLAVE_HEIGHT[density] <= room) ?? wish
}

/** A card that is a little wider keeps its columns in the middle of the spare width. */
export function columnsOf(node: NodeFrame, { layout, columns }: CardScene): Columns {
  const extra = (layout.cards.get(node.id)?.width ?? 0) - columns.card
  return extra === 0 ? columns : { ...columns, x: columns.x + extra / 2 }
}

export function slaveRows(at: Instant, node: NodeFrame, scene: CardScene, ground: string, width: number): Shape[] {
  const up = node.process === 'up'
  const rows = ROWS[rowDensity(node, scene.layout)]
  const columns = columnsOf(node, scene)
  const start = nodeStart(node, scene.start, columns)
  const look = {
    cells: cellsInWindow(node.cells, start, columns),
    start,
    columns,
    ground,
    ink: up ? hue.ink : hue.stale,
    originOf: scene.originOf,
  }
  const word = (text: string, y: number) =>
    label(`${text}-word`, 30, y + 4.6, text, { size: 13, fill: up ? hue.muted : hue.stale })
  const sql = sqlSign(at, node, rows.data ?? rows.relay)
  const top = rows.relay - 10
  const heldX = rows.data === null ? null : heldAt(node, columns, start)
  const without = (row: string) => at.view.without?.includes(row) === true
  const low = hasLost(at, node) ? 4 : 0
  const lag = rows.gauge === null ? badgeOf(node, scene) : gaugeRow(at, node, rows.gauge + low, width, heldX !== null)
  const gauge = without('gauge') && up ? [] : lag
  // A copy of data has no entries yet: where there is no gauge its progress stands in their place.
  const copy = rows.gauge === null && node.copy ? [drainGauge(columns.x, rows.relay, 60, copied(at, node), '')] : []
  if (rows.data === null) {
    const both = strip(at, { ...look, key: 'log', top, head: node.applied, last: node.received, drop: 0 })
    if (scene.layout.density === 'line') return [both, ...copy, ...gauge]
    if (rows.gauge === null) return [sql, both, ...copy, ...gauge]
    return [word(strips.relay, rows.relay), sql, both, ...gauge]
  }
  const drop = rows.data - rows.relay
  const relay = [
    word(strips.relay, rows.relay),
    plug(17, rows.relay, up && node.receiver.state === 'streaming'),
    strip(at, { ...look, key: 'relay', top, head: null, last: node.received, drop: 0, purgedTo: node.purgedTo }),
  ]
  const data = [
    word(strips.data, rows.data),
    sql,
    strip(at, { ...look, key: 'data', top: top + drop, head: node.applied, last: node.applied, drop }),
    ...(heldX === null ? [] : [heldSign(heldX, rows.data, node.heldUntil!, at, ground)]),
  ]
  return [...(without('relay') ? [] : relay), ...(without('data') ? [] : data), ...gauge]
}

/** The SQL thread: a piston; a clock while it holds entries on purpose, a lock while somebody's lock holds it. */
function sqlSign(at: Instant, node: NodeFrame, y: number): Shape {
  const up = node.process === 'up'
  if (up && node.applier.state === 'delaying') return smallClock('piston', 17, y, hue.warn)
  if (up && node.applier.state === 'blocked') return smallLock('piston', 17, y, hue.warn)
  return piston(17, y, up && isRunning(node), work(at, node))
}

/** Where in the data row it can be said how long the next entry is held; null = nowhere, or nothing is. */
function heldAt(node: NodeFrame, columns: Columns, start: number): number | null {
  if (node.process !== 'up' || node.applier.state !== 'delaying' || node.heldUntil === null) return null
  const far = node.applied > 0 && node.applied < start ? 52 : 0
  const after = Math.max(far, (node.applied + 1 - start) * columns.pitch + 8)
  return after + 92 <= columns.count * columns.pitch ? columns.x + after : null
}

const isRunning = (node: NodeFrame) => ['idle', 'delaying', 'applying', 'blocked'].includes(node.applier.state)

/** The piston's stroke: down while an entry is applied, back in the last eighth. */
function work(at: Instant, node: NodeFrame): number {
  if (!node.applying || at.view.reducedMotion || node.process !== 'up') return 0
  const { startedAt, endsAt } = node.applying
  const share = (at.time - startedAt) / Math.max(1, endsAt - startedAt)
  if (share <= 0 || share >= 1) return 0
  return share < 0.875 ? share / 0.875 : (1 - share) * 8
}

/** Where there is no room for a gauge: its badge, between thread and row. */
function badgeOf({ process, lag, role }: NodeFrame, { layout }: CardScene): Shape[] {
  if (process !== 'up' || !lag || role === 'draining' || role === 'promoting') return []
  return [layout.density === 'line' ? badge(lag.level, layout.columns.x - 15, 18) : badge(lag.level, 46, 41)]
}

function gaugeRow(at: Instant, node: NodeFrame, y: number, width: number, saysHeld: boolean): Shape[] {
  if (node.process !== 'up') return [label('note', 12, y + 4.6, note(at, node), { size: 13, fill: hue.stale })]
  return slaveGauge(at, node, y, width, saysHeld)
}
