/** Outlines of data centres among several masters: each takes in its own, nobody else, and no other outline. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange } from './arrange.ts'
import { type Cast, CLIENT_RADIUS } from './layout.ts'

const cast = (homes: readonly number[], topology: 'all-to-all' | 'ring' | 'star', regions = false): Cast => {
  const nodes = homes.map((_, i) => `db${i + 1}`)
  const clients = homes.map((_, i) => `c${i + 1}`)
  const of = (center: number, ids: readonly string[]) => ids.filter((_, i) => homes[i] === center)
  return {
    nodes,
    clients,
    monitor: false,
    centers: [...new Set(homes)].map((at) => ({ id: `dc${at}`, nodes: of(at, nodes), clients: of(at, clients) })),
    masters: { topology, rows: 1, regions, homes: Object.fromEntries(clients.map((id, i) => [id, nodes[i]!])) },
  }
}

const room = { width: 728, height: 564 }

test('two and three data centres with a master each are ruled', () => {
  for (const homes of [
    [0, 1],
    [0, 1, 2],
  ])
    expect(arrange('wide', cast(homes, 'all-to-all'), room).centers.map(({ id }) => id)).toEqual(
      homes.map((at) => `dc${at}`),
    )
})

test('one data centre for all is no place of its own, and a region is one by itself', () => {
  expect(arrange('wide', cast([0, 0, 0], 'ring'), room).centers).toEqual([])
  expect(arrange('wide', cast([0, 1, 2], 'all-to-all', true), room).centers).toEqual([])
})

test('whoever stands in an outline belongs to it, and no two of them meet', () => {
  let ruled = 0
  const homes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 9 })
  fc.assert(
    fc.property(
      homes,
      fc.constantFrom('all-to-all', 'ring', 'star'),
      fc.integer({ min: 600, max: 1600 }),
      (at, topology, width) => {
        const { centers, cards, clients } = arrange('wide', cast(at, topology), { width, height: 700 })
        if (centers.length > 0) ruled++
        for (const { box, nodes, clients: own } of centers) {
          const meets = (x: number, y: number, w: number, h: number) =>
            x < box.x + box.width && box.x < x + w && y < box.y + box.height && box.y < y + h
          for (const [id, card] of cards)
            expect(meets(card.x, card.y, card.width, card.height), id).toBe(nodes.includes(id))
          for (const [id, { x, y }] of clients)
            expect(meets(x - CLIENT_RADIUS, y - CLIENT_RADIUS, 2 * CLIENT_RADIUS, 2 * CLIENT_RADIUS), id).toBe(
              own.includes(id),
            )
          for (const other of centers)
            if (other.box !== box)
              expect(meets(other.box.x, other.box.y, other.box.width, other.box.height)).toBe(false)
        }
      },
    ),
    { seed: 5, numRuns: 200 },
  )
  expect(ruled).toBeGreaterThan(20)
})
