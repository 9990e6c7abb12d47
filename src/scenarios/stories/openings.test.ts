/** Where a visitor begins. */
import { describe, expect, it } from 'vitest'
import { us } from '../../run/index.ts'
import { acted, film } from '../fixtures/film.ts'
import { empty, home } from '../index.ts'

describe('home', () => {
  it('opens on seven promised writes, two of them only on the master', () => {
    const [db1, db2, db3] = film(home.run).frameAt(245).nodes
    expect(film(home.run).frameAt(245).counters).toMatchObject({ issued: 7, ok: 7 })
    expect(db1).toMatchObject({ role: 'master', received: 7, onlyHere: [6, 7] })
    expect(db2).toMatchObject({ received: 5, applied: 4 })
    expect(db3).toMatchObject({ received: 4, applied: 2 })
    expect([db2?.lag?.level, db3?.lag?.level]).toEqual(['ok', 'warn'])
    expect([db2?.lag?.entriesBehind, db3?.lag?.entriesBehind]).toEqual([3, 5])
  })

  it('loses these two when the visitor kills the master, and the failover goes through', () => {
    const killed = acted(home.run, { do: 'kill', node: 'db1' }, home.at / us(1))
    const { frameAt, kinds } = film(killed)
    const end = frameAt(2500)
    expect(kinds()).toContain('failover-done')
    expect(end.counters.lost).toBe(2)
    expect(end.lost.map(({ number }) => number)).toEqual([6, 7])
    // Without any hurrying of auto pace, the count of the lost is on the screen within half a minute.
    const told = film(killed)
    told.frameAt(2500)
    expect((told.at('writes-lost')[0]!.t - home.at) / us(home.run.scenario.paceMs)).toBeLessThan(30)
  })
})

describe('empty', () => {
  it('writes nothing by itself, and one write when told to', () => {
    expect(film(empty.run).frameAt(10_000).counters.issued).toBe(0)
    const told = acted(empty.run, { do: 'write', client: 'c' }, 100)
    const end = film(told).frameAt(10_000)
    expect(end.counters).toMatchObject({ issued: 1, ok: 1 })
    expect(end.nodes.map(({ applied }) => applied)).toEqual([1, 1, 1])
  })
})
