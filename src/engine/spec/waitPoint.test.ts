/**
 * SPEC P: the two wait points, held against the crash matrix of DOMAIN 2.3. Every row is made by killing the master at
 * the right instant; the best slave takes over, and the old master comes back.
 */
import { describe, expect, test } from 'vitest'
import { Lab, type Setting } from './lab.ts'

type Point = 'after-sync' | 'after-commit'
const POINTS: Point[] = ['after-sync', 'after-commit']
const WATCH = { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 5, rerouteMs: 5 }

/** One write, a slave 5 ms away, and a reader who looks all the time. Each step of the write takes 1 ms or more. */
const lab = (waitPoint: Point, more: Setting = {}, replication: object = {}) =>
  new Lab({
    nodes: ['db1', 'db2'],
    network: { oneWayMs: 5 },
    clients: [
      { id: 'c1', thinkMs: 5, startMs: 100, writes: 1, keys: 1, timeoutMs: 400 },
      { id: 'r', kind: 'reader', thinkMs: 0.1, keys: 1, timeoutMs: 400 },
    ],
    costs: { executeMs: 1, binlogWriteMs: 1, flushMs: 1, commitMs: 1, relayFlushMs: 1 },
    replication: { mode: 'semi-sync', timeoutMs: 300, waitPoint, connectRetryMs: 50, ...replication },
    failover: WATCH,
    ...more,
  })

/** The master dies now, a slave takes over, the old master returns: what each of those concerned is left with. */
function aftermath(one: Lab) {
  one.kill('db1').until('failover-done')
  one.pass(500).restart('db1').pass(800)
  const { counters } = one.frame()
  const [issued] = one.every().filter(({ kind }) => kind === 'write-sent')
  return {
    client: counters.ok === 1 ? 'OK' : counters.unknown === 1 ? 'UNKNOWN' : `${issued?.kind} without an outcome`,
    // While the old master lived.
    seen: one.facts('read-answered').some(({ args }) => args.write === 1 && args.epoch === 1),
    survives: one.node('db2').received === 1,
    errant: one.node('db1').extraFrom === 1,
    lost: counters.lost,
    ghost: counters.ghost,
    phantoms: counters.phantomReads > 0,
  }
}

describe('the crash matrix', () => {
  test.each(POINTS)('[P1] %s, before the binlog is written: UNKNOWN, nobody saw it, it is nowhere', (point) => {
    const one = lab(point)
    one.until('write-sent')
    expect(aftermath(one.pass(1.5))).toEqual({
      client: 'UNKNOWN',
      seen: false,
      survives: false,
      errant: false,
      lost: 0,
      ghost: 0,
      phantoms: false,
    })
  })

  test.each(POINTS)('[P2] %s, flushed and on no slave: UNKNOWN, gone, and back on the old master alone', (point) => {
    const one = lab(point)
    one.until('entries-logged')
    expect(aftermath(one.pass(0.5))).toEqual({
      client: 'UNKNOWN',
      seen: false,
      survives: false,
      errant: true,
      lost: 0,
      ghost: 0,
      phantoms: false,
    })
  })

  test.each(POINTS)('[P3] %s, on a slave, acknowledgement under way: UNKNOWN, and it survives as a ghost', (point) => {
    const one = lab(point)
    one.until('entries-received', 'db2')
    expect(aftermath(one.pass(1))).toEqual({
      client: 'UNKNOWN',
      // AFTER_COMMIT: others had read it before anybody knew that it would stay.
      seen: point === 'after-commit',
      survives: true,
      errant: false,
      lost: 0,
      ghost: 1,
      phantoms: false,
    })
  })

  test('[P4] after-commit, committed and on no slave: others read it, then it has never been', () => {
    const one = lab('after-commit')
    one.until('entries-committed')
    one.pass(2)
    expect(one.node('db2').received).toBe(0)
    expect(aftermath(one)).toEqual({
      client: 'UNKNOWN',
      seen: true,
      survives: false,
      errant: true,
      lost: 0,
      ghost: 0,
      phantoms: true,
    })
  })

  test('[P4] after-sync: committed and on no slave is impossible while the gate waits', () => {
    const many = { clients: [1, 2, 3].map((n) => ({ id: `c${n}`, thinkMs: 2 + n, startMs: 50 })) }
    const one = lab('after-sync', many)
    for (let ms = 0; ms < 300; ms += 0.7) {
      one.pass(0.7)
      expect(one.node('db1').applied).toBeLessThanOrEqual(one.node('db2').received)
    }
    expect(one.frame().counters.ok).toBeGreaterThan(20)
    const other = lab('after-commit', many)
    other.until('entries-committed')
    expect(other.pass(1).node('db1').applied).toBeGreaterThan(other.node('db2').received)
  })

  test.each(POINTS)('[P5] %s, after the OK: it was seen, it survives, the old master has it too', (point) => {
    const one = lab(point)
    one.until('write-ok')
    expect(aftermath(one.pass(3))).toEqual({
      client: 'OK',
      seen: true,
      survives: true,
      errant: false,
      lost: 0,
      ghost: 0,
      phantoms: false,
    })
  })

  test.each(POINTS)('[P6] %s, after an OK that nobody waited for: it is lost, and what was read with it', (point) => {
    const one = lab(point).pass(50).cut('db1', 'db2')
    expect(one.until('write-ok').args.us).toBeGreaterThan(300_000)
    expect(aftermath(one.pass(3))).toEqual({
      client: 'OK',
      seen: true,
      survives: false,
      errant: true,
      lost: 1,
      ghost: 0,
      phantoms: true,
    })
  })

  test.each(POINTS)('[P6] %s, the same, but a copy arrived all the same: it survives', (point) => {
    const one = lab(point).pass(50).cut('db1', 'db2')
    one.until('write-ok')
    one.heal('db1', 'db2').until('entries-received', 'db2')
    expect(aftermath(one)).toMatchObject({ client: 'OK', survives: true, errant: false, lost: 0, phantoms: false })
  })
})

