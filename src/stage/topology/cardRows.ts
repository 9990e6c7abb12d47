import type { NodeFrame } from '../../engine/index.ts'
import { drainText, lagText, rewindText, stoppedAt, strips } from '../../words/index.ts'
import { badge, hue, type Origin, piston, plug } from '../glyphs/index.ts'
import { label, type Shape } from '../picture/index.ts'
import { cellsInWindow, nodeStart } from './columns.ts'
import { drained } from './drain.ts'
import type { Instant } from './effect.ts'
import { drainGauge, lagGauge } from './gauge.ts'
import type { Box, Columns, Density, Layout } from './layout.ts'
import { fencedNote, gateNote, readOnlyNote, recoveringNote } from './phrases.ts'
import { strip } from './strip.ts'

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

/** The line of words in a card without a gauge. */
export function note(at: Instant, node: NodeFrame): string {
  if (node.process === 'down') return stoppedAt(node.processSince)
  if (node.process === 'recovering') return recoveringNote
  if (node.role === 'fenced') return fencedNote(node.epoch, at.frame.epoch)
  if (node.role === 'read-only') return readOnlyNote
  if (node.rewind !== null) return rewindText(node.rewind, at.time)
  if (node.role !== 'master' || at.frame.mode.kind === 'async') return ''
  const after = at.frame.mode.waitPoint === 'after-commit'
  const waiting = node.cells.filter(
    (c) => c.okAt === null && c.fate === 'kept' && c.origin === node.id && (after || c.position > node.applied),
  )
  return gateNote(
    at.frame,
    waiting.map((c) => c.number),
  )
}

export function binlogRow(at: Instant, node: NodeFrame, scene: CardScene, ground: string, size: CardSize): Shape[] {
  const top = BINLOG_TOP[size]
  const word = label('binlog-word', 12, top + 14.6, strips.binlog, { size: 13, fill: hue.muted })
  const live = node.process === 'up' && node.role === 'master'
  const columns = columnsOf(node, scene)
  const start = nodeStart(node, scene.start, columns)
  return [
    ...(size === 'line' ? [] : [live ? word : { ...word, attributes: { ...word.attributes, fill: hue.stale } }]),
    strip(at, {
      key: 'binlog',
      cells: cellsInWindow(node.cells, start, columns),
      start,
      columns,
      top,
      proofs: size === 'usual' ? 3 : 1,
      ground,
      ink: live ? hue.ink : hue.stale,
      head: node.received,
      last: node.received,
      originOf: scene.originOf,
      drop: 0,
    }),
  ]
}

/** A first master that became a slave keeps its place, which is higher than those of the others. */
function rowDensity(node: NodeFrame, { layout }: CardScene): Density {
  const place = layout.cards.get(node.id)
  return layout.density === 'mini' && place && sizeOf(place) === 'usual' ? 'slim' : layout.density
}

/** A card that is a little wider keeps its columns in the middle of the spare width. */
export function columnsOf(node: NodeFrame, { layout, columns }: CardScene): Columns {
  const extra = (layout.cards.get(node.id)?.width ?? 0) - columns.card
  return extra === 0 ? columns : { ...columns, x: columns.x + extra / 2 }
}

export function slaveRows(at: Instant, node: NodeFrame, scene: CardScene, ground: string, width: number): Shape[] {
  const up = node.process === 'up'
  const rows = ROWS[rowDensity(node, scene)]
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
  const sql = piston(17, rows.data ?? rows.relay, up && isRunning(node), work(at, node))
  const top = rows.relay - 10
  const gauge = rows.gauge === null ? badgeOf(node, scene) : gaugeRow(at, node, rows.gauge, width)
  if (rows.data === null) {
    const both = strip(at, { ...look, key: 'log', top, head: node.applied, last: node.received, drop: 0 })
    if (scene.layout.density === 'line') return [both, ...gauge]
    if (rows.gauge === null) return [sql, both, ...gauge]
    return [word(strips.relay, rows.relay), sql, both, ...gauge]
  }
  const drop = rows.data - rows.relay
  return [
    word(strips.relay, rows.relay),
    plug(17, rows.relay, up && node.receiver.state === 'streaming'),
    strip(at, { ...look, key: 'relay', top, head: null, last: node.received, drop: 0 }),
    word(strips.data, rows.data),
    sql,
    strip(at, { ...look, key: 'data', top: top + drop, head: node.applied, last: node.applied, drop }),
    ...gauge,
  ]
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

function gaugeRow(at: Instant, node: NodeFrame, y: number, width: number): Shape[] {
  if (node.process !== 'up') return [label('note', 12, y + 4.6, note(at, node), { size: 13, fill: hue.stale })]
  const track = width > 300 ? 140 : width < 230 ? 52 : 92
  if (node.role === 'draining' || node.role === 'promoting') {
    const drain = node.drain ?? { total: 0, left: 0, startedAt: at.time, endsAt: at.time }
    return [drainGauge(12, y, track, drained(at, node), drainText(drain, at.time))]
  }
  return node.lag ? [lagGauge(12, y, track, node.lag, at.frame.lag, lagText(node.lag))] : []
}
