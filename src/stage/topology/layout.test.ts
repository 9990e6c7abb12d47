import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import { arrange } from './arrange.ts'
import { type Box, type Cast, CLIENT_RADIUS, castOf, type Layout, MONITOR_RADIUS } from './layout.ts'
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
  for (const [id, { x, y }] of layout.monitors) found.push({ what: id, box: disc(x, y, MONITOR_RADIUS) })
  if (layout.monitor) found.push({ what: 'note', box: layout.monitor.note })
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

/** What lies outside of its data centre's outline, or in that of another. */
function strays({ cards, clients, monitors, centers }: Layout): string[] {
  const found: string[] = []
  const inside = (box: Box, outer: Box) =>
    box.x > outer.x &&
    box.y > outer.y &&
    box.x + box.width < outer.x + outer.width &&
    box.y + box.height < outer.y + outer.height
  const around = (r: number, all: ReadonlyMap<string, { x: number; y: number }>) =>
    [...all].map(([id, { x, y }]) => [id, { x: x - r, y: y - r, width: 2 * r, height: 2 * r }] as const)
  const places = [...cards, ...around(CLIENT_RADIUS, clients), ...around(MONITOR_RADIUS, monitors)]
  for (const { id, nodes, clients: members, monitors: watchers, box } of centers) {
    for (const [who, place] of places) {
      if (nodes.includes(who) || members.includes(who) || watchers.includes(who)) {
        if (!inside(place, box)) found.push(`${who} is not in ${id}`)
      } else if (overlap(place, box)) found.push(`${who} is in ${id}`)
    }
    for (const other of centers) if (other.id !== id && overlap(other.box, box)) found.push(`${id} covers ${other.id}`)
  }
  return found
}

/** Everybody in one of `count` data centres: node i in the one that `where[i]` names; some clients, too. */
function inCenters(all: Cast, count: number, where: readonly number[]): Cast {
  const of = (i: number, n: number) => (where[i] ?? 0) % n
  const centers = Array.from({ length: count }, (_, c) => ({
    id: `dc${c + 1}`,
    nodes: all.nodes.filter((_, i) => of(i, count) === c),
    clients: all.clients.filter((_, i) => of(i + 4, count + 1) === c),
    monitors: (all.monitors ?? []).filter((_, i) => of(i + 2, count + 1) === c),
  }))
  return { ...all, centers }
}

const names = (nodes: number) => Array.from({ length: nodes }, (_, i) => `db${i + 1}`)
/** `places[i]` says under which of those before it a node stands; none: all under the first. */
const cast = (nodes: number, clients: number, monitor: boolean | number, places: readonly number[] = []): Cast => ({
  nodes: names(nodes),
  under: Object.fromEntries(
    names(nodes).map((id, i) => [id, i === 0 ? null : `db${places[i] === undefined ? 1 : (places[i] % i) + 1}`]),
  ),
  clients: Array.from({ length: clients }, (_, i) => `c${i + 1}`),
  monitor: monitor !== false && monitor !== 0,
  monitors: typeof monitor === 'number' ? Array.from({ length: monitor }, (_, i) => `m${i + 1}`) : [],
})
const ROOM: Record<LayoutKind, [number, number]> = { wide: [640, 300], hero: [638, 336], stacked: [390, 416] }
/** What the lab's page gives its stage: desktop, big screen, laptop, projector, tablet, and a very low window. */
const APP_ROOMS = [
  [728, 564],
  [1368, 844],
  [1320, 840],
  [814, 404],
  [960, 380],
  [960, 440],
  [1024, 532],
  [1024, 500],
  [794, 500],
] as const
/** No monitor, the only one, or several by name. */
const watchers = fc.constantFrom<boolean | number>(false, true, 1, 3, 5)
const arrangement = fc.array(fc.nat(8), { minLength: 9, maxLength: 9 })

