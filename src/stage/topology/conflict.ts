import type { ConflictFrame, Frame, VersionFrame } from '../../engine/index.ts'
import { conflictNote, conflictTitle, pairOf, versionFate, versionValue } from '../../words/index.ts'
import { cell, hue, type Origin, silhouette } from '../glyphs/index.ts'
import { area, fitted, group, label, line, p, round, type Shape, textWidth } from '../picture/index.ts'
import { type Instant, linear } from './effect.ts'
import type { Box, Layout } from './layout.ts'
import { wrapped } from './phrases.ts'
import type { Point } from './view.ts'
import type { Way } from './ways.ts'

/**
 * The newest conflict: its two versions joined by two strokes into a diamond, the one that stays ringed, the other one
 * dashed and struck. It comes when it is found, never before: what is in flight may still turn out otherwise. It stays
 * while masters differ on that row, and until something else of note has happened.
 */
const FADE_MS = 700
const CELL = 20
const HALF = 17

export function conflict(at: Instant, { masters }: Layout, originOf: (node: string) => Origin): Shape[] {
  const newest = shownConflict(at.frame)
  if (!newest || !masters) return []
  const opacity = strength(at, newest)
  if (opacity <= 0) return []
  const look = { conflict: newest, frame: at.frame, originOf }
  const shapes = masters.conflict ? picture(masters.conflict, look) : masters.strip ? oneLine(masters.strip, look) : []
  return [group('conflict', shapes, opacity < 1 ? { opacity: round(opacity) } : {})]
}

const shownConflict = ({ multiMaster, time }: Frame): ConflictFrame | undefined =>
  multiMaster?.conflicts.filter(({ at }) => at <= time).at(-1)

/** 1 while it is news or still open; then it fades. */
function strength(at: Instant, { at: found, key }: ConflictFrame): number {
  const { milestone, multiMaster } = at.frame
  const isOpen = multiMaster!.agreement.keys.some((row) => row.key === key)
  if (isOpen || !milestone || milestone.t <= found) return 1
  return 1 - linear(at, milestone.t, FADE_MS)
}

interface Look {
  conflict: ConflictFrame
  frame: Frame
  originOf(node: string): Origin
}

function picture({ x, y, width }: Box, look: Look): Shape[] {
  const { conflict, frame } = look
  const cx = x + width / 2
  const reach = width >= 200 ? 68 : 46
  const [left, right] = pairOf(conflict, frame)
  const notes = wrapped(conflictNote(conflict, frame), width)
  return [
    line(
      'strokes',
      p`M${cx - reach + 10} ${y + 20}L${cx - 15} ${y + 40}M${cx + reach - 10} ${y + 20}L${cx + 15} ${y + 40}`,
      hue.conflict,
      2,
    ),
    diamond('diamond', { x: cx, y: y + 40 }, HALF, '!'),
    ...version('left', left, { x: cx - reach, y: y + 14 }, look, -1, width / 2 - reach),
    ...version('right', right, { x: cx + reach, y: y + 14 }, look, 1, width / 2 - reach),
    label('title', cx, y + 80, fitted(conflictTitle(conflict), width, TITLE), {
      ...TITLE,
      fill: hue.conflict,
      anchor: 'middle',
    }),
    ...notes
      .slice(0, 2)
      .map((words, i) => label(`note-${i}`, cx, y + 98 + 14 * i, words, { fill: hue.muted, anchor: 'middle' })),
  ]
}

const TITLE = { size: 14, bold: true } as const

/** Where there is no room for the picture: both cells around the sign, and its name. */
function oneLine({ x, y, width, height }: Box, look: Look): Shape[] {
  const { conflict, frame } = look
  const cy = y + height / 2
  const [left, right] = pairOf(conflict, frame)
  const from = x + 106
  const title = { size: 13, bold: true } as const
  const whole = conflictTitle(conflict)
  // On a phone there is room for the name of the row only.
  const words = textWidth(whole, title) <= width - 106 ? whole : fitted(conflict.key, width - 106, title)
  const after = from + textWidth(words, title) + 10
  const note = conflictNote(conflict, frame)
  return [
    line('strokes', p`M${x + 26} ${cy}H${x + 68}`, hue.conflict, 2),
    ...version('left', left, { x: x + 16, y: cy }, look, 0, 0),
    diamond('diamond', { x: x + 47, y: cy }, 10, ''),
    ...version('right', right, { x: x + 78, y: cy }, look, 0, 0),
    label('title', from, cy + 4.6, words, { ...title, fill: hue.conflict, halo: hue.canvas }),
    ...(after + textWidth(note) <= x + width
      ? [label('note-0', after, cy + 4.4, note, { fill: hue.muted, halo: hue.canvas })]
      : []),
  ]
}

