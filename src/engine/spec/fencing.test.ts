/** SPEC F60 to F69: what keeps an old master from writing before a new one does, and what keeps the monitor from acting. */
import { describe, expect, test } from 'vitest'
import type { FactKind } from '../index.ts'
import { Lab, type Setting } from './lab.ts'

const WATCH = { probeEveryMs: 200, probeTimeoutMs: 100, misses: 3, promoteMs: 20, rerouteMs: 30 }
const writers = (ratePerSecond: number) =>
  [1, 2, 3, 4].map((n) => ({
    id: `c${n}`,
    thinkMs: (4 * 1000) / ratePerSecond,
    spacing: 'exponential',
    startMs: 300,
    timeoutMs: 2000,
    retryMs: 200,
  }))
const lab = (failover: object, more: Setting = {}) =>
  new Lab({ clients: writers(100), failover: { ...WATCH, ...failover }, ...more })

/** The master loses everybody but its clients. */
const isolate = (one: Lab): Lab => one.cut('db1', 'db2').cut('db1', 'db3').cut('db1', 'monitor')

const timeOf = (one: Lab, kind: FactKind, at?: string): number => one.facts(kind, at)[0]!.t
const oneWriter = (one: Lab) => one.frame().checkers.find(({ name }) => name === 'oneWriter')!

