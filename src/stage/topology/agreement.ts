import {
  type Accord,
  agreementWords,
  clockChipWords,
  kindOfRegions,
  masterWords,
  regionWords,
} from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { disc, group, label, line, type Shape, textWidth } from '../picture/index.ts'
import type { Instant } from './effect.ts'
import type { Layout } from './layout.ts'
import { accordSign } from './masterRows.ts'

/** How many masters agree: a sign for each while they are few, and the number in words. */
const PITCH = 15
/** More than these are told by their number alone. */
const MOST_SIGNS = 5
/** Digits and blanks are narrower than the letters that widths are reckoned with. */
const NARROW = 0.8

export function agreement({ frame }: Instant, { masters }: Layout): Shape[] {
  if (!frame.multiMaster || !masters) return []
  const { agree, of } = frame.multiMaster.agreement
  const { x, y } = masters.agreement
  const is = (i: number): Accord => (i < agree ? 'agrees' : 'differs')
  const signs = of > MOST_SIGNS ? [is(of - 1)] : Array.from({ length: of }, (_, i) => is(i))
  const [many, rest] = agreementWords({ agree, of })
  const from = x + signs.length * PITCH + 8
  const bold = { size: 13, bold: true } as const
  // On a phone the headers say it, and above four and more cards stand clients.
  const isRoomy = of < 4 && masters.size !== 'wide' && masters.size !== 'strip'
  const kind = isRoomy ? kindOfRegions(frame) : null
  return [
    ...signs.map((sign, i) => group(`agree-${i}`, [accordSign(sign, x + 7 + i * PITCH, y)])),
    label('agree', from, y + 4.6, many, bold),
    label('masters-agree', from + textWidth(many, bold) * NARROW + 6, y + 4.6, rest, { size: 13 }),
    ...(kind ? [label('kind', x, y + 24, regionWords.kind(kind), { fill: hue.muted })] : []),
  ]
}

/** Beside a card whose clock is off: whose, and by how much. */
export function clockChips({ frame }: Instant, { masters }: Layout): Shape[] {
  const sites = frame.multiMaster?.sites ?? []
  return sites.flatMap(({ node, clock }) => {
    const place = masters?.clocks.get(node)
    const words = clockChipWords(clock)
    if (!place || words === '') return []
    return [
      group(
        `clock-${node}`,
        [
          disc('face', 10, 16, 9, hue.canvas, { stroke: hue.warn, 'stroke-width': 1.8 }),
          line('hand', 'M10 16V10.5', hue.ink, 1.8),
          line('other', 'M10 16l5 3', hue.warn, 2),
          label('whose', 26, 13, masterWords.clockOf(node), { fill: hue.muted }),
          label('offset', 26, 28, words, { fill: hue.warn, bold: true, mono: true }),
        ],
        { transform: `translate(${place.x} ${place.y})` },
      ),
    ]
  })
}
