import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import { conflictSentence, describe as described, stageSentence } from '../../words/index.ts'
import type { Shape } from '../picture/index.ts'
import { arrange } from './arrange.ts'
import { fact } from './fixtures/frames.ts'
import { many, oneCart, siblings, stopped } from './fixtures/masters.ts'
import { VIEW } from './fixtures/view.ts'
import { castOf } from './layout.ts'
import { scene } from './scene.ts'
import type { StageView } from './view.ts'

function drawn(frame: Frame, time = frame.time, view: Partial<StageView> = {}): Shape[] {
  const all = { ...VIEW, ...view }
  const room = all.layout === 'stacked' ? { width: 390, height: 416 } : { width: 728, height: 564 }
  return scene({ frame, time, view: all }, arrange(all.layout, castOf(frame), room), 'test')
}

/** Every shape below those, with the keys on the way to it. */
const flat = (shapes: readonly Shape[], path = ''): [string, Shape][] =>
  shapes.flatMap((shape) => [
    [`${path}/${shape.key}`, shape] as [string, Shape],
    ...flat(shape.children ?? [], `${path}/${shape.key}`),
  ])
const words = (shapes: readonly Shape[]): string[] => flat(shapes).flatMap(([, shape]) => shape.words ?? [])
const under = (shapes: readonly Shape[], part: string) => flat(shapes).filter(([path]) => path.includes(part))

describe('several masters on the stage', () => {
  it('a card has its letter, its log in its own order, its rows with their vectors, and how it stands to the others', () => {
    const shapes = drawn(oneCart)
    const card = (id: string) => words(under(shapes, `/card-${id}`).map(([, shape]) => ({ ...shape, children: [] })))
    expect(card('db1')).toEqual(expect.arrayContaining(['MASTER', 'A', 'db1', 'log', 'cart', '{3}', 'agrees with db3']))
    expect(card('db2')).toEqual(expect.arrayContaining(['B', '{5}', 'differs on 1 key']))
    const numbers = (id: string) =>
      under(shapes, `/card-${id}/binlog/`).flatMap(
        ([path, { words: text }]) => (path.endsWith('/number') && text) || [],
      )
    expect(numbers('db1')).toEqual(['4', '2', '5', '3', '6', '3'])
    expect(numbers('db2')).toEqual(['2', '4', '3', '5', '3'])
    const bold = under(shapes, '/card-db2/row-cart/seen-').filter(
      ([, shape]) => shape.attributes['font-weight'] === 700,
    )
    expect(bold.map(([path]) => path.split('/').at(-2))).toEqual(['seen-db2'])
  })

  it('a write is promised where it was written, and discarded only where it has been thrown away', () => {
    const shapes = drawn(oneCart)
    const parts = (id: string, what: string) =>
      under(shapes, `/card-${id}/binlog/`).filter(([path]) => path.endsWith(what)).length
    expect([parts('db1', '/promise'), parts('db2', '/promise'), parts('db3', '/promise')]).toEqual([1, 1, 0])
    expect([parts('db1', '/discarded'), parts('db2', '/discarded'), parts('db3', '/discarded')]).toEqual([1, 0, 0])
  })

  it('one curve a pair: heads at both ends where entries go both ways, one in a ring, and nothing is acknowledged', () => {
    const heads = (frame: Frame) => flat(drawn(frame)).filter(([path]) => /link-.*\/(head|tail)$/.test(path)).length
    expect(heads(oneCart)).toBe(6)
    expect(heads(many(4, 'ring'))).toBe(4)
    expect(flat(drawn(oneCart)).some(([path]) => path.includes('ack-'))).toBe(false)
  })

  it('entries of both directions travel apart, each in the silhouette of its origin', () => {
    const tokens = flat(drawn(siblings)).filter(([path]) => /messages\/entries-\d+$/.test(path))
    expect(tokens).toHaveLength(2)
  })

  it('a conflict comes when it is found, never before, and goes after the next news once nobody differs', () => {
    const has = (frame: Frame, time: number) => under(drawn(frame, time), '/masters/conflict/').length > 0
    expect(has(oneCart, oneCart.time)).toBe(true)
    expect(has({ ...oneCart, time: 2_900_000 }, 2_900_000)).toBe(false)
    const agreed = {
      ...oneCart,
      multiMaster: { ...oneCart.multiMaster!, agreement: { agree: 3, of: 3, keys: [] } },
      milestone: fact(3, 'run', 'masters-agree', { us: 10 }),
    }
    expect(has(agreed, 3_000_000)).toBe(true)
    expect(has(agreed, 3_000_000 + agreed.paceUs)).toBe(false)
    expect(has({ ...oneCart, milestone: agreed.milestone }, 3_000_000 + agreed.paceUs)).toBe(true)
  })

  it('the winner is ringed and the loser struck; both siblings are ringed; at an error the card says which', () => {
    const rings = (frame: Frame) => flat(drawn(frame)).filter(([path]) => /conflict\/(left|right)-ring$/.test(path))
    expect(rings(oneCart).map(([path]) => path.split('/').at(-1))).toEqual(['left-ring'])
    expect(rings(siblings)).toHaveLength(2)
    expect(rings(stopped)).toHaveLength(0)
    expect(words(drawn(stopped))).toEqual(expect.arrayContaining(['1062', 'error 1062 on n1']))
    expect(words(drawn(oneCart))).toEqual(
      expect.arrayContaining(['conflict on cart', 'A6 and B3 never saw each other']),
    )
  })

  it('a phone has cards, links and who agrees, and tells the conflict in one line', () => {
    const shapes = drawn(oneCart, oneCart.time, { layout: 'stacked' })
    expect(words(shapes)).toEqual(expect.arrayContaining(['2 of 3', 'masters agree', 'cart', '{5}']))
    expect(under(shapes, '/masters/conflict/').length).toBeGreaterThan(0)
  })

  it('a clock that is off stands beside its card', () => {
    expect(words(drawn(oneCart))).toEqual(expect.arrayContaining(['clock of db1', '+2 s']))
  })

  it('whatever is written on the stage is in the words of its twin', () => {
    for (const frame of [oneCart, siblings, stopped]) {
      const { conflicts, sites } = frame.multiMaster!
      const twin = [
        stageSentence(frame),
        ...[...frame.nodes, ...frame.clients].map((one) => described(one, frame)),
        ...conflicts.map((one) => conflictSentence(one, frame)),
      ].join(' ')
      for (const text of ['masters agree', `conflict on ${conflicts[0]!.key}`])
        expect(twin.toLowerCase()).toContain(text)
      for (const { rows } of sites)
        for (const { key, versions } of rows) {
          expect(twin).toContain(key)
          for (const { value } of versions) expect(twin).toContain(value ?? 'deleted')
        }
      for (const client of words(drawn(frame)).filter((text) => text.includes(':='))) expect(twin).toContain(client)
      for (const accord of words(drawn(frame)).filter((text) => /^(agrees|differs|error)/.test(text)))
        expect(twin).toContain(accord)
    }
  })
})