describe('the wait point', () => {
  test.each(POINTS)('[P7] %s: the client waits as long, wherever the wait is', (point) => {
    const one = lab(point, { costs: { executeMs: 0.1, binlogWriteMs: 0.05, flushMs: 0.1, commitMs: 0.05 } })
    expect(one.until('write-ok').args.us! / 1000).toBeCloseTo(0.5 + 10.1, 0)
  })

  test('[P8] after-commit: commits keep the order of the log, and so do their OKs', () => {
    const clients = [1, 2, 3, 4].map((n) => ({ id: `c${n}`, thinkMs: n, spacing: 'exponential' }))
    const one = lab('after-commit', { clients, costs: { commitMs: 1 } }).pass(500)
    const from = one.facts('entries-committed').map(({ args }) => args.from!)
    expect(from.length).toBeGreaterThan(100)
    expect(from).toEqual(from.map((_, at) => at + 1))
  })

  // The clients are many, so that at any instant some write is at every station of its way.
  const busy = (waitPoint: Point, seed: number) =>
    new Lab({
      seed,
      oneWayMs: { db2: 5, db3: 12 },
      clients: [
        ...[1, 2, 3].map((n) => ({ id: `c${n}`, thinkMs: 4, spacing: 'exponential', keys: 3, timeoutMs: 2000 })),
        { id: 'r', kind: 'reader', thinkMs: 0.5, spacing: 'exponential', keys: 3 },
      ],
      network: { jitterMs: 1 },
      replication: { mode: 'semi-sync', timeoutMs: 60_000, waitPoint },
      failover: WATCH,
    }).pass(100)

  test.each(POINTS)(
    '[P9] T1 and T2, %s: crashes at 120 random instants lose nothing; what is read may vanish',
    (point) => {
      let phantoms = 0
      for (let seed = 1; seed <= 6; seed++) {
        const trunk = busy(point, seed)
        for (let crash = 0; crash < 20; crash++) {
          trunk.pass(1.37)
          const fork = trunk.fork().kill('db1')
          fork.until('promoted')
          fork.pass(50).expectLost(0)
          phantoms += fork.frame().counters.phantomReads
        }
      }
      if (point === 'after-sync') expect(phantoms).toBe(0)
      else expect(phantoms).toBeGreaterThan(20)
    },
    60_000,
  )

  test.each(POINTS)(
    '[P10] T3, %s: a partition stalls one commit for the timeout, then costs every OK until the crash',
    (point) => {
      const clients = [{ id: 'c1', thinkMs: 10, startMs: 50 }]
      const one = lab(point, { clients }).pass(200).cut('db1', 'db2')
      const fallen = one.until('gate-timed-out')
      expect(fallen.args.us).toBe(300_000)
      one.pass(200)
      const after = one.facts('write-ok').filter(({ t }) => t > fallen.t)
      expect(after.length).toBeGreaterThan(8)
      for (const { args } of after.slice(1)) expect(args.us).toBeLessThan(10_000)
      one.kill('db1').until('failover-done')
      one.expectLost(after.length)
    },
  )

  test.each(POINTS)('[P11] T4, %s: without a timeout writes block, and nothing is lost', (point) => {
    const clients = [{ id: 'c1', thinkMs: 10, startMs: 50, timeoutMs: 500, retryMs: 100 }]
    const one = lab(point, { clients }, { mode: 'quorum' }).pass(200).cut('db1', 'db2')
    const before = one.frame().counters.ok
    one.pass(5000)
    expect(one.frame().mode.gate).toBe('blocked')
    expect(one.frame().counters.ok).toBe(before)
    expect(one.frame().counters.unknown).toBeGreaterThan(5)
    one.kill('db1').until('failover-done')
    one.expectLost(0)
  })
})
