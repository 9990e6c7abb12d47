import { span, whole } from '../../words/index.ts'
import { area, box, group, label, line, linear, p, type Shape, textWidth } from '../picture/index.ts'
import { hatch } from '../timeline/hatch.ts'
import { rulerShapes } from '../timeline/rulerShapes.ts'
import { alertShapes, type Target } from './alertShapes.ts'
import { bandPath, linePath, stepPath, stretches } from './paths.ts'
import { type Scale, scaleOf } from './scale.ts'
import type { LagLine, LagSeries } from './series.ts'

// Lag over time as a picture: a pure function of the series, the time and the view. The ruler is the timeline's, so
// that both have the same places; below it alerts as bars, then age, then entries. One slave is in ink with all its
// measures, the others are thin. Lines differ in their dash and say their name at their end, not in hue alone.

export interface LagView {
  /** What is shown, microseconds. */
  from: number
  to: number
  /** Px. */
  width: number
  height: number
  /** The slave in focus. */
  slave: string
  limits: { warnUs: number; criticalUs: number; warnEntries: number; criticalEntries: number }
  hurried?: readonly (readonly [number, number, number])[]
  /** Where somebody points, here or elsewhere on the page; null = nowhere. */
  hover?: number | null
  /** The alert that is looked at in the list. */
  chosen?: number | null
}

/** A threshold that can be dragged: where its line meets the right edge. */
export interface Handle {
  /** The setting: `lag.warnMs`. */
  path: string
  y: number
  /** The value is above all that is in sight: the handle waits at the upper edge. */
  above: boolean
  /** The setting's value at a height, in its own unit. */
  valueAt(y: number): number
}

export interface LagPicture {
  shapes: Shape[]
  targets: Target[]
  handles: Handle[]
  /** Left and right end of the plot, px. */
  x0: number
  x1: number
}

interface Still extends Omit<LagPicture, 'shapes'> {
  below: Shape[]
  x: (t: number) => number
}

const RULER = 28
const ALERTS = 18
const FOOT = 8

export function lagPicture(series: LagSeries, time: number, view: LagView): LagPicture {
  const { below, x, ...rest } = stillFor(series, view)
  const { from, to, height, hover } = view
  const inside = (t: number) => t >= from && t <= to
  const pointer =
    hover !== null && hover !== undefined && inside(hover)
      ? [line('stem', p`M${x(hover)} ${RULER}V${height - FOOT}`, 'var(--ink)', 1, { 'stroke-dasharray': '2 2' })]
      : []
  const head = inside(time)
    ? [
        line('stem', p`M${x(time)} 24V${height - FOOT}`, 'var(--accent)', 2),
        area('flag', p`M${x(time) - 6} 18h12v6l-6 6 -6 -6z`, 'var(--accent)'),
      ]
    : []
  return { ...rest, shapes: [...below, group('pointer', pointer), group('playhead', head)] }
}

let last: { series: LagSeries; key: string; still: Still } | null = null

/** All that does not depend on the time: the last one is the very same while only the time goes on. */
function stillFor(series: LagSeries, { hover: _, ...view }: LagView): Still {
  const key = JSON.stringify(view)
  if (last?.series !== series || last.key !== key) last = { series, key, still: still(series, view) }
  return last.still
}

