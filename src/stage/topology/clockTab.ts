import type { NodeFrame } from '../../engine/index.ts'
import { clockOffset } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { box, disc, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'

/** A clock that is off: a mini clock on the card's lower edge, its hand turned by the offset, and the offset in words. */
export function clockTab({ clockOffsetUs }: NodeFrame, width: number, height: number): Shape[] {
  if (clockOffsetUs === 0) return []
  const words = clockOffset(clockOffsetUs)
  const wide = textWidth(words, { mono: true }) + 24
  const x = width - wide - 10
  const y = height - 8
  // Ten seconds are a quarter turn.
  const angle = Math.max(-1, Math.min(1, clockOffsetUs / 10_000_000)) * (Math.PI / 2)
  const [hx, hy] = [4 * Math.sin(angle), -4 * Math.cos(angle)]
  return [
    group('clock', [
      box('tab', x, y, wide, 16, hue.canvas, { rx: 8, stroke: hue.line, 'stroke-width': 1.5 }),
      disc('face', x + 10, y + 8, 5, 'none', { stroke: hue.ink, 'stroke-width': 1.5 }),
      line('hand', p`M${x + 10} ${y + 8}l${hx} ${hy}`, hue.ink, 1.5),
      label('offset', x + 18, y + 12.2, words, { mono: true }),
    ]),
  ]
}
