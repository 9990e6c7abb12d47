import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange } from './arrange.ts'
import { type Box, type Cast, CLIENT_RADIUS, type Layout } from './layout.ts'
import type { LayoutKind } from './view.ts'

const names = (count: number) => Array.from({ length: count }, (_, i) => `db${i + 1}`)

const cast = (
  nodes: number,
  topology: 'all-to-all' | 'ring' | 'star',
  clients = nodes,
  rows = 1,
  home = (i: number) => i,
  regions = false,
): Cast => ({
  nodes: names(nodes),
  clients: Array.from({ length: clients }, (_, i) => `c${i + 1}`),
  monitor: false,
  masters: {
    topology,
    rows,
    regions,
    homes: Object.fromEntries(Array.from({ length: clients }, (_, i) => [`c${i + 1}`, `db${(home(i) % nodes) + 1}`])),
  },
})

/** Everything that has a place of its own. */
function boxes({ cards, clients, masters }: Layout): [string, Box][] {
  const around = (x: number, y: number, r: number): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })
  const { agreement, conflict, strip, clocks } = masters!
  return [
    ...cards,
    ...[...clients].map(([id, { x, y }]): [string, Box] => [id, around(x, y, CLIENT_RADIUS + 1)]),
    ...[...clocks].map(([id, place]): [string, Box] => [`clock of ${id}`, { ...place, width: 108, height: 32 }]),
    ['agreement', { x: agreement.x, y: agreement.y - 8, width: 190, height: 16 }],
    ...(conflict ? [['conflict', conflict] as [string, Box]] : []),
    ...(strip ? [['strip', strip] as [string, Box]] : []),
  ]
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function problems(layout: Layout): string[] {
  const all = boxes(layout)
  return all.flatMap(([what, box], i) => {
    const out =
      box.x < 0 || box.y < 0 || box.x + box.width > layout.width + 0.5 || box.y + box.height > layout.height + 0.5
    return [
      ...(out ? [`${what} sticks out`] : []),
      ...all.slice(i + 1).flatMap(([other, place]) => (overlap(box, place) ? [`${what} covers ${other}`] : [])),
    ]
  })
}

const topology = fc.constantFrom('all-to-all', 'ring', 'star')
const LEAST: Record<LayoutKind, [number, number]> = { wide: [640, 300], hero: [638, 336], stacked: [390, 416] }

