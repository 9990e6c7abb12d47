import type { RegionFrame } from '../../engine/index.ts'
import { lateness, latenessWords, latest, regionWords } from '../../words/index.ts'
import { hue, type Origin, originHue, silhouette } from '../glyphs/index.ts'
import { area, box, group, label, line, p, round, type Shape, shifted } from '../picture/index.ts'

/**
 * ReplicationLatency, a gauge for each region from which items come. Its track reaches from 10 ms to 10 s by powers of
 * ten, its tick is one second. While items are pending it shows the age of the oldest one, so that it grows while nothing
 * arrives, where the metric of AWS would stand still.
 */
const SWATCH = 9
/** So many have a gauge of their own; of more, the latest is shown. */
const MOST = 2

export interface LatencyLook {
  x: number
  /** Baseline. */
  y: number
  /** Right end. */
  to: number
  originOf(node: string): Origin
  stale: boolean
  /** Before the gauges; null: there is no room for a word. */
  wordX: number | null
}

export function latencyGauges(latency: RegionFrame['latency'], look: LatencyLook): Shape[] {
  if (latency.length === 0) return []
  const { x, y, to, wordX } = look
  const worst = latest(latency)
  const shown = latency.length > MOST ? (worst ? [worst] : []) : latency
  const slot = (to - x) / Math.max(1, shown.length)
  const word = { fill: look.stale ? hue.stale : hue.muted }
  return [
    group('latency', [
      ...(wordX === null ? [] : [label('latency-word', wordX, y, regionWords.latency, word)]),
      ...shown.map((one, i) => gauge(one, x + i * slot, slot - 6, shown.length === 1, look)),
    ]),
  ]
}

function gauge(one: RegionFrame['latency'][number], x: number, width: number, long: boolean, look: LatencyLook): Shape {
  const { us, late, known } = lateness(one)
  const words = latenessWords(one, long)
  const origin = look.originOf(one.from)
  const track = Math.max(0, Math.min(64, width - SWATCH - 4 - words.length * 7.3 - 4))
  const { y } = look
  const paint = look.stale ? hue.stale : late ? hue.warn : one.pending > 0 ? hue.ink : hue.ok
  const left = x + SWATCH + 4
  const bar =
    track < 14
      ? []
      : [
          box('track', left, y - 7, track, 5, hue.canvas, { rx: 2.5, stroke: hue.line, 'stroke-width': 1 }),
          ...(known ? [box('fill', left, y - 7, round(Math.max(2, track * shareOf(us))), 5, paint, { rx: 2.5 })] : []),
          line('second', p`M${left + track * shareOf(1_000_000)} ${y - 9.5}v10`, hue.ink, 1.2),
        ]
  const ink = look.stale ? hue.stale : late ? hue.warn : known ? hue.ink : hue.muted
  return group(`from-${one.from}`, [
    ...shifted([area('swatch', silhouette(origin, SWATCH, SWATCH), originHue(origin))], x, y - SWATCH),
    ...bar,
    label('late', left + (track < 14 ? 0 : track + 4), y, words, { mono: known, bold: one.pending > 0, fill: ink }),
  ])
}

/** 10 ms is its left end, 10 s its right one. */
const shareOf = (us: number): number => Math.max(0, Math.min(1, Math.log10(Math.max(1, us) / 10_000) / 3))
