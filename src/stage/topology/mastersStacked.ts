import type { Box, Layout, Room } from './layout.ts'
import { masterHeight, phoneSpecs, rowsFor } from './masterSizes.ts'
import { EMPTY, type Masters } from './mastersRoom.ts'

/**
 * Several masters on a phone: cards as wide as the screen below each other in their order, links in the gaps and along
 * the right edge. Above them one line says who agrees, and what the newest conflict came to.
 */
const WIDTH = 390
const CARD = 358
const LEFT = 8
const TOP = 34
const BOTTOM = 4
const LEAST = { wide: 12, strip: 9 }
const MOST_GAP = 60

export function mastersStacked(cast: Masters, room: Room): Layout {
  const count = cast.nodes.length
  const plans = phoneSpecs(cast.masters.regions).flatMap((spec) =>
    rowsFor(spec, cast.masters.rows).map((rows) => {
      const card = masterHeight(spec, rows)
      const least = spec.size === 'strip' ? LEAST.strip : LEAST.wide
      return { spec, rows, card, least, needs: TOP + count * card + (count - 1) * least + BOTTOM }
    }),
  )
  const wide = Math.min(room.width / WIDTH, 1.5)
  const fitting = (scale: number) => plans.find(({ needs }) => needs * scale <= room.height)
  const found = fitting(wide) ? wide : Math.min(1, wide)
  const plan = fitting(found) ?? plans[plans.length - 1]!
  const scale = Math.min(found, room.height / plan.needs)
  const width = room.width / scale
  const height = room.height / scale
  const left = Math.round((width - WIDTH) / 2) + LEFT
  const spare = count > 1 ? (height - plan.needs) / (count - 1) : 0
  const gap = plan.least + Math.max(0, Math.min(MOST_GAP - plan.least, Math.floor(spare)))
  const cards = new Map<string, Box>(
    cast.nodes.map((id, i) => [id, { x: left, y: TOP + i * (plan.card + gap), width: CARD, height: plan.card }]),
  )
  return {
    ...EMPTY,
    width,
    height,
    scale,
    cards,
    clients: new Map(),
    columns: plan.spec.columns,
    masters: {
      size: plan.spec.size,
      regions: cast.masters.regions,
      ...plan.rows,
      agreement: { x: left, y: 13 },
      conflict: null,
      strip: { x: left + 210, y: 4, width: CARD - 210, height: 24 },
      clocks: new Map(),
      clientWords: 0,
    },
  }
}