/** A version as its cell, around (x, y), with its value on that side: -1 left, 1 right, 0 none. */
function version(key: string, one: VersionFrame, { x, y }: Point, look: Look, side: -1 | 0 | 1, room: number): Shape[] {
  const fate = versionFate(look.conflict, one)
  const origin = look.originOf(one.origin)
  const number = String(one.sequence)
  const width = Math.max(CELL, number.length * 7.3 + 5)
  const fill = fate === 'discarded' ? 'discarded' : 'applied'
  const shapes = [cell(key, x - width / 2, y - CELL / 2, { origin, fill, number, width, ground: hue.canvas })]
  if (fate === 'kept') shapes.push(ring(`${key}-ring`, origin, x, y, width))
  if (side !== 0)
    shapes.push(value(`${key}-value`, versionValue(one), { x, y }, side, room - width / 2 - 8, fate === 'discarded'))
  return shapes
}

/** 3.5 outside of the cell, in its silhouette. */
function ring(key: string, origin: Origin, x: number, y: number, width: number): Shape {
  const shape = line('line', silhouette(origin, width + 7, CELL + 7), hue.ink, 2)
  return group(key, [shape], { transform: `translate(${round(x - width / 2 - 3.5)} ${round(y - CELL / 2 - 3.5)})` })
}

/** Beside its cell in large digits, or below it where it is longer. */
function value(key: string, words: string, { x, y }: Point, side: -1 | 1, room: number, gone: boolean): Shape {
  const fill = gone ? hue.stale : hue.ink
  const large = { size: 16, mono: true, bold: !gone } as const
  if (textWidth(words, large) <= room)
    return label(key, x + side * 18, y + 5, words, { ...large, fill, anchor: side < 0 ? 'end' : 'start' })
  const small = { mono: true, bold: !gone } as const
  const shown = fitted(words, 72, small)
  return label(key, x + side * 6, y + 28, shown, { ...small, fill, anchor: 'middle', halo: hue.canvas })
}

function diamond(key: string, { x, y }: Point, half: number, sign: string): Shape {
  return group(key, [
    area(
      'rim',
      p`M${x} ${y - half - 3}l${half + 3} ${half + 3} ${-half - 3} ${half + 3} ${-half - 3} ${-half - 3}z`,
      hue.canvas,
    ),
    area('shape', p`M${x} ${y - half}l${half} ${half} ${-half} ${half} ${-half} ${-half}z`, hue.conflict),
    ...(sign === '' ? [] : [label('sign', x, y + 5, sign, { size: 14, fill: hue.on, bold: true, anchor: 'middle' })]),
  ])
}

/** Where the entries of another master come in and stopped at an error: on the edge of the card, with its number. */
export function stoppedSigns({ frame }: Instant, ways: readonly Way[]): Shape[] {
  const sites = frame.multiMaster?.sites ?? []
  return sites.flatMap(({ node, channels }) =>
    channels.flatMap(({ from, error }) => {
      const way = error && ways.find((w) => [w.from.id, w.to.id].includes(node) && [w.from.id, w.to.id].includes(from))
      if (!error || !way) return []
      const end = way.route.at(way.to.id === node ? 1 : 0)
      const out = way.to.id === node ? -1 : 1
      const [x, y] = [end.x + end.dx * out * 2, end.y + end.dy * out * 2]
      const upright = Math.abs(end.dy) > 0.7
      const [tx, ty] = upright
        ? [x + 16, y + 4 + 8 * Math.sign(end.dy * out)]
        : [x + 24 * Math.sign(end.dx * out), y - 14]
      const how = { size: 13, bold: true, mono: true, fill: hue.conflict, halo: hue.canvas } as const
      return [
        group(`stopped-${node}-${from}`, [
          diamond('diamond', { x, y }, 12, '!'),
          label('code', tx, ty, String(error.code), { ...how, anchor: upright ? 'start' : 'middle' }),
        ]),
      ]
    }),
  )
}
