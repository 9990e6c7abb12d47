import type { Outage } from '../../engine/index.ts'
import { outageWords } from '../../words/index.ts'
import { originHue, originOf, silhouette } from '../glyphs/index.ts'
import { area, box, fitted, group, label, line, linear, p, type Shape, textWidth } from '../picture/index.ts'
import { hatch } from './hatch.ts'
import { laneLine, type Taken } from './laneLine.ts'
import type { Mark, Timeline } from './lanes.ts'
import { markExtent, markGlyph } from './markGlyph.ts'
import { placedMarks } from './merge.ts'
import { outageLane } from './outageLane.ts'
import { type Row, type Rows, RULER, rowsFor } from './rows.ts'
import { rulerShapes } from './rulerShapes.ts'

// The whole timeline as a picture: a pure function of what happened, the time and the view. Time runs to the
// right, a lane is a participant, the weight of its line is its role (DESIGN 3, "Timeline").

export interface TimelineView {
  /** What is shown, microseconds. */
  from: number
  to: number
  /** Px. */
  width: number
  height: number
  /** Id of the lane that is selected. */
  selected?: string | null
  /** Where auto pace went faster: [from, to, factor]. */
  hurried?: readonly (readonly [number, number, number])[]
  /** Stops of "next milestone": a notch under the ruler. */
  milestones?: readonly { id: number; t: number }[]
  /** Where the present branch left another one; null or absent = nowhere. */
  forkedAt?: number | null
  /** Said where nothing has been run yet, or is shown yet; absent: the former. */
  beyond?: string
  /** First lane shown when not all fit; absent: the selected lane is kept in sight. */
  firstLane?: number
  /** A sentence for a mark's tooltip. */
  describe?: (mark: Mark, lane: string) => string
}

/** Something that a click can reach: it seeks to exactly `t`. */
interface Target {
  x: number
  y: number
  /** How far from it a click still counts, px. */
  reachX: number
  reachY: number
  t: number
  fact: number
}

interface Still {
  /** Below the playhead and above it. */
  below: Shape[]
  above: Shape[]
  targets: Target[]
  rows: Rows
  /** Left and right end of the lanes, px. */
  x0: number
  x1: number
}

export interface TimelinePicture extends Omit<Still, 'below' | 'above'> {
  shapes: Shape[]
}

const GUTTER = 20
const SWATCH = 12

/** `outages`: those of the frame at that time. Whoever gives them has a lane for them, though it may be empty. */
export function timelinePicture(
  timeline: Timeline,
  time: number,
  view: TimelineView,
  outages: readonly Outage[] | null = null,
): TimelinePicture {
  const { below, above: words, ...rest } = stillFor(outages === null ? timeline : withOutages(timeline), view)
  const bars = outages === null ? [] : [group('outages', barsOf(outages, time, rest, view))]
  const above = [...words, ...bars]
  const { from, to, height } = view
  if (time < from || time > to) return { ...rest, shapes: [...below, group('playhead', []), ...above] }
  const at = linear([from, to], [rest.x0, rest.x1])(time)
  // Moved as a whole: a frame later only its place is written.
  const head = group('playhead', headShapes(height - 10), { transform: p`translate(${at} 0)` })
  return { ...rest, shapes: [...below, head, ...above] }
}

function barsOf(outages: readonly Outage[], time: number, still: Omit<Still, 'below' | 'above'>, view: TimelineView) {
  const row = still.rows.rows.find(({ lane }) => lane.id === OUTAGES)
  if (!row) return []
  const { from, to } = view
  return outageLane(outages, time, { y: row.y, x: linear([from, to], [still.x0, still.x1]), from, to, x1: still.x1 })
}

/** The last one with its lane: the same for the same. */
let known: { timeline: Timeline; made: Timeline } | null = null

function withOutages(timeline: Timeline): Timeline {
  if (known?.timeline !== timeline) {
    const lane = { id: OUTAGES, spans: [], marks: [] }
    known = { timeline, made: { ...timeline, lanes: [...timeline.lanes, lane] } }
  }
  return known.made
}

