import { afterEach, describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import { describe as described, speakOf, stageSentence } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import type { Shape } from '../picture/index.ts'
import { arrange } from './arrange.ts'
import { frame as oneMaster, lastRead as shownLast } from './fixtures/frames.ts'
import { oneCart } from './fixtures/masters.ts'
import { dying, persist, table } from './fixtures/regions.ts'
import { VIEW } from './fixtures/view.ts'
import { castOf } from './layout.ts'
import { scene } from './scene.ts'
import type { StageView } from './view.ts'

afterEach(() => speakOf(oneMaster(1, {})))

function drawn(frame: Frame, view: Partial<StageView> = {}): Shape[] {
  speakOf(frame)
  const all = { ...VIEW, ...view }
  const room = all.layout === 'stacked' ? { width: 390, height: 416 } : { width: 728, height: 564 }
  return scene({ frame, time: frame.time, view: all }, arrange(all.layout, castOf(frame), room), 'test')
}

const flat = (shapes: readonly Shape[], path = ''): [string, Shape][] =>
  shapes.flatMap((shape) => [
    [`${path}/${shape.key}`, shape] as [string, Shape],
    ...flat(shape.children ?? [], `${path}/${shape.key}`),
  ])
const under = (shapes: readonly Shape[], part: string) => flat(shapes).filter(([path]) => path.includes(part))
const words = (shapes: readonly Shape[], part = ''): string[] =>
  under(shapes, part).flatMap(([, shape]) => shape.words ?? [])
const keys = (shapes: readonly Shape[], part: string) => under(shapes, part).map(([path]) => path.split('/').at(-1))

describe('a region on the stage', () => {
  it('is called so, and shows its kind, its replicas, who leads, and how many have the newest change', () => {
    const shapes = drawn(table())
    expect(words(shapes, '/card-db1/')).toEqual(expect.arrayContaining(['REGION', 'MREC', 'a', 'b', 'c', '3/3']))
    expect(words(shapes)).toEqual(expect.arrayContaining(['regions agree', 'MREC (eventual)']))
    expect(keys(shapes, '/card-db1/replicas/replica-a')).toContain('leader')
    expect(keys(shapes, '/card-db1/replicas/replica-b')).toContain('follower')
    expect(keys(shapes, '/card-db1/epoch')).toEqual([])
  })

  it('outlines what a replica has flushed and not applied, and has a dot for what it lacks', () => {
    const shapes = drawn(table({ replicas: dying(), electingSince: oneCart.time - 400_000 }))
    const change = (zone: string, at: number) =>
      under(shapes, `/card-db1/replicas/replica-${zone}/change-${at}`).map(([, { tag, attributes }]) =>
        tag === 'circle' ? 'dot' : attributes['fill'] === 'none' ? 'flushed' : 'applied',
      )[0]
    expect([change('a', 5), change('b', 5)]).toEqual(['flushed', 'dot'])
    expect([change('b', 4), change('c', 4)]).toEqual(['applied', 'flushed'])
    expect(keys(shapes, '/card-db1/replicas/replica-a')).toContain('down')
    expect(words(shapes, '/card-db1/')).toEqual(expect.arrayContaining(['1/3', 'no leader for 0.4 s']))
  })

  it('has a band when it is isolated, by its kind, and when one replica is left', () => {
    const band = (frame: Frame) => (keys(drawn(frame), '/card-db1/band').length > 0 ? words(drawn(frame)) : [])
    expect(band(table())).toEqual([])
    expect(band(table({ kind: 'mrsc', isolated: true }))).toContain('isolated, no writes')
    const cut = [{ id: 'db1', nodes: ['db1'], clients: [], cut: true, since: 0 }]
    expect(band(table({}, { dataCenters: cut }))).toContain('isolated, goes on')
    const one = dying().map((replica, at) => ({ ...replica, state: at < 2 ? ('down' as const) : replica.state }))
    expect(band(table({ replicas: one }))).toContain('one replica left: no writes')
  })

  it('shows how late the items of each other region are, and for how long some have been pending', () => {
    const latency = [
      { from: 'db2', us: 46_000, pending: 0, oldestUs: 0 },
      { from: 'db3', us: 46_000, pending: 2, oldestUs: 1_400_000 },
    ]
    expect(words(drawn(table({ latency })), '/card-db1/latency/')).toEqual(['latency', '46 ms', '1.4 s'])
  })

  it('keeps a row for the write of another region, and says which', () => {
    const promised = [{ key: 'cart', to: 'db3', since: 0 }]
    const shapes = drawn(table({ kind: 'mrsc', promised }))
    expect(words(shapes, '/card-db1/row-cart/')).toContain('for db3')
  })

  it('lets messages between its replicas be seen where they can be followed, and lights up the lane where not', () => {
    for (const kind of ['persist', 'persisted'] as const) {
      const frame = table({}, { messages: [persist(kind, oneCart.time)] })
      expect(keys(drawn(frame), `/card-db1/replicas/${kind}-90`).length).toBeGreaterThan(1)
      const quick = drawn(frame, { usPerSecond: 40_000_000 })
      expect(keys(quick, `/replicas/${kind}-90`)).toEqual([])
      expect(keys(quick, '/card-db1/replicas/glow')).toEqual(['glow'])
    }
  })

  it('has all of it in words, too', () => {
    const frame = table({ kind: 'mrsc', isolated: true, replicas: dying(), electingSince: oneCart.time - 400_000 })
    speakOf(frame)
    expect(stageSentence(frame)).toContain('db1 is region')
    const text = described({ id: 'db1' }, frame)
    for (const part of [
      'MRSC (strong)',
      'replica a down',
      'flushed 4, applied 3',
      'no leader for 0.4 s',
      'latency from db2',
    ])
      expect(text).toContain(part)
  })

  it('as a witness says so, shows no table and no log, only what it has promised, and is late with nothing', () => {
    const promised = [{ key: 'cart', to: 'db3', since: 0 }]
    const frame = table({ kind: 'mrsc', witness: true, promised })
    for (const layout of ['wide', 'stacked'] as const) {
      const shapes = drawn(frame, { layout })
      const card = words(shapes, '/card-db1/')
      expect(card).toEqual(expect.arrayContaining(['WITNESS', 'change data, no table', 'cart for db3']))
      expect(card).not.toContain('REGION')
      expect(card.filter((word) => /^\{|log$|latency|ms$/.test(word))).toEqual([])
      expect(keys(shapes, '/card-db1/binlog')).toEqual([])
      // Nobody waits for items from there.
      expect(keys(shapes, '/card-db2/latency/from-db1')).toEqual([])
      expect(words(shapes, '/card-db2/')).toContain('REGION')
    }
    expect(words(drawn(table({ kind: 'mrsc', witness: true, isolated: true })), '/card-db1/')).toContain(
      'isolated, no vote',
    )
    speakOf(frame)
    const text = described({ id: 'db1' }, frame)
    for (const part of ['db1, witness', 'change data, no table', 'cart promised to db3']) expect(text).toContain(part)
    expect(text).not.toMatch(/log ends|latency|\{/)
  })

  it('that refuses a strong read is shown at the reader, in the colour of an error, until it answers again', () => {
    const reader = (part: object) => {
      const client = { ...oneCart.clients[0]!, kind: 'reader' as const, pending: 0, last: null, ...part }
      return table({ kind: 'mrsc', isolated: true }, { clients: [client, ...oneCart.clients.slice(1)] })
    }
    const shown = (frame: Frame) =>
      under(drawn(frame), '/client-words-c1').map(([, { words, attributes }]) => [words, attributes['fill']])
    const lastRead = shownLast({ key: 'cart', value: 2, write: 12, at: 0 })
    expect(shown(reader({ lastRead, failingSince: null }))).toEqual([['reads cart = 2', hue.ink]])
    const refused = reader({ lastRead, failingSince: oneCart.time - 100_000 })
    expect(shown(refused)).toEqual([['read refused', hue.crit]])
    expect(described({ id: 'c1' }, refused)).toContain('Last: read refused.')
    const cut = { ...refused, links: refused.links.map((link) => ({ ...link, state: 'cut' as const })) }
    const way = { ...cut.links[0]!, id: 'c1~db1', a: 'c1', b: 'db1', kind: 'client' as const }
    expect(shown({ ...cut, links: [...cut.links, way] })).toEqual([['read: no answer', hue.crit]])
  })

  it('on a phone says the same in fewer words rather than cutting them', () => {
    const foot = (part: object) => words(drawn(table(part), { layout: 'stacked' }), '/card-db1/accord')
    expect(foot({ kind: 'mrsc', waitingForRegion: 1 })).toEqual(['1 write waits'])
    expect(foot({ kind: 'mrsc', waitingForRegion: 12 })).toEqual(['12 writes wait'])
    const { sites } = table().multiMaster!
    const apart = sites.map((site, at) => (at === 0 ? { ...site, differsOn: 12 } : site))
    const frame = { ...table(), multiMaster: { ...table().multiMaster!, sites: apart } }
    expect(words(drawn(frame, { layout: 'stacked' }), '/card-db1/accord')).toEqual(['differs on 12 keys'])
    // A master that is a single server has its words beside its log.
    const plain = {
      ...frame,
      multiMaster: { ...frame.multiMaster, sites: apart.map((one) => ({ ...one, region: null })) },
    }
    expect(words(drawn(plain, { layout: 'stacked' }), '/card-db1/accord')).toEqual(['12 keys differ'])
  })

  it('on a phone has its replicas beside its log', () => {
    const shapes = drawn(table(), { layout: 'stacked' })
    expect(words(shapes, '/card-db1/replicas/')).toEqual(['a', 'b', 'c'])
  })
})
