import type { Frame, Lag } from '../../engine/index.ts'
import { badge, hue } from '../glyphs/index.ts'
import { area, box, group, label, line, linear, p, type Shape } from '../picture/index.ts'

/**
 * The lag of a slave, always in two measures: entries and seconds. The track's first tick is the warning threshold, its
 * second the critical one, whichever measure is nearer to them. While a slave drains before it takes over, the same
 * track shows the drain.
 */
const WARN = 0.4
const CRITICAL = 0.75

/** The thresholds that the track shows. */
type Limits = Pick<Frame['lag'], 'warnEntries' | 'criticalEntries' | 'warnUs' | 'criticalUs'>

function scaleOf(warn: number, critical: number): (lag: number) => number {
  const share = linear([0, warn, critical, 2 * critical], [0, WARN, CRITICAL, 1])
  return (lag) => Math.max(0, Math.min(1, share(lag)))
}

/** The scales of the last thresholds seen: they hardly ever change. */
let scales = { limits: null as Limits | null, entries: scaleOf(1, 2), us: scaleOf(1, 2) }

/** Share of the track, 0 to 1: the worse of the two measures on a scale that has its thresholds at the ticks. */
export function lagShare(lag: Pick<Lag, 'entriesBehind' | 'trueUs'>, limits: Limits): number {
  const { warnEntries, criticalEntries, warnUs, criticalUs } = limits
  const known = scales.limits
  if (
    known?.warnEntries !== warnEntries ||
    known.criticalEntries !== criticalEntries ||
    known.warnUs !== warnUs ||
    known.criticalUs !== criticalUs
  ) {
    scales = { limits, entries: scaleOf(warnEntries, criticalEntries), us: scaleOf(warnUs, criticalUs) }
  }
  return Math.max(scales.entries(lag.entriesBehind), scales.us(lag.trueUs))
}

const HUE = { ok: hue.ok, warn: hue.warn, critical: hue.crit, unknown: hue.stale } as const

/** (x, y): left end of the track, on its middle line. */
export function lagGauge(x: number, y: number, width: number, lag: Lag, limits: Limits, words: string): Shape {
  const share = lag.level === 'unknown' ? 0 : lagShare(lag, limits)
  const tick = (at: number) => p`M${x + width * at} ${y - 6.5}v13`
  return group('gauge', [
    ...track(x, y, width, share, HUE[lag.level]),
    line('ticks', tick(WARN) + tick(CRITICAL), hue.ink, 1.3),
    badge(lag.level, x + width + 15, y),
    label('words', x + width + 28, y + 4.6, words, { size: 13 }),
  ])
}

/** `share` of the relay log that is empty by now. */
export function drainGauge(x: number, y: number, width: number, share: number, words: string): Shape {
  return group('gauge', [
    ...track(x, y, width, share, hue.ink),
    label('words', x + width + 12, y + 4.6, words, { size: 13 }),
  ])
}

const HALF = 3.5

function track(x: number, y: number, width: number, share: number, fill: string): Shape[] {
  const outline = box('track', x, y - HALF, width, 2 * HALF, hue.canvas, {
    rx: HALF,
    stroke: hue.line,
    'stroke-width': 1,
  })
  const reach = width * Math.max(0, Math.min(1, share))
  if (reach < 0.5) return [outline]
  // Round where the track is round: at its left end, and at its right end when it is full.
  const left = Math.min(HALF, reach)
  const right = Math.max(0, Math.min(HALF, reach - (width - HALF)))
  const d =
    p`M${x + left} ${y - HALF}H${x + reach - right}A${right} ${HALF} 0 0 1 ${x + reach - right} ${y + HALF}` +
    p`H${x + left}A${left} ${HALF} 0 0 1 ${x + left} ${y - HALF}Z`
  return [outline, area('fill', d, fill)]
}
