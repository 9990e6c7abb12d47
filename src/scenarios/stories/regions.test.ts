/** Global tables: what is near and what is far, who refuses and who throws away. */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import { us } from '../../run/index.ts'
import { acted, film, filmOf, runOf } from '../fixtures/film.ts'

const site = ({ multiMaster }: Frame, node: string) => multiMaster!.sites.find((one) => one.node === node)!
const cart = (frame: Frame, node: string) =>
  site(frame, node).rows.find(({ key }) => key === 'cart')?.versions[0]?.value
const counts = ({ multiMaster }: Frame) => multiMaster!.counts

describe('global-table-mrec', () => {
  it('says OK at once, shows the other region nothing of it, and throws a promised write away', () => {
    const { frameAt, at, kinds } = filmOf('global-table-mrec')
    const near = frameAt(100)
    const [first] = at('write-ok')
    expect(first!.args.us).toBeLessThan(us(10))
    expect(cart(near, 'eu')).toBeUndefined()
    expect(near.clients.find(({ id }) => id === 'r2')!.lastRead).toMatchObject({ value: null, node: 'eu' })
    const later = frameAt(299)
    expect(later.clients.find(({ id }) => id === 'r2')!.reads).toMatchObject({ stale: 1 })
    expect([cart(later, 'us'), cart(later, 'eu')]).toEqual(['1', '1'])
    expect(site(later, 'eu').region!.latency[0]).toMatchObject({ from: 'us', pending: 0 })
    expect(site(later, 'eu').region!.latency[0]!.us).toBeGreaterThan(us(34))

    const headless = frameAt(400)
    expect(site(headless, 'us').region).toMatchObject({ electingSince: expect.any(Number) })
    expect(site(headless, 'us').region!.electingSince).toBeGreaterThan(0)
    expect(at('write-error').map(({ args }) => args.reason)).toEqual(['no-leader'])
    frameAt(599)
    const [elected] = at('leader-elected')
    expect(elected!.args.us).toBeGreaterThanOrEqual(us(120))
    expect(at('replica-returned').length).toBe(1)

    const apart = frameAt(890)
    expect([cart(apart, 'us'), cart(apart, 'eu')]).toEqual(['4', '5'])
    expect(site(apart, 'eu').region!.latency[0]!.pending).toBe(1)
    expect(at('write-ok').length).toBe(4)
    const end = frameAt(1300)
    expect([cart(end, 'us'), cart(end, 'eu')]).toEqual(['5', '5'])
    expect(counts(end)).toMatchObject({ discarded: 1, discardedOk: 1 })
    expect(end.counters.discarded).toBe(1)
    expect(kinds()).toEqual(
      expect.arrayContaining(['leader-gone', 'leader-elected', 'data-center-cut', 'write-discarded']),
    )
  })

  it('throws nothing away where one region writes the row, and refuses nobody for longer than the lease', () => {
    const run = runOf('global-table-mrec')
    const alone = {
      ...run,
      interventions: run.interventions.filter((one) => one.do !== 'write' || one.client === 'c1'),
    }
    const end = film(alone).frameAt(1300)
    expect([cart(end, 'us'), cart(end, 'eu')]).toEqual(['4', '4'])
    expect(counts(end)).toMatchObject({ discarded: 0 })
    const quick = film(acted(run, { do: 'set', path: 'regions.leaseMs', value: 30 }, 0))
    quick.frameAt(500)
    expect(quick.at('write-error')).toEqual([])
  })
})

