import { copyText } from '../../words/index.ts'
import { hue, originHue } from '../glyphs/index.ts'
import { group, label, line, type Shape } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import { copied } from './slaveGauge.ts'
import type { Way } from './ways.ts'

/**
 * A copy of a node's data on its way to another: a wide band along their link that fills from the donor's end as the
 * megabytes arrive, and how many of them have. Entries flow there at other times; while the copy lasts, nothing else.
 */
const WIDTH = { usual: 11, narrow: 7 }

export function copyBand(at: Instant, { route, to, narrow }: Way): Shape[] {
  const width = WIDTH[narrow ? 'narrow' : 'usual']
  const share = copied(at, to)
  const done = route.length * share
  return [
    line('band', route.d, hue.line, width, { 'stroke-linecap': 'butt' }),
    line('inside', route.d, hue.canvas, width - 3),
    line('done', route.d, originHue('A'), narrow ? width - 3 : width - 5, {
      'stroke-dasharray': `${Math.round(done * 10) / 10} ${Math.ceil(route.length + 1)}`,
    }),
  ]
}

/** Beside the middle of the band. */
export function copyWords(at: Instant, way: Way): Shape[] {
  const { copy, id } = way.to
  if (!copy || way.narrow) return []
  const middle = way.route.at(0.5)
  const steep = Math.abs(middle.dy) > 0.7
  // Around other cards: away from them.
  const bows = steep && middle.x < Math.min(way.route.at(0).x, way.route.at(1).x) - 8
  const q = bows ? way.route.at(0.72) : middle
  const words = copyText(copy, copied(at, way.to))
  const how = { bold: true, halo: hue.canvas } as const
  return [
    group(`copy-${id}`, [
      bows
        ? label('words', q.x - 14, q.y + 4, words, { ...how, anchor: 'end' })
        : steep
          ? label('words', q.x + 18, q.y + 4, words, how)
          : label('words', q.x, q.y - 16, words, { ...how, anchor: 'middle' }),
    ]),
  ]
}