describe('several masters', () => {
  for (const kind of ['wide', 'hero', 'stacked'] as const) {
    it(`${kind}: two to nine never overlap and nobody sticks out, in any room`, () => {
      const [width, height] = LEAST[kind]
      fc.assert(
        fc.property(
          fc.integer({ min: 2, max: 9 }),
          topology,
          fc.integer({ min: 0, max: 9 }),
          fc.integer({ min: 0, max: 9 }),
          fc.nat(8),
          fc.integer({ min: 0, max: 1280 }),
          fc.integer({ min: 0, max: 780 }),
          fc.boolean(),
          (nodes, how, clients, rows, step, moreWidth, moreHeight, regions) => {
            const all = cast(nodes, how, clients, rows, (i) => i * step, regions)
            const layout = arrange(kind, all, { width: width + moreWidth, height: height + moreHeight })
            expect(problems(layout)).toEqual([])
            expect([...layout.cards.keys()]).toEqual(names(nodes))
          },
        ),
        { seed: 7, numRuns: 2000 },
      )
    })
  }

  it('the triangle of the picture', () => {
    const layout = arrange('wide', cast(3, 'all-to-all'), { width: 728, height: 564 })
    expect([...layout.cards.values()].map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [240, 74, 248, 124],
      [28, 350, 248, 124],
      [452, 350, 248, 124],
    ])
  })

  it('two stand side by side, and what they disagree on beside their link', () => {
    const { cards, masters } = arrange('wide', cast(2, 'all-to-all'), { width: 728, height: 564 })
    const [a, b] = [...cards.values()] as [Box, Box]
    expect(a.y).toBe(b.y)
    expect(masters!.conflict).not.toBeNull()
    expect(masters!.conflict!.x).toBeGreaterThan(a.x + a.width)
    expect(masters!.conflict!.x + masters!.conflict!.width).toBeLessThan(b.x)
  })

  it('a ring goes round its middle in the order of its masters, and four of them have their conflict there', () => {
    for (let nodes = 4; nodes <= 9; nodes++) {
      const { cards, width, height, masters } = arrange('wide', cast(nodes, 'ring'), { width: 728, height: 564 })
      const middles = [...cards.values()].map(({ x, y, width, height }) => [x + width / 2, y + height / 2] as const)
      const [cx, cy] = [width / 2, middles.reduce((sum, [, y]) => sum + y, 0) / nodes]
      const turns = middles.map(([x, y], i) => {
        const [nx, ny] = middles[(i + 1) % nodes]!
        return (x - cx) * (ny - cy) - (y - cy) * (nx - cx)
      })
      expect(Math.min(...turns), `${nodes} masters`).toBeGreaterThan(0)
      expect(height).toBeGreaterThan(0)
      if (nodes === 4) expect(masters!.conflict).not.toBeNull()
    }
  })

  it('the hub of a star stands in the middle of its leaves', () => {
    for (let nodes = 4; nodes <= 9; nodes++) {
      const { cards } = arrange('wide', cast(nodes, 'star'), { width: 1368, height: 844 })
      const [hub, ...leaves] = [...cards.values()] as [Box, ...Box[]]
      const middle = (hub.x * 2 + hub.width) / 2
      expect(leaves.some(({ x, width }) => x + width < middle)).toBe(true)
      expect(leaves.some(({ x }) => x > middle)).toBe(true)
      expect(leaves.some(({ y }) => y < hub.y)).toBe(true)
      if (nodes > 4) expect(leaves.some(({ y }) => y > hub.y)).toBe(true)
    }
  })

  it('the rooms of the lab keep 12 px: up to four masters everywhere, six on a desktop, nine on a big screen', () => {
    const least = (most: number, width: number, height: number) => {
      for (let nodes = 2; nodes <= most; nodes++)
        for (const how of ['all-to-all', 'ring', 'star'] as const) {
          const { scale } = arrange('wide', cast(nodes, how, 3), { width, height })
          expect(scale, `${nodes} in a ${how}, ${width} x ${height}`).toBeGreaterThanOrEqual(1)
        }
    }
    least(6, 728, 564)
    least(9, 1368, 844)
    least(3, 814, 404)
    least(3, 960, 380)
  })

  it('a phone shows three at scale 1, and nine at 11 px', () => {
    const scale = (nodes: number) => arrange('stacked', cast(nodes, 'ring'), { width: 390, height: 416 }).scale
    expect(scale(3)).toBe(1)
    expect(arrange('stacked', cast(3, 'ring'), { width: 390, height: 416 }).masters!.size).toBe('wide')
    expect(12 * scale(9)).toBeGreaterThanOrEqual(11)
  })

  it('regions keep 12 px where their replicas stand on the card: up to four in the lab, three on a phone', () => {
    const all = (nodes: number) => cast(nodes, 'all-to-all', nodes, 1, (i) => i, true)
    const scale = (nodes: number, width: number, height: number) => arrange('wide', all(nodes), { width, height }).scale
    for (const nodes of [2, 3, 4]) expect(scale(nodes, 728, 564), `${nodes} regions`).toBeGreaterThanOrEqual(1)
    for (const nodes of [5, 6, 7, 8, 9]) expect(scale(nodes, 1368, 844), `${nodes} regions`).toBeGreaterThanOrEqual(1)
    const phone = (nodes: number) => arrange('stacked', all(nodes), { width: 390, height: 416 })
    expect([phone(2).scale, phone(3).scale]).toEqual([1, 1])
    expect([phone(3).masters!.size, phone(9).masters!.size]).toEqual(['wide', 'strip'])
  })

  it('the same masters in the same room stand in the same places', () => {
    const once = () => JSON.stringify([...arrange('wide', cast(7, 'ring'), { width: 1000, height: 600 }).cards])
    expect(once()).toBe(once())
  })
})