describe('fencing', () => {
  test('[F60] without a fence an isolated master writes on beside the new one, and what it says OK to is lost', () => {
    const one = isolate(lab({ rerouteMs: 800 }).pass(2000))
    one.until('failover-done')
    expect(
      one
        .frame()
        .nodes.filter(({ role }) => role === 'master')
        .map(({ id }) => id),
    ).toEqual(['db1', 'db2'])
    const late = one.facts('entries-committed', 'db1').filter(({ t }) => t > timeOf(one, 'promoted'))
    expect(late.length).toBeGreaterThan(20)
    expect(oneWriter(one)).toMatchObject({ promised: false, held: false })
  })

  test('[F61] a lease: the isolated master stops by itself, and only then is another promoted', () => {
    const one = isolate(lab({ fence: 'lease', leaseMs: 1500 }).pass(2000))
    one.until('promoted')
    const [lost, done, promoted] = [
      timeOf(one, 'lease-lost', 'db1'),
      timeOf(one, 'fence-done'),
      timeOf(one, 'promoted'),
    ]
    expect(lost).toBeLessThan(done)
    expect(done).toBeLessThan(promoted)
    expect(one.node('db1').role).toBe('read-only')
    one.pass(2000)
    const late = one.facts('entries-committed', 'db1').filter(({ t }) => t > lost + 1)
    expect(late).toEqual([])
    expect(oneWriter(one)).toMatchObject({ promised: true, held: true })
    one.heal('db1', 'monitor')
    expect(one.until('fenced').at).toBe('db1')
  })

  test('[F61] whatever the network and the moment: with a lease nobody commits beside the newest master', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const one = lab(
        { fence: 'lease', leaseMs: 300 + 40 * seed },
        {
          seed,
          replication: { netTimeoutMs: 500, heartbeatMs: 200 },
          network: { oneWayMs: 5, monitorOneWayMs: 1 + (seed % 4) * 12, jitterMs: seed % 4, lossPercent: seed % 3 },
        },
      ).pass(900 + 61 * seed)
      for (const other of ['monitor', 'db2', 'db3']) {
        if (seed % 2 === 0) one.stall('db1', other)
        else one.cut('db1', other)
        one.pass(seed % 3)
      }
      one.pass(2500)
      for (const other of ['monitor', 'db2', 'db3']) one.heal('db1', other)
      one.pass(1500)
      expect([seed, one.facts('promoted').length > 0, oneWriter(one).held]).toEqual([seed, true, true])
    }
  })

  test('[F61] a master that is heard of again in time keeps its lease, and nothing happens', () => {
    const one = isolate(lab({ fence: 'lease', leaseMs: 4000 }).pass(2000)).pass(1200)
    expect(one.frame().monitor!.state).toBe('fencing')
    one.heal('db1', 'monitor').heal('db1', 'db2').heal('db1', 'db3')
    expect(one.until('suspicion-dropped').args.reason).toBe('answered')
    one.pass(6000)
    expect(one.facts('lease-lost')).toEqual([])
    expect(one.facts('promoted')).toEqual([])
    expect(one.frame().nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
  })

  test('[F62] a master whose lease is over takes writes again when it is heard of and nobody was promoted', () => {
    const one = lab({ fence: 'lease', leaseMs: 600 }).pass(2000).stall('monitor', 'db1')
    one.until('lease-lost')
    one.pass(300)
    expect(one.node('db1').role).toBe('read-only')
    expect(one.frame().counters.error).toBeGreaterThan(0)
    one.heal('monitor', 'db1')
    expect(one.until('made-writable').at).toBe('db1')
    const before = one.frame().counters.ok
    one.pass(1000)
    expect(one.frame().counters.ok).toBeGreaterThan(before + 20)
    expect(one.facts('promoted')).toEqual([])
    one.expectLost(0)
  })

  test('[F63] power-off: the host of the old master goes off before another is promoted', () => {
    const one = isolate(lab({ fence: 'power-off', fenceMs: 700 }).pass(2000))
    one.until('promoted')
    expect(timeOf(one, 'fence-done') - timeOf(one, 'fence-started')).toBe(700_000)
    expect(one.node('db1').process).toBe('down')
    expect(one.facts('killed', 'db1')[0]!.cause).toBe(one.facts('fence-done')[0]!.id)
    expect(oneWriter(one)).toMatchObject({ promised: true, held: true })
  })

  test('[F64] where masters are fenced, one that restarts takes no writes before it is told that it still is one', () => {
    const one = lab({ fence: 'power-off', misses: 8 }).pass(1000).kill('db1').pass(100).restart('db1')
    expect(one.until('made-read-only').args.reason).toBe('restart')
    expect(one.until('made-writable').at).toBe('db1')
    expect(one.facts('promoted')).toEqual([])
    const two = isolate(lab({ fence: 'power-off', fenceMs: 100, rerouteMs: 4000 }).pass(2000))
    two.until('promoted')
    two.restart('db1').pass(3000)
    expect(two.node('db1').role).toBe('read-only')
    expect(oneWriter(two).held).toBe(true)
  })

  test('[F65] proxy: no client gets through to the old master, which stays as it is', () => {
    const one = isolate(lab({ fence: 'proxy', fenceMs: 200, rerouteMs: 1500 }).pass(2000))
    const { t } = one.until('fence-done')
    one.pass(1000)
    expect(one.node('db1').role).toBe('master')
    const late = one.facts('write-ok').filter((fact) => fact.t > t + 5000 && fact.args.peer === 'db1')
    expect(late).toEqual([])
    expect(one.facts('write-error').some((fact) => fact.t > t && fact.args.reason === 'refused')).toBe(true)
    one.until('failover-done')
    one.pass(1000)
    expect(one.frame().clients.every(({ target }) => target === 'db2')).toBe(true)
    expect(oneWriter(one).promised).toBe(false)
  })

  test('[F66] a fence costs time, and the outage says how much', () => {
    const outage = (failover: object) => {
      const one = isolate(lab(failover).pass(2000))
      one.until('failover-done')
      return one.frame().outages[0]!
    }
    const fence = (failover: object): number => {
      const phase = outage(failover).phases.find(({ name }) => name === 'fence')
      return phase ? phase.to! - phase.from : 0
    }
    expect(fence({})).toBe(0)
    expect(fence({ fence: 'power-off', fenceMs: 900 })).toBe(900_000)
    expect(fence({ fence: 'lease', leaseMs: 3000 }) - fence({ fence: 'lease', leaseMs: 2000 })).toBe(1_000_000)
  })

  test('[F67] anti-flap: after a failover none by itself for so long; a person may, and then it goes on by itself', () => {
    const again = (antiFlapMs: number): Lab => {
      const one = lab({ antiFlapMs }, { nodes: ['db1', 'db2', 'db3', 'db4'] })
        .pass(1000)
        .kill('db1')
      one.until('failover-done')
      one.pass(500).kill('db2')
      return one
    }
    expect(again(0).until('promoted').at).toBe('db3')
    const one = again(5000)
    expect(one.until('failover-blocked').args).toMatchObject({ reason: 'anti-flap', us: expect.any(Number) })
    expect(one.frame().monitor!.state).toBe('blocked')
    const named = one.fork()
    named.act({ do: 'promote', node: 'db4' })
    expect(named.until('promoted').at).toBe('db4')
    const done = one.facts('failover-done')[0]!.t
    expect(one.until('promoted').t).toBeGreaterThan(done + 5_000_000)
  })

  test('[F68] a candidate that is given up is fenced before another is chosen', () => {
    for (const fence of ['lease', 'power-off']) {
      // db2 drains for many seconds, db3 for a few, so that the one that was given up takes over last.
      const specs = [
        { id: 'db1', role: 'master' },
        { id: 'db2', applyMs: 60 },
        { id: 'db3', applyMs: 25 },
      ]
      const one = lab({ fence, leaseMs: 900, fenceMs: 100 }, { specs, oneWayMs: { db2: 5, db3: 6 } })
      one.pass(2500).kill('db1')
      const first = one.until('drain-started').at
      one.stall('monitor', first)
      const second = one.until('promoted').at
      expect(second).not.toBe(first)
      const done = one.facts('fence-done').filter(({ args }) => args.peer === first)
      expect(done).toHaveLength(1)
      one.pass(14_000).heal('monitor', first).pass(2000)
      expect(one.facts('promoted').map(({ at }) => at)).toEqual([second])
      expect(one.node(second).role).toBe('master')
      expect(oneWriter(one).held).toBe(true)
    }
  })
})