const OUTAGES = outageWords.lane

let head = { bottom: 0, shapes: [] as Shape[] }

function headShapes(bottom: number): Shape[] {
  if (head.bottom !== bottom) {
    const stem = line('line', p`M0 24V${bottom}`, 'var(--accent)', 2)
    head = { bottom, shapes: [stem, area('flag', 'M-6 18h12v6l-6 6 -6 -6z', 'var(--accent)')] }
  }
  return head.shapes
}

/** The last one: while only the time goes on, it is the very same. */
let last: { timeline: Timeline; view: TimelineView; still: Still } | null = null

function stillFor(timeline: Timeline, view: TimelineView): Still {
  if (last?.timeline !== timeline || !isSame(last.view, view)) last = { timeline, view, still: still(timeline, view) }
  return last.still
}

const isSame = (a: TimelineView, b: TimelineView): boolean =>
  [...Object.keys(a), ...Object.keys(b)].every(
    (name) => a[name as keyof TimelineView] === b[name as keyof TimelineView],
  )

/** All that does not depend on the time. */
function still(timeline: Timeline, view: TimelineView): Still {
  const narrow = view.width < 480
  const pad = narrow ? 12 : GUTTER
  const x0 = pad + (narrow ? 60 : 64)
  const x1 = Math.max(x0 + 40, view.width - pad)
  const x = linear([view.from, view.to], [x0, x1])
  const bottom = view.height - 10
  const rows = rowsFor(timeline.lanes, view.height, view.firstLane, view.selected)
  const playedTo = Math.max(view.from, Math.min(view.to, timeline.playedTo))
  const targets: Target[] = []

  const beyond = x(playedTo)
  const unplayed: Shape[] = []
  if (x1 - beyond > 1) {
    unplayed.push(line('hatch', hatch(beyond, RULER, x1, bottom), 'var(--line)', 1, { opacity: 0.2 }))
    const words = view.beyond ?? 'not run yet'
    // Beyond the number that may stand at the last marks.
    if (x1 - beyond > textWidth(words) + 36) {
      const y = rows.rows[Math.floor(rows.rows.length / 2)]?.y ?? (RULER + bottom) / 2
      unplayed.push(label('words', beyond + 30, y + 4.5, words, { fill: 'var(--muted)', halo: 'var(--canvas)' }))
    }
  }

  const notches = (view.milestones ?? [])
    .filter(({ t }) => t >= view.from && t <= view.to)
    .map(({ id, t }) => {
      targets.push({ x: x(t), y: RULER + 2, reachX: 6, reachY: 10, t, fact: id })
      return area(`milestone/${id}`, p`M${x(t)} ${RULER + 1}l-3 5h6z`, 'var(--ink)')
    })

  const names: Shape[] = []
  const lines: Shape[] = []
  const signs: Shape[] = []
  const words: Shape[] = []
  for (const row of rows.rows) {
    const drawn = laneShapes(row, rows.pitch, x, { ...view, to: playedTo }, targets)
    lines.push(...drawn.lines)
    signs.push(...drawn.signs)
    words.push(...drawn.words)
    names.push(laneName(row, pad, x0, row.lane.id === view.selected))
  }
  if (rows.total > rows.rows.length) {
    const shown = `${rows.rows.length} of ${rows.total}`
    names.push(label('more', pad, 16, shown, { fill: 'var(--muted)' }))
  }

  const fork = view.forkedAt
  const branch =
    fork === undefined || fork === null || fork < view.from || fork > view.to
      ? []
      : [
          line('trunk', p`M${x(fork)} ${RULER}v8`, 'var(--canvas)', 4),
          line('branch', p`M${x(fork) - 5} ${RULER + 3}q5 0 5 6M${x(fork)} ${RULER}v12`, 'var(--accent)', 1.6),
        ]

  const below = [
    // Takes the pointer everywhere; shows nothing.
    box('ground', 0, 0, view.width, view.height, 'var(--canvas)', { 'fill-opacity': 0 }),
    group('unplayed', unplayed),
    group('ruler', rulerShapes({ from: view.from, to: view.to, x0, x1, x, hurried: view.hurried ?? [] })),
    group('milestones', notches),
    group('names', names),
    group('lines', lines),
    group('marks', signs),
    group('branch', branch),
  ]
  return { below, above: [group('words', words)], targets, rows, x0, x1 }
}

