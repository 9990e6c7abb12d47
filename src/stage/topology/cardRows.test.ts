import { expect, it } from 'vitest'
import type { NodeFrame } from '../../engine/index.ts'
import { arrange } from './arrange.ts'
import { rowDensity } from './cardRows.ts'
import { SLAVE_HEIGHT } from './layout.ts'

it.each([2, 3, 4, 5])('on a phone a former master of %i nodes ends above the next card', (count) => {
  const nodes = Array.from({ length: count }, (_, i) => `db${i + 1}`)
  const layout = arrange('stacked', { nodes, clients: ['c'], monitor: true }, { width: 390, height: 416 })
  const [first, second] = [...layout.cards.values()]
  const density = rowDensity({ id: 'db1' } as NodeFrame, layout)
  expect(first!.y + SLAVE_HEIGHT[density]).toBeLessThan(second!.y)
})