describe('old connections', () => {
  test('[F69] closed by the reroute; kept, they go on writing to the old master until it is fenced', () => {
    const split = (oldConnections: string): Lab => {
      const one = isolate(lab({ oldConnections }).pass(2000))
      one.until('failover-done')
      one.pass(1500)
      return one
    }
    const closed = split('close')
    expect(closed.facts('write-ok').at(-1)!.args.peer).toBe('db2')
    const kept = split('keep')
    const since = timeOf(kept, 'failover-done')
    const late = kept.facts('write-ok').filter(({ t }) => t > since)
    expect(late.length).toBeGreaterThan(50)
    expect(late.every(({ args }) => args.peer === 'db1' && args.epoch === 1)).toBe(true)
    expect(kept.facts('client-rerouted').map(({ args }) => args.reason)).toContain('kept')
    kept.heal('db1', 'monitor').until('fenced')
    kept.pass(1500)
    expect(kept.facts('write-ok').at(-1)!.args.peer).toBe('db2')
    expect(kept.frame().counters.lost).toBeGreaterThanOrEqual(late.length)
  })

  test('[F69] the split brain lasts from the promotion until the fence, and diverged writes are its rates times that', () => {
    for (const seed of [1, 2, 3]) {
      // Two of four clients know the new master at once; the others keep what is open to the old one.
      const one = isolate(lab({ oldConnections: 'keep' }, { seed, clients: writers(200) }).pass(2000))
      const promoted = one.until('promoted').t
      one.cut('c1', 'db1').cut('c2', 'db1').pass(3000).heal('db1', 'monitor')
      const fenced = one.until('fenced').t
      const seconds = (fenced - promoted) / 1_000_000
      const within = (peer: string) =>
        one.facts('write-ok').filter(({ t, args }) => t > promoted && t <= fenced && args.peer === peer).length
      expect(within('db1') / (100 * seconds)).toBeGreaterThan(0.75)
      expect(within('db1') / (100 * seconds)).toBeLessThan(1.25)
      expect(within('db2') / (100 * (seconds - 0.3))).toBeGreaterThan(0.7)
      expect(within('db2') / (100 * seconds)).toBeLessThan(1.25)
      const extra = one.facts('extra-entries-found', 'db1')[0]!
      expect(extra.args.count).toBeGreaterThanOrEqual(within('db1'))
    }
  })
})