function laneName({ lane, y }: Row, pad: number, x0: number, selected: boolean): Shape {
  const how = { mono: !['clients', 'monitor', 'agree', OUTAGES].includes(lane.id), bold: selected }
  if (lane.origin === undefined) return label(`name/${lane.id}`, pad, y + 4.5, fitted(lane.id, x0 - pad - 6, how), how)
  // Of several masters: the silhouette of its entries stands before its name.
  const origin = originOf(lane.origin)
  const swatch = group('swatch', [area('shape', silhouette(origin, SWATCH, SWATCH), originHue(origin))], {
    transform: p`translate(${pad} ${y - SWATCH / 2})`,
  })
  const room = x0 - pad - SWATCH - 14
  return group(`name/${lane.id}`, [swatch, label('name', pad + SWATCH + 8, y + 4.5, fitted(lane.id, room, how), how)])
}

function laneShapes(
  { lane, y }: Row,
  pitch: number,
  x: (t: number) => number,
  view: TimelineView,
  targets: Target[],
): { lines: Shape[]; signs: Shape[]; words: Shape[] } {
  const [left, right] = [x(view.from), x(view.to)]
  const pixelsPerUs = (x(1_000_000) - x(0)) / 1_000_000
  const seen = lane.marks.filter(({ t }) => t >= view.from && t <= view.to)
  const placed = placedMarks(seen, pixelsPerUs)
  const taken: Taken[] = []
  const signs: Shape[] = []
  for (const mark of placed) {
    const at = x(mark.t) + mark.dx
    const extent = markExtent(mark.is, mark.count)
    taken.push({ from: at - extent, to: at + extent })
    targets.push({
      x: at,
      y,
      reachX: Math.max(6, extent),
      reachY: Math.max(8, pitch / 2),
      t: mark.seek,
      fact: mark.fact,
    })
    const sign = group(
      `${lane.id}/${mark.is}/${mark.fact}`,
      markGlyph(mark.is, mark.count, pitch, mark.room > 6, mark.origin),
      {
        transform: `translate(${Math.round(at * 100) / 100} ${Math.round(y * 100) / 100})`,
      },
    )
    signs.push(view.describe ? { ...sign, title: view.describe({ ...mark, t: mark.seek }, lane.id) } : sign)
    if (mark.more > 0 && pitch >= 24) {
      const words = `+${mark.more}`
      signs.push(
        label(`${lane.id}/${mark.is}/${mark.fact}/more`, at + extent - 2, y - 6, words, {
          fill: 'var(--muted)',
          mono: true,
          halo: 'var(--canvas)',
        }),
      )
    }
    if (mark.count > 1 && (mark.is === 'write' || mark.is === 'applied') && mark.room > 24 && pitch >= 24) {
      signs.push(
        label(`${lane.id}/${mark.is}/${mark.fact}/count`, at, y - 7, String(mark.count), {
          fill: 'var(--muted)',
          mono: true,
          anchor: 'middle',
          halo: 'var(--canvas)',
        }),
      )
    }
  }
  const lines: Shape[] = []
  const words: Shape[] = []
  for (const span of lane.spans) {
    if (span.to <= view.from || span.from >= view.to) continue
    const from = Math.max(left, x(span.from))
    const drawn = laneLine(
      `${lane.id}/${span.from}/${span.is}`,
      span.is,
      from,
      Math.min(right, x(span.to)),
      y,
      from - x(span.from),
      taken,
    )
    lines.push(...drawn.lines)
    words.push(...drawn.words)
  }
  return { lines, signs, words }
}
