// A figure for articles is drawn as the home page or as a phone: the widest layout that it asks for is the home page's.
import { expect, it, vi } from 'vitest'
import { arrange } from './arrange.ts'
import { figureRoom } from './figureRoom.ts'

vi.mock('./wideLayout.ts', () => import('./noWide.ts'))

it('no width of a figure asks for the layout of the lab', () => {
  const cast = { nodes: ['db1', 'db2', 'db3'], clients: ['c1'], monitor: true }
  for (let width = 260; width <= 1400; width += 20) {
    const room = figureRoom(width, 3)
    expect(['hero', 'stacked']).toContain(room.layout)
    expect(arrange(room.layout, cast, room).cards.size).toBe(3)
  }
  const room = { width: 760, height: 392 }
  expect(arrange('wide', cast, room)).toEqual(arrange('hero', cast, room))
})