function still(series: LagSeries, view: Omit<LagView, 'hover'>): Still {
  const narrow = view.width < 400
  const pad = narrow ? 12 : 20
  const x0 = pad + (narrow ? 52 : 64)
  const x1 = Math.max(x0 + 40, view.width - pad - 8)
  const x = linear([view.from, view.to], [x0, x1])
  const { limits } = view
  const top = RULER + ALERTS + 8
  const bottom = view.height - FOOT
  const middle = Math.round(top + (bottom - top) * 0.6)
  const focus = series.slaves.find(({ id }) => id === view.slave)
  const age = scaleOf(mostAge(series.slaves, focus), limits.warnUs, limits.criticalUs, top, middle - 10)
  const entries = scaleOf(mostEntries(focus), limits.warnEntries, limits.criticalEntries, middle + 10, bottom)
  const { shapes: alerts, targets } = alertShapes(series, view, x, RULER + 4, bottom)
  const playedTo = Math.max(view.from, Math.min(view.to, series.playedTo))
  const { warnUs, criticalUs, warnEntries, criticalEntries } = limits
  const rules = [
    ...pair('Ms', age, warnUs, criticalUs, x0, x1, span),
    ...pair('Entries', entries, warnEntries, criticalEntries, x0, x1, whole),
  ]
  const below = [
    box('ground', 0, 0, view.width, view.height, 'var(--canvas)', { 'fill-opacity': 0 }),
    group('unplayed', unplayed(x(playedTo), x1, top, bottom)),
    group('ruler', rulerShapes({ from: view.from, to: view.to, x0, x1, x, hurried: view.hurried ?? [] })),
    group('axes', [
      ...axis('age', age, x0, x1, middle - 10, span),
      ...axis('entries', entries, x0, x1, bottom, whole),
      label('name/alerts', pad, RULER + 15, 'alerts', { fill: 'var(--muted)' }),
    ]),
    group('alerts', alerts),
    group(
      'rules',
      rules.flatMap(({ shapes }) => shapes),
    ),
    group('others', others(series, view.slave, x, age)),
    group('focus', focus === undefined ? [] : focusShapes(series, focus, x, age, entries, x1)),
    group(
      'rule words',
      rules.map(({ words }) => words),
    ),
  ]
  return { below, x, x0, x1, targets, handles: rules.map(({ handle }) => handle) }
}

function unplayed(from: number, to: number, top: number, bottom: number): Shape[] {
  return to - from > 1 ? [line('hatch', hatch(from, top, to, bottom), 'var(--line)', 1, { opacity: 0.2 })] : []
}

/** Ink below, graduations at the left: an axis that can be read without a grid. */
function axis(
  key: string,
  { y, ticks }: Scale,
  x0: number,
  x1: number,
  foot: number,
  text: (value: number) => string,
): Shape[] {
  const marks = ticks.map((value) => p`M${x0 - 5} ${y(value)}H${x0}`).join('')
  return [
    line(`${key}/foot`, p`M${x0 - 5} ${foot}H${x1}`, 'var(--ink)', 1),
    line(`${key}/ticks`, marks, 'var(--line)', 1),
    ...ticks.map((value) =>
      label(`${key}/${value}`, x0 - 9, y(value) + 4, text(value), { fill: 'var(--muted)', mono: true, anchor: 'end' }),
    ),
  ]
}

interface Rule {
  shapes: Shape[]
  words: Shape
  handle: Handle
}

/** The two thresholds of a scale. Where they lie close, the words of the lower one stand beside those of the upper. */
function pair(
  unit: 'Ms' | 'Entries',
  scale: Scale,
  warn: number,
  critical: number,
  x0: number,
  x1: number,
  text: (value: number) => string,
): Rule[] {
  const above = critical > scale.top
  const upper = `critical ${text(critical)}${above ? ', above' : ''}`
  const close = Math.abs(scale.y(warn) - scale.y(critical)) < 15
  const aside = close || above ? textWidth(upper) + 14 : 0
  return [
    ruled(`warn${unit}`, scale, warn, x0, x1, 'var(--warn)', `warn ${text(warn)}`, aside),
    ruled(`critical${unit}`, scale, critical, x0, x1, 'var(--crit)', upper, 0),
  ]
}

/** A threshold: a ruled line with its name and value, and a handle at its right end. */
function ruled(
  name: string,
  scale: Scale,
  value: number,
  x0: number,
  x1: number,
  hue: string,
  words: string,
  aside: number,
): Rule {
  const above = value > scale.top
  const y = scale.y(value)
  const dash = name.startsWith('warn') ? { 'stroke-dasharray': '6 3' } : {}
  const ruleLine = above ? [] : [line(`${name}/line`, p`M${x0} ${y}H${x1}`, hue, 1, dash)]
  return {
    shapes: [...ruleLine, area(`${name}/thumb`, p`M${x1} ${y}l7 -5v10z`, hue)],
    words: label(`${name}/words`, x0 + 6 + aside, y - 4, words, { fill: hue, halo: 'var(--canvas)' }),
    handle: {
      path: `lag.${name}`,
      y,
      above,
      valueAt: (place) => (name.endsWith('Ms') ? scale.valueAt(place) / 1000 : scale.valueAt(place)),
    },
  }
}

/** The true age of the slaves that are not in focus. */
function others(series: LagSeries, slave: string, x: (t: number) => number, age: Scale): Shape[] {
  return series.slaves
    .filter(({ id }) => id !== slave)
    .map(({ id, trueUs }) => line(`true/${id}`, linePath(series.at, trueUs, x, age.y), 'var(--line)', 1))
}

