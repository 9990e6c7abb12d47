import type { MessageFrame } from '../../engine/index.ts'
import { promiseAnswer } from '../../words/index.ts'
import { cross, hue } from '../glyphs/index.ts'
import { box, disc, label, line, type Shape } from '../picture/index.ts'
import { hit } from './messageMarks.ts'
import type { SmallToken } from './tokens.ts'

/**
 * What regions with strong consistency ask one another. For a write an open cell with a question goes out, and a ring comes
 * back, with a tick for a promise and a cross for a refusal; for a read an open circle, and a ring that only tells what is there.
 */
export function regionToken({ kind, word }: MessageFrame): SmallToken | null {
  if (kind === 'promise') return { key: 'promise', shapes: word.endsWith('?') ? READS : ASKS, reach: 11 }
  if (kind !== 'promised') return null
  return { key: 'promised', shapes: ANSWERS[promiseAnswer(word)], reach: 10 }
}

const ASKS: Shape[] = [
  hit,
  box('rim', -12, -12, 24, 24, hue.canvas, { rx: 3 }),
  box('cell', -9, -9, 18, 18, hue.canvas, { stroke: hue.ink, 'stroke-width': 1.8, 'stroke-dasharray': '3 2' }),
  label('sign', 0, 4.6, '?', { size: 13, bold: true, mono: true, anchor: 'middle' }),
]

const ring = (paint: string, sign: Shape): Shape[] => [
  hit,
  disc('rim', 0, 0, 11, hue.canvas),
  disc('ring', 0, 0, 8, hue.canvas, { stroke: paint, 'stroke-width': 2 }),
  sign,
]
const READS: Shape[] = [
  hit,
  disc('rim', 0, 0, 12, hue.canvas),
  disc('circle', 0, 0, 9, hue.canvas, { stroke: hue.ink, 'stroke-width': 1.8, 'stroke-dasharray': '3 2' }),
  label('sign', 0, 4.6, '?', { size: 13, bold: true, mono: true, anchor: 'middle' }),
]

const YES = ring(hue.ok, line('tick', 'M-3.8 0l2.8 3 5 -6', hue.ok, 2))
const NO = ring(hue.crit, cross('refused', 0, 0, 6.5, hue.crit, 2))
const TELLS = ring(hue.ink, disc('dot', 0, 0, 2.5, hue.ink))

const ANSWERS = { yes: YES, no: NO, tells: TELLS } as const
