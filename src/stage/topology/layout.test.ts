import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange } from './arrange.ts'
import { type Box, type Cast, CLIENT_RADIUS, type Layout, MONITOR_RADIUS } from './layout.ts'
import { stackedHeight } from './stackedLayout.ts'
import type { LayoutKind } from './view.ts'

/** Everything that has a place of its own, with the room its outline needs. */
function boxes(layout: Layout): { what: string; box: Box }[] {
  const grown = ({ x, y, width, height }: Box, by: number) => ({
    x: x - by,
    y: y - by,
    width: width + 2 * by,
    height: height + 2 * by,
  })
  const disc = (x: number, y: number, r: number) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })
  const found = [...layout.cards].map(([id, box]) => ({ what: id, box: grown(box, 1) }))
  for (const [id, { x, y }] of layout.clients) found.push({ what: id, box: disc(x, y, CLIENT_RADIUS + 1) })
  if (layout.monitor) {
    const { x, y, note } = layout.monitor
    found.push({ what: 'monitor', box: disc(x, y, MONITOR_RADIUS + 1) }, { what: 'note', box: note })
  }
  if (layout.ledger) found.push({ what: 'ledger', box: layout.ledger })
  return found
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function problems(layout: Layout): string[] {
  const all = boxes(layout)
  const found: string[] = []
  for (const [i, a] of all.entries()) {
    const { x, y, width, height } = a.box
    if (x < 0 || y < 0 || x + width > layout.width + 0.01 || y + height > layout.height + 0.01) {
      found.push(`${a.what} sticks out`)
    }
    for (const b of all.slice(i + 1)) if (overlap(a.box, b.box)) found.push(`${a.what} covers ${b.what}`)
  }
  return found
}

const cast = (nodes: number, clients: number, monitor: boolean): Cast => ({
  nodes: Array.from({ length: nodes }, (_, i) => `db${i + 1}`),
  clients: Array.from({ length: clients }, (_, i) => `c${i + 1}`),
  monitor,
})
const ROOM: Record<LayoutKind, [number, number]> = { wide: [728, 564], hero: [760, 392], stacked: [390, 416] }

describe('layout', () => {
  for (const kind of ['wide', 'hero', 'stacked'] as const) {
    it(`${kind}: nobody covers anybody and nobody sticks out, in any room from the smallest up`, () => {
      const [width, height] = ROOM[kind]
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 0, max: 5 }),
          fc.boolean(),
          fc.integer({ min: 0, max: 1400 }),
          fc.integer({ min: 0, max: 900 }),
          (nodes, clients, monitor, moreWidth, moreHeight) => {
            const room = { width: width + moreWidth, height: height + moreHeight }
            expect(problems(arrange(kind, cast(nodes, clients, monitor), room))).toEqual([])
          },
        ),
        { seed: 7, numRuns: 600 },
      )
    })
  }

  it('up to six nodes fit the lab at scale 1, so no text is smaller than it was drawn', () => {
    for (let nodes = 1; nodes <= 6; nodes++) {
      expect(arrange('wide', cast(nodes, 2, true), { width: 728, height: 564 }).scale).toBe(1)
    }
    expect(arrange('wide', cast(7, 2, true), { width: 728, height: 564 }).scale).toBeLessThan(1)
  })

  it('a phone says how high it wants to be, and is then drawn at scale 1', () => {
    for (let nodes = 1; nodes <= 6; nodes++) {
      const room = { width: 390, height: stackedHeight(nodes) }
      expect(arrange('stacked', cast(nodes, 1, true), room).scale).toBe(1)
    }
    expect(stackedHeight(3)).toBeLessThanOrEqual(416)
  })

  it('a big screen is used up to one and a half, then gets air', () => {
    expect(arrange('wide', cast(3, 1, true), { width: 1368, height: 844 }).scale).toBeCloseTo(1.496, 2)
    expect(arrange('wide', cast(3, 1, true), { width: 4000, height: 3000 }).scale).toBe(1.5)
  })

  it('the places of the lab picture', () => {
    const layout = arrange('wide', cast(3, 2, true), { width: 728, height: 564 })
    expect(layout.cards.get('db1')).toMatchObject({ x: 92, y: 188, width: 248, height: 107 })
    expect(layout.cards.get('db2')).toMatchObject({ x: 460, y: 96, width: 248, height: 127 })
    expect(layout.cards.get('db3')).toMatchObject({ x: 460, y: 390 })
    expect([...layout.clients.values()]).toEqual([
      { x: 42, y: 214 },
      { x: 42, y: 262 },
    ])
  })
})
