/** SPEC F70 to F73: a change of masters while both are well. */
import { describe, expect, test } from 'vitest'
import { Lab, type Setting } from './lab.ts'

const WATCH = { probeEveryMs: 200, probeTimeoutMs: 100, misses: 3, promoteMs: 20, rerouteMs: 30 }
const writers = (ratePerSecond: number, more: object = {}) =>
  [1, 2, 3].map((n) => ({
    id: `c${n}`,
    thinkMs: Math.round((3 * 1000) / ratePerSecond),
    spacing: 'exponential',
    startMs: 100,
    timeoutMs: 4000,
    retryMs: 100,
    ...more,
  }))
const lab = (more: Setting = {}) => new Lab({ clients: writers(100), failover: WATCH, ...more })
const to = (one: Lab, node: string): Lab => one.act({ do: 'switchover', node })

describe('switchover', () => {
  test('[F70] the old master stops, the new one has everything before it begins, and the old one follows it', () => {
    const one = to(lab({ oneWayMs: { db2: 30, db3: 5 } }).pass(1500), 'db2')
    const stopped = one.until('made-read-only')
    const end = () => one.node('db1').received
    const promoted = one.until('promoted')
    expect(promoted.at).toBe('db2')
    expect(promoted.args.from).toBe(end() + 1)
    const done = one.until('switchover-done')
    expect(done.args).toMatchObject({ us: done.t - stopped.t, count: 0 })
    one.pass(1500)
    expect(one.frame().nodes.map(({ role, upstream }) => [role, upstream])).toEqual([
      ['slave', 'db2'],
      ['master', null],
      ['slave', 'db2'],
    ])
    expect(one.frame().clients.every(({ target }) => target === 'db2')).toBe(true)
    expect(one.node('db1').lag!.entriesToReceive).toBeLessThan(8)
    expect(one.facts('fenced')).toEqual([])
    one.expectLost(0)
  })

  test('[F70] it loses nothing, whatever the moment, the load, the mode and the network', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const mode = ['async', 'semi-sync', 'quorum', 'all'][seed % 4]!
      const one = lab({
        seed,
        clients: writers(30 + 40 * (seed % 5), { kind: seed % 3 === 0 ? 'stream' : 'closed-loop', ratePerSecond: 40 }),
        oneWayMs: { db2: 1 + (seed % 7) * 9, db3: 4 },
        replication: { mode, waitPoint: seed % 2 === 0 ? 'after-sync' : 'after-commit' },
        network: { oneWayMs: 5, jitterMs: seed % 3, lossPercent: seed % 5 === 0 ? 2 : 0 },
        costs: { applyMs: 0.5 + (seed % 4) },
      }).pass(400 + 67 * seed)
      const target = seed % 2 === 0 ? 'db2' : 'db3'
      to(one, target).pass(4000)
      const ended = one.facts('switchover-done').length + one.facts('switchover-failed').length
      expect([seed, ended]).toEqual([seed, 1])
      one.expectLost(0)
      expect([seed, one.frame().counters.ghost]).toEqual([seed, expect.any(Number)])
      const masters = one.frame().nodes.filter(({ role }) => role === 'master')
      expect([seed, masters.map(({ id }) => id)]).toEqual([seed, [one.facts('promoted').at(-1)?.at ?? 'db1']])
      const ok = one.frame().counters.ok
      one.pass(1000)
      expect(one.frame().counters.ok).toBeGreaterThan(ok)
      one.expectLost(0)
    }
  })

  test('[F71] one that cannot catch up in time: writes are given back, and nothing has changed', () => {
    const specs = [{ id: 'db1', role: 'master' }, { id: 'db2', applyMs: 40 }, { id: 'db3' }]
    const one = to(lab({ specs, failover: { ...WATCH, catchUpMs: 500 } }).pass(2500), 'db2')
    expect(one.until('switchover-failed').args).toEqual({ peer: 'db2', reason: 'too-slow' })
    expect(one.until('made-writable').args.us).toBeLessThan(510_000)
    one.pass(2000)
    expect(one.frame().nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(one.frame().epoch).toBe(1)
    expect(one.frame().outages).toMatchObject([{ reason: 'switchover', to: expect.any(Number), lost: 0 }])
    expect(one.node('db3').lag!.entriesBehind).toBeLessThan(8)
    one.expectLost(0)
  })

  test('[F72] the named one dies before it is chosen, or after: the old master goes on, and nothing is lost', () => {
    for (const afterMs of [3, 40, 60]) {
      const one = to(lab({ oneWayMs: { db2: 30, db3: 5 }, failover: { ...WATCH, promoteMs: 300 } }).pass(1500), 'db2')
      one.pass(afterMs).kill('db2')
      expect(one.until('switchover-failed').args.peer).toBe('db2')
      one.pass(4000)
      expect([afterMs, one.node('db1').role]).toEqual([afterMs, 'master'])
      expect(one.node('db3')).toMatchObject({ role: 'slave', upstream: 'db1' })
      one.restart('db2').pass(2000)
      expect(one.node('db2')).toMatchObject({ role: 'slave', upstream: 'db1' })
      expect(one.node('db2').lag!.entriesBehind).toBeLessThan(10)
      one.expectLost(0)
    }
  })

  test('[F72] the old master dies on the way: it becomes a failover', () => {
    const one = to(lab({ costs: { applyMs: 5 } }).pass(1500), 'db2').pass(2)
    one.kill('db1').until('failover-done')
    expect(one.frame().nodes.filter(({ role, process }) => role === 'master' && process === 'up')).toHaveLength(1)
  })

  test('[F73] one that cannot begin says so: a monitor that is busy, a node that is master already', () => {
    const one = to(lab().pass(1000), 'db1')
    expect(one.until('switchover-failed').args).toEqual({ peer: 'db1', reason: 'is-master' })
    one.kill('db1').until('suspected')
    to(one, 'db2')
    expect(one.until('switchover-failed').args).toEqual({ peer: 'db2', reason: 'busy' })
    expect(one.until('failover-done').args.count).toBeGreaterThanOrEqual(0)
  })

  test('[F70] with a lease, too, and back again', () => {
    const one = lab({ failover: { ...WATCH, fence: 'lease', leaseMs: 800 } }).pass(1500)
    to(one, 'db3').until('switchover-done')
    one.pass(3000)
    expect(one.facts('lease-lost')).toEqual([])
    to(one, 'db1').until('switchover-done')
    one.pass(2000)
    expect(one.frame().nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(one.frame().epoch).toBe(3)
    expect(one.frame().checkers.find(({ name }) => name === 'oneWriter')).toMatchObject({ promised: true, held: true })
    one.expectLost(0)
  })
})