describe('layout', () => {
  for (const kind of ['wide', 'hero', 'stacked'] as const) {
    it(`${kind}: nobody covers anybody and nobody sticks out, in any room and any arrangement`, () => {
      const [width, height] = ROOM[kind]
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 0, max: 9 }),
          watchers,
          arrangement,
          fc.integer({ min: 0, max: 1400 }),
          fc.integer({ min: 0, max: 900 }),
          (nodes, clients, monitor, places, moreWidth, moreHeight) => {
            const room = { width: width + moreWidth, height: height + moreHeight }
            expect(problems(arrange(kind, cast(nodes, clients, monitor, places), room))).toEqual([])
          },
        ),
        { seed: 7, numRuns: 1500 },
      )
    })
  }

  for (const kind of ['wide', 'hero', 'stacked'] as const) {
    it(`${kind}: two to nine nodes in one to three data centres never overlap, and nobody stands in another's outline`, () => {
      const [width, height] = ROOM[kind]
      fc.assert(
        fc.property(
          fc.integer({ min: 2, max: 9 }),
          fc.integer({ min: 0, max: 6 }),
          watchers,
          arrangement,
          fc.integer({ min: 1, max: 3 }),
          arrangement,
          fc.integer({ min: 0, max: 1400 }),
          fc.integer({ min: 0, max: 900 }),
          (nodes, clients, monitor, places, count, where, moreWidth, moreHeight) => {
            const room = { width: width + moreWidth, height: height + moreHeight }
            const layout = arrange(kind, inCenters(cast(nodes, clients, monitor, places), count, where), room)
            expect([...problems(layout), ...strays(layout)]).toEqual([])
            expect(layout.centers.length).toBeGreaterThan(0)
            expect([...layout.cards.keys()].sort()).toEqual(names(nodes).sort())
          },
        ),
        { seed: 7, numRuns: 1000 },
      )
    })
  }

  it('two data centres of a few nodes keep 12 px in the rooms of the lab, and some stand nowhere', () => {
    for (const [width, height] of APP_ROOMS.slice(0, 3)) {
      for (const where of [
        [0, 1, 0],
        [0, 0, 1],
        [0, 1, 1, 0],
        [0, 1, 0, 1, 1],
      ]) {
        const all = cast(where.length, 2, true)
        const layout = arrange('wide', inCenters(all, 2, where), { width, height })
        expect(layout.scale * 12).toBeGreaterThanOrEqual(12)
      }
    }
    const some = { ...cast(3, 1, true), centers: [{ id: 'east', nodes: ['db2'], clients: [] }] }
    const layout = arrange('wide', some, { width: 728, height: 564 })
    expect(layout.centers.map(({ id }) => id)).toEqual(['east'])
    expect([...problems(layout), ...strays(layout)]).toEqual([])
  })

  it('a data centre that holds nothing but a monitor is drawn, also when no node stands in one', () => {
    const centers = (nodes: string[]) => [
      { id: 'east', nodes, clients: [], monitors: ['m1', 'm2'] },
      { id: 'west', nodes: [], clients: [], monitors: ['m3'] },
    ]
    for (const nodes of [['db1', 'db2', 'db3'], []]) {
      const layout = arrange('wide', { ...cast(3, 1, 3), centers: centers(nodes) }, { width: 728, height: 564 })
      expect(layout.centers.map(({ id }) => id)).toEqual(['east', 'west'])
      expect([...layout.monitors.keys()].sort()).toEqual(['m1', 'm2', 'm3'])
      expect([...problems(layout), ...strays(layout)]).toEqual([])
    }
  })

  for (const [width, height] of APP_ROOMS) {
    it(`${width} x ${height}: up to seven nodes in any arrangement at 12 px, nine at 11 px`, () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 2, max: 9 }),
          fc.integer({ min: 1, max: 3 }),
          arrangement,
          (nodes, clients, at) => {
            const layout = arrange('wide', cast(nodes, clients, true, at), { width, height })
            expect(layout.scale * 12).toBeGreaterThanOrEqual(nodes <= 7 ? 12 : 11)
          },
        ),
        { seed: 5, numRuns: 600 },
      )
    })
  }

  it('a low window of 960 x 300 takes seven nodes at 11.5 px', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), arrangement, (nodes, at) => {
        expect(
          arrange('wide', cast(nodes, 2, true, at), { width: 960, height: 300 }).scale * 12,
        ).toBeGreaterThanOrEqual(11.5)
      }),
      { seed: 5, numRuns: 600 },
    )
  })

  it('a leaf stands on the right of its upstream, slaves of one master below each other in their order', () => {
    const layout = arrange('wide', cast(6, 2, true, [0, 0, 0, 1, 1, 2]), { width: 728, height: 564 })
    const at = (id: string) => layout.cards.get(id)!
    for (const [leaf, upstream] of [
      ['db4', 'db2'],
      ['db5', 'db2'],
      ['db6', 'db3'],
    ] as const) {
      expect(at(leaf).x).toBeGreaterThan(at(upstream).x + at(upstream).width)
    }
    expect(at('db2').x).toBe(at('db3').x)
    expect(at('db2').y).toBeLessThan(at('db3').y)
    expect(at('db4').y).toBeLessThan(at('db5').y)
    expect(at('db5').y).toBeLessThan(at('db6').y)
  })

  it('one more slave leaves the order of the others as it was', () => {
    for (let nodes = 2; nodes < 9; nodes++) {
      const order = (n: number) => {
        const layout = arrange('wide', cast(n, 2, true), { width: 728, height: 564 })
        return [...layout.cards]
          .filter(([id]) => id !== 'db1' && id !== `db${nodes + 1}`)
          .sort(([, a], [, b]) => a.x - b.x || a.y - b.y)
          .map(([id]) => id)
      }
      expect(order(nodes + 1)).toEqual(order(nodes))
    }
  })

  it('a phone keeps its words at 12 px up to nine nodes', () => {
    for (let nodes = 1; nodes <= 9; nodes++) {
      const { scale } = arrange('stacked', cast(nodes, 1, true), { width: 390, height: 416 })
      expect(scale * 12).toBeGreaterThanOrEqual(nodes <= 8 ? 12 : 11)
    }
  })

  it('the cells of a log and its write head end before the edge of the card', () => {
    for (const [kind, [width, height]] of Object.entries(ROOM) as [LayoutKind, [number, number]][])
      for (let nodes = 1; nodes <= 9; nodes++) {
        const { columns, cards } = arrange(kind, cast(nodes, 1, true), { width, height })
        const end = columns.x + columns.count * columns.pitch + 3
        for (const card of cards.values()) expect(card.width - end, `${kind} ${nodes}`).toBeGreaterThanOrEqual(3)
      }
  })

  it('a figure in an article keeps 11 px for text of 13', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), arrangement, (nodes, at) => {
        const { scale } = arrange('hero', cast(nodes, 2, true, at), { width: 638, height: 336 })
        expect(scale).toBeGreaterThanOrEqual(0.839)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('a phone says how high it wants to be, and is then drawn at scale 1', () => {
    for (let nodes = 1; nodes <= 6; nodes++) {
      const room = { width: 390, height: stackedHeight(nodes) }
      expect(arrange('stacked', cast(nodes, 1, true), room).scale).toBe(1)
    }
    expect(stackedHeight(3)).toBeLessThanOrEqual(416)
  })

  it('in a comparison clients stand on the left of stacked cards, beside those of their own data centre', () => {
    const places = ['eu', 'us', 'asia']
    const cast = {
      nodes: ['db1', 'db2', 'db3'],
      clients: ['w1', 'r1', 'w2', 'r2', 'w3', 'r3'],
      readers: true,
      monitor: true,
      centers: places.map((id, i) => ({ id, nodes: [`db${i + 1}`], clients: [`w${i + 1}`, `r${i + 1}`] })),
    }
    for (const [width, height] of [
      [640, 400],
      [683, 370],
      [560, 430],
    ] as const) {
      const room = { width, height, aside: true }
      const { clients, cards, scale } = arrange('stacked', cast, room)
      expect(clients.size).toBe(6)
      expect(scale * 12, `${width} ${height}`).toBeGreaterThanOrEqual(10)
      for (const [id, place] of clients) {
        const card = cards.get(`db${id.slice(1)}`)!
        expect(card.x - place.x).toBeGreaterThan(2 * CLIENT_RADIUS)
        expect(place.x - CLIENT_RADIUS).toBeGreaterThanOrEqual(0)
        expect(place.y).toBeGreaterThan(card.y - 4)
        expect(place.y).toBeLessThan(card.y + card.height)
      }
    }
    // A phone has no room for them: there they are told in words.
    expect(arrange('stacked', cast, { width: 390, height: 290, aside: true }).clients.size).toBe(0)
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

describe('one that was just taken out of service', () => {
  it('keeps its place in its data centre while it fades', () => {
    const place = (id: string, nodes: string[]) => ({ id, nodes, clients: [], cut: false, since: 0 })
    const gone = {
      id: 1,
      t: 0,
      at: 'db3',
      kind: 'slave-removed',
      args: { peer: 'db1', reason: 'west' },
      cause: 0,
    } as const
    const frame = {
      monitors: [],
      monitor: null,
      clients: [],
      nodes: ['db1', 'db2', 'db4'].map((id) => ({ id, placedUnder: id === 'db1' ? null : 'db1' })),
      dataCenters: [place('east', ['db1']), place('west', ['db2', 'db4'])],
    } as unknown as Frame
    const cast = castOf(frame, [gone])
    expect(cast.nodes).toEqual(['db1', 'db2', 'db3', 'db4'])
    expect(cast.centers?.map(({ nodes }) => nodes)).toEqual([['db1'], ['db2', 'db3', 'db4']])
    expect(frame.dataCenters[1]!.nodes).toEqual(['db2', 'db4'])
  })
})
