/** How far slaves are behind, and who says so. */
import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../engine/index.ts'
import { us } from '../../run/index.ts'
import { acted, behind, film, filmOf, runOf } from '../fixtures/film.ts'

describe('async-pipeline', () => {
  it('takes each write through every station, one at a time, and says OK before a slave has it', () => {
    const { frameAt, facts } = filmOf('async-pipeline')
    const { counters } = frameAt(60)
    expect(counters.ok).toBeGreaterThanOrEqual(5)
    const when = (kind: FactKind, at: string) =>
      facts.find((f) => f.kind === kind && f.at === at && f.args.from === 3)?.t ?? 0
    const stations = [
      when('entries-logged', 'db1'),
      when('entries-sent', 'db1'),
      when('entries-committed', 'db1'),
      when('write-ok', 'c'),
      when('entries-received', 'db2'),
      when('entries-applied', 'db2'),
    ]
    expect(stations[0]).toBeGreaterThan(0)
    expect(stations).toEqual([...stations].sort((a, b) => a - b))
  })
})

describe('lag-under-load', () => {
  it('falls behind for as long as writes come faster than a slave applies, and catches up afterwards', () => {
    const { frameAt } = filmOf('lag-under-load')
    const [early, late, end] = [frameAt(18), frameAt(38), frameAt(80)].map((frame) => behind(frame, 'db2'))
    expect(late! - early!).toBeGreaterThan(12)
    expect(end).toBeLessThan(6)
  })
})

describe('slow-sql-thread', () => {
  it('receives on both slaves alike and applies late on one, until its thread is made fast', () => {
    const { frameAt } = filmOf('slow-sql-thread')
    const [, db2, db3] = frameAt(59).nodes
    expect(db3!.received).toBe(db2!.received)
    expect(db3!.received - db3!.applied).toBeGreaterThan(6)
    expect(db2!.received - db2!.applied).toBeLessThan(2)
    expect(behind(frameAt(100), 'db3')).toBeLessThan(3)
  })
})

describe('silent-partition', () => {
  it('reports no lag while it falls behind, then an unknown one, and loses nothing', () => {
    const { frameAt, at } = filmOf('silent-partition')
    frameAt(395)
    for (const ms of [700, 900, 1050]) {
      const { lag, receiver } = frameAt(ms).nodes[1]!
      expect([receiver.state, lag?.reported]).toEqual(['streaming', 0])
      if (ms > 1000) expect(lag).toMatchObject({ level: 'critical' })
    }
    expect(frameAt(1075).nodes[1]!.lag!.trueUs).toBeGreaterThan(600_000)
    const unknown = frameAt(1300).nodes[1]!
    expect([unknown.receiver.state, unknown.lag?.reported]).toEqual(['connecting', null])
    expect(at('receiver-connecting').at(-1)).toMatchObject({ at: 'db2', args: { reason: 'silence' } })
    const end = frameAt(2000)
    expect(behind(end, 'db2')).toBeLessThan(3)
    expect(end.counters).toMatchObject({ lost: 0, noticed: 0 })
  })
})

describe('heartbeat', () => {
  it('reports 0 on a narrow line while the copy of the dated row grows old, and both agree once it is wide', () => {
    const { frameAt } = filmOf('heartbeat')
    const gauge = (ms: number, node: number) => frameAt(ms).nodes[node]!.lag!
    expect(gauge(690, 1)).toMatchObject({ reported: 0, level: 'ok' })
    for (const ms of [2000, 3000, 4000, 4490]) {
      const { reported, heartbeatUs, entriesToReceive } = gauge(ms, 1)
      expect(reported).toBe(0)
      expect(heartbeatUs!).toBeGreaterThan(500_000)
      expect(entriesToReceive).toBeGreaterThan(3)
    }
    const worst = gauge(4490, 1)
    expect(worst.heartbeatUs!).toBeGreaterThan(1_500_000)
    expect(worst.level).toBe('critical')
    expect(gauge(4490, 2).heartbeatUs!).toBeLessThan(500_000)
    const end = frameAt(6000)
    expect(end.nodes[1]!.lag).toMatchObject({ reported: 0, level: 'ok' })
    expect(end.nodes[1]!.lag!.heartbeatUs!).toBeLessThan(600_000)
    expect(end.counters.issued).toBeLessThan(end.nodes[0]!.received)
  })
})

describe('noticed-first', () => {
  const tale = (run = runOf('noticed-first')) => {
    const { frameAt, at } = film(run)
    const { alerts, counters, nodes } = frameAt(2500)
    return { alert: alerts.find(({ node }) => node === 'db3')!, missed: at('own-write-missing'), counters, nodes }
  }

  it('lets a user miss a write long before the alert, and both are over once the rows are free', () => {
    const { alert, missed, counters, nodes } = tale()
    expect(alert).toMatchObject({ reason: 'seconds', level: 'critical' })
    expect(alert.noticedAt).toBe(missed[0]!.t)
    expect(alert.from - alert.noticedAt!).toBeGreaterThan(us(500))
    expect(alert.to).toBeGreaterThan(us(2050))
    expect(nodes[2]!.lag).toMatchObject({ level: 'ok' })
    expect(counters).toMatchObject({ lost: 0, unknown: 0, error: 0 })
  })

  it('is told by the monitor first, once the threshold is strict', () => {
    const strict = { do: 'set', path: 'lag.warnMs', value: 100 } as const
    const { alert, missed } = tale(acted(runOf('noticed-first'), strict, 0))
    expect(alert.from).toBeLessThan(missed[0]!.t)
  })
})