describe('global-table-mrsc', () => {
  it('takes as long as the way to the nearest region, refuses a conflict and an isolated region, and loses nothing', () => {
    const { frameAt, at } = filmOf('global-table-mrsc')
    frameAt(300)
    const [east, west] = at('write-ok').map(({ args }) => args.us!)
    // There and back to Ohio: 12 ms from the east, 50 from the west; the rest is the same for both.
    expect(east).toBeGreaterThan(us(12))
    expect(west! - east!).toBe(us(38))

    const conflicted = frameAt(590)
    expect(at('write-error').map(({ at, args }) => [at, args.reason])).toEqual([['c3', 'conflict']])
    expect(at('write-conflicted').length).toBe(1)
    expect(conflicted.counters.discarded).toBe(0)
    for (const { node } of conflicted.multiMaster!.sites) expect(cart(conflicted, node)).toBe('5')

    const alone = frameAt(990)
    expect(site(alone, 'west').region!.isolated).toBe(true)
    expect(at('write-error').map(({ args }) => args.reason)).toEqual(['conflict', 'isolated'])
    expect(at('read-failed').map(({ at, args }) => [at, args.reason])[0]).toEqual(['r3', 'isolated'])
    expect([cart(alone, 'east'), cart(alone, 'ohio'), cart(alone, 'west')]).toEqual(['7', '7', '5'])

    const end = frameAt(1400)
    expect(at('region-joined').map((fact) => fact.at)).toEqual(['west'])
    for (const { node } of end.multiMaster!.sites) expect(cart(end, node)).toBe('8')
    expect(end.counters).toMatchObject({ discarded: 0, lost: 0, staleReads: 0 })
    expect(end.clients.find(({ id }) => id === 'r3')!.lastRead).toMatchObject({ value: 8, verdict: 'fresh' })
  })

  it('answers eventual reads while it is alone, with an old cart', () => {
    const { frameAt, at } = film(
      acted(runOf('global-table-mrsc'), { do: 'set', path: 'clients.r3.consistency', value: 'eventual' }, 0),
    )
    const end = frameAt(1400)
    expect(at('read-failed')).toEqual([])
    expect(end.clients.find(({ id }) => id === 'r3')!.reads.stale).toBeGreaterThan(1)
  })
})

describe('global-table-witness', () => {
  const told = (facts: readonly { args: { us?: number } }[]) => facts.map(({ args }) => args.us!)

  it('goes on with the vote of the witness while the other region is alone, and without the witness by the longer way', () => {
    const { frameAt, at } = filmOf('global-table-witness')
    const near = frameAt(290)
    const [east, west] = told(at('write-ok'))
    // There and back: 12 ms to the witness from the east, 50 from the west.
    expect(west! - east!).toBe(us(38))
    expect(at('write-agreed').map(({ args }) => args.peer)).toEqual(['ohio', 'ohio'])
    expect([cart(near, 'east'), cart(near, 'west')]).toEqual(['2', '2'])

    const alone = frameAt(590)
    expect(site(alone, 'west').region!.isolated).toBe(true)
    expect(at('write-error').map(({ at, args }) => [at, args.reason])).toEqual([['c2', 'isolated']])
    expect(new Set(at('read-failed').map(({ at, args }) => `${at} ${args.reason}`))).toEqual(new Set(['r2 isolated']))
    expect([cart(alone, 'east'), cart(alone, 'west')]).toEqual(['4', '2'])
    expect(told(at('write-ok'))[2]).toBe(east)

    const back = frameAt(790)
    expect(cart(back, 'west')).toBe('4')
    expect(back.clients.find(({ id }) => id === 'r2')!).toMatchObject({ failingSince: null, lastRead: { value: 4 } })

    const without = frameAt(1140)
    expect(site(without, 'ohio').region).toMatchObject({ witness: true, isolated: true })
    expect(at('write-error').length).toBe(1)
    expect(
      at('write-agreed')
        .map(({ args }) => args.peer)
        .slice(3),
    ).toEqual(['west', 'east'])
    // 64 ms to the west and back, where there were 12 to the witness.
    expect(told(at('write-ok'))[3]! - east!).toBe(us(52))

    const end = frameAt(1400)
    for (const node of ['east', 'west']) expect(cart(end, node)).toBe('7')
    expect(end.counters).toMatchObject({ ok: 6, error: 1, discarded: 0, lost: 0, atRisk: 0, staleReads: 0 })
    // Nobody writes or reads at the witness, and no item comes from it.
    expect(at('write-executed', 'read-answered').filter((fact) => [fact.at, fact.args.peer].includes('ohio'))).toEqual(
      [],
    )
    expect(at('entries-received', 'entries-logged').filter((fact) => fact.args.peer === 'ohio')).toEqual([])
  })

  it('is told OK for nothing once the other region and the witness are both out of reach', () => {
    const cut = acted(runOf('global-table-witness'), { do: 'cut-data-center', dataCenter: 'ohio' }, 350)
    const { frameAt, at } = film(cut)
    frameAt(590)
    expect(at('write-ok').length).toBe(2)
    expect(at('write-error').map(({ at }) => at)).toEqual(['c2', 'c1'])
  })
})