function focusShapes(
  { at }: LagSeries,
  focus: LagLine,
  x: (t: number) => number,
  age: Scale,
  entries: Scale,
  x1: number,
): Shape[] {
  const reported = focus.reported.map((value) => (value === null ? null : value * 1_000_000))
  const nothing = focus.toApply.map((value) => (value === null ? null : 0))
  const shapes = [
    area('to-apply', bandPath(at, nothing, focus.toApply, x, entries.y), 'var(--muted)', { 'fill-opacity': 0.45 }),
    area('to-receive', bandPath(at, focus.toApply, focus.toReceive, x, entries.y), 'var(--muted)', {
      'fill-opacity': 0.14,
      stroke: 'var(--ink)',
      'stroke-width': 1,
    }),
    line('heartbeat', linePath(at, focus.heartbeatUs, x, age.y), 'var(--accent)', 1.8, { 'stroke-dasharray': '1.5 4' }),
    line('reported', stepPath(at, reported, x, age.y), 'var(--muted)', 1.6, { 'stroke-dasharray': '7 4' }),
    line('true', linePath(at, focus.trueUs, x, age.y), 'var(--ink)', 2),
  ]
  for (const [from, to] of stretches(at.length, (i) => focus.reported[i] === null)) {
    const [a, b] = [x(at[from]!), x(at[Math.min(to, at.length - 1)]!)]
    const top = age.y(age.top)
    shapes.push(line(`null/${from}/span`, p`M${a} ${top + 3}v-3H${b}v3`, 'var(--muted)', 1))
    if (b - a < textWidth('NULL') + 6) continue
    const how = { mono: true, fill: 'var(--muted)', anchor: 'middle', halo: 'var(--canvas)' } as const
    shapes.push(label(`null/${from}`, (a + b) / 2, top + 12, 'NULL', how))
  }
  return [...shapes, ...endWords(at, focus, reported, x, age, entries, x1)]
}

/** Each line says its name where it ends, and steps aside for the others. */
function endWords(
  at: readonly number[],
  focus: LagLine,
  reported: (number | null)[],
  x: (t: number) => number,
  age: Scale,
  entries: Scale,
  x1: number,
): Shape[] {
  const end = at.length - 1
  if (end < 0) return []
  const marks: { key: string; y: number; words: string; fill: string; low: number }[] = []
  const put = (key: string, value: number | null | undefined, scale: Scale, words: string, fill: string) => {
    if (value !== null && value !== undefined) marks.push({ key, y: scale.y(value), words, fill, low: scale.y(0) })
  }
  put('true', focus.trueUs[end], age, 'true', 'var(--ink)')
  put('reported', reported[end], age, 'reported', 'var(--muted)')
  put('heartbeat', focus.heartbeatUs[end], age, 'heartbeat', 'var(--accent)')
  const [toApply, toReceive] = [focus.toApply[end] ?? 0, focus.toReceive[end] ?? 0]
  if (toReceive > 0) put('receive', toApply + toReceive / 2, entries, 'to receive', 'var(--muted)')
  if (toApply > 0) put('apply', toApply / 2, entries, 'to apply', 'var(--muted)')
  marks.sort((a, b) => b.y - a.y)
  let free = Number.POSITIVE_INFINITY
  let foot = 0
  return marks.map(({ key, y, words, fill, low }) => {
    if (low !== foot) [foot, free] = [low, low - 2]
    const place = Math.min(y + 4, free)
    free = place - 14
    const at_ = Math.min(x(at[end]!) + 8, x1 - textWidth(words) - 4)
    return label(`word/${key}`, at_, place, words, { fill, halo: 'var(--canvas)' })
  })
}

const greatest = (...lists: (readonly (number | null)[])[]): number =>
  lists.reduce((most, list) => list.reduce<number>((so, value) => Math.max(so, value ?? 0), most), 0)

function mostAge(slaves: readonly LagLine[], focus: LagLine | undefined): number {
  const own = focus === undefined ? 0 : Math.max(greatest(focus.heartbeatUs), greatest(focus.reported) * 1_000_000)
  return Math.max(own, greatest(...slaves.map(({ trueUs }) => trueUs)))
}

const mostEntries = (focus: LagLine | undefined): number =>
  focus === undefined ? 0 : greatest(focus.toReceive.map((value, i) => (value ?? 0) + (focus.toApply[i] ?? 0)))
