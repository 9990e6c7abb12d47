/** SPEC B: from a client's write to every slave's data. */
import { describe, expect, test } from 'vitest'
import { Lab, median } from './lab.ts'

const LOOP = { id: 'c1', thinkMs: 20, startMs: 300 }
/** What a write takes with the costs of the lab: there and back 0.2 ms, work 0.3 ms. */
const BASE_MS = 0.5

describe('pipeline', () => {
  test.each([0.5, 5, 50])(
    '[B1] async: OK comes after the master’s own work, whatever the distance (%d ms) of slaves',
    (d) => {
      const lab = new Lab({ network: { oneWayMs: d }, clients: [LOOP] }).pass(2000)
      expect(lab.latencies().length).toBeGreaterThan(50)
      for (const ms of lab.latencies()) expect(ms).toBeCloseTo(BASE_MS, 1)
    },
  )

  test('[B2] what is ready while a flush runs shares the next one, and the log keeps the order of joining', () => {
    const clients = [1, 2, 3, 4].map((n) => ({ id: `c${n}`, thinkMs: 1000, startMs: 300 + n * 0.5 }))
    const lab = new Lab({ clients, costs: { flushMs: 10 } }).pass(340)
    const logged = lab.facts('entries-logged')
    expect(logged.map(({ args }) => args.from)).toEqual([1, 2, 3, 4])
    expect(logged.map(({ args }) => args.write)).toEqual([1, 2, 3, 4])
    const [first, ...others] = logged.map(({ t }) => t)
    expect(new Set(others)).toEqual(new Set([first! + 10_000]))
    expect(lab.facts('entries-sent', 'db1').map(({ args }) => [args.peer, args.from, args.to])).toEqual([
      ['db2', 1, 1],
      ['db3', 1, 1],
      ['db2', 2, 4],
      ['db3', 2, 4],
    ])
  })

  test('[B3] a write of n entries is one transaction: one range, one outcome, applied as a whole', () => {
    const lab = new Lab({ clients: [{ ...LOOP, entriesPerWrite: 7, writes: 1 }], costs: { applyMs: 2 } })
    expect(lab.until('entries-logged').args).toMatchObject({ from: 1, to: 7, write: 1 })
    expect(lab.until('entries-received', 'db2').args).toMatchObject({ from: 1, to: 7 })
    lab.pass(13)
    expect(lab.node('db2').applied).toBe(0)
    lab.pass(2)
    expect(lab.node('db2').applied).toBe(7)
    expect(lab.frame().counters).toMatchObject({ issued: 1, ok: 1 })
  })

  test('[B4] a sender sends nothing that is not flushed, and every position once', () => {
    const lab = new Lab({ clients: [{ ...LOOP, kind: 'stream', ratePerSecond: 300 }] }).pass(1500)
    const end = lab.node('db1').received
    expect(end).toBeGreaterThan(300)
    let next = 1
    for (const { args, t } of lab.facts('entries-sent').filter(({ args: { peer } }) => peer === 'db2')) {
      expect(args.from).toBe(next)
      next = args.to! + 1
      const logged = lab.facts('entries-logged').find((fact) => fact.args.to === args.to)
      expect(logged!.t).toBeLessThan(t)
    }
    expect(next).toBe(end + 1)
  })

  test.each([0.5, 5, 50])(
    '[B5] an entry is visible on a slave one way (%d ms), a relay flush and an apply later',
    (d) => {
      const lab = new Lab({ network: { oneWayMs: d }, clients: [LOOP] }).pass(2000)
      const sent = lab.facts('entries-sent').filter(({ args }) => args.peer === 'db2')
      const applied = lab.facts('entries-applied', 'db2')
      expect(applied.length).toBeGreaterThan(50)
      for (const [at, fact] of applied.entries()) expect((fact.t - sent[at]!.t) / 1000).toBeCloseTo(d + 0.2, 1)
    },
  )

  test('[B6] plain async has no acknowledgement at all', () => {
    const lab = new Lab({ clients: [LOOP] }).pass(1000)
    expect(lab.facts('entries-received').length).toBeGreaterThan(10)
    expect(lab.facts('ack-arrived')).toEqual([])
    expect(lab.frame().nodes.flatMap(({ cells }) => cells.flatMap(({ ackedAt }) => ackedAt))).toEqual([])
  })

  test('[B7] the SQL thread applies one transaction after another, in log order', () => {
    const lab = new Lab({ clients: [{ ...LOOP, kind: 'stream', ratePerSecond: 200 }], costs: { applyMs: 3 } }).pass(
      1000,
    )
    const started = lab.facts('apply-started', 'db2')
    const applied = lab.facts('entries-applied', 'db2')
    for (const [at, fact] of applied.entries()) {
      expect(fact.args.from).toBe(at + 1)
      expect(fact.t - started[at]!.t).toBe(3000)
      if (at > 0) expect(started[at]!.t).toBeGreaterThanOrEqual(applied[at - 1]!.t)
    }
  })

  test('[B8] a slow SQL thread: the backlog is in the relay log, reported seconds rise through the whole drain, clients don’t feel it', () => {
    const rate = 100
    const applyMs = 20
    const lab = new Lab({
      nodes: ['db1', 'db2'],
      clients: [{ ...LOOP, kind: 'stream', startMs: 1000, ratePerSecond: rate, writes: 4 * rate }],
      costs: { applyMs },
    }).pass(5000)
    const lag = lab.node('db2').lag!
    const peak = lag.entriesBehind
    expect(peak).toBeGreaterThan(0.8 * (rate - 1000 / applyMs) * 4)
    expect(peak).toBeLessThan(1.2 * (rate - 1000 / applyMs) * 4)
    expect(lag.entriesToReceive).toBeLessThanOrEqual(2)
    const reported: number[] = []
    while (lab.node('db2').lag!.entriesBehind > 0) reported.push(lab.pass(100).node('db2').lag!.reported!)
    const drainS = (lab.now - 5_000_000) / 1_000_000
    expect(drainS).toBeGreaterThan((0.75 * (peak * applyMs)) / 1000)
    expect(drainS).toBeLessThan((1.25 * (peak * applyMs)) / 1000)
    expect(lab.node('db2').lag!.reported).toBe(0)
    const highest = Math.max(...reported)
    expect(reported.lastIndexOf(highest)).toBeGreaterThan(0.75 * reported.length - 1)
    expect(highest).toBeGreaterThanOrEqual(Math.floor(drainS) - 1)
    expect(median(lab.latencies())).toBeCloseTo(BASE_MS, 1)
  })

  test('[B9] a stopped SQL thread lets the relay log grow; started again it catches up', () => {
    const lab = new Lab({ clients: [LOOP] }).pass(1000).act({ do: 'stop-applier', node: 'db2' }).pass(1000)
    expect(lab.node('db2').applier.state).toBe('stopped')
    expect(lab.node('db2').lag).toMatchObject({ reported: null, entriesToReceive: expect.any(Number) })
    expect(lab.node('db2').lag!.entriesToApply).toBeGreaterThan(40)
    expect(lab.node('db3').lag!.entriesBehind).toBeLessThanOrEqual(1)
    lab.act({ do: 'start-applier', node: 'db2' }).pass(100)
    expect(lab.node('db2').lag!.entriesToApply).toBeLessThanOrEqual(1)
  })

  test('[B12] a lock on a slave holds its SQL thread inside a transaction: threads run, reported seconds grow, then it catches up at once', () => {
    const lab = new Lab({ clients: [LOOP] }).pass(1000).act({ do: 'lock-rows', node: 'db2' })
    expect(lab.until('applier-blocked', 'db2').args.from).toBe(lab.node('db2').applied + 1)
    lab.pass(3000)
    const { applier, receiver, lag, applied } = lab.node('db2')
    expect([applier.state, receiver.state]).toEqual(['blocked', 'streaming'])
    expect(lag!.reported).toBeGreaterThanOrEqual(2)
    expect(lag!.reported).toBeLessThanOrEqual(4)
    expect(lag!.entriesToReceive).toBeLessThanOrEqual(1)
    expect(lag!.entriesToApply).toBeGreaterThan(100)
    expect(lab.node('db3').lag!.entriesBehind).toBeLessThanOrEqual(1)
    lab.act({ do: 'unlock-rows', node: 'db2' })
    expect(lab.facts('apply-started', 'db2').at(-1)!.args.from).toBe(applied + 1)
    expect(lab.pass(200).node('db2').lag!.entriesBehind).toBeLessThanOrEqual(1)
    expect(lab.facts('rows-unlocked')[0]!.args.us).toBeGreaterThan(3_000_000)
  })

  test('[B12] a transaction under way is finished under a lock, a stopped thread meets it when it starts, and a crash ends it', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', applyMs: 50 },
    ]
    const lab = new Lab({ specs, nodes: ['db1', 'db2'], clients: [LOOP] }).pass(1000)
    const { to } = lab.until('apply-started', 'db2').args
    lab.pass(10).act({ do: 'lock-rows', node: 'db2' }).pass(500)
    expect(lab.node('db2').applied).toBe(to)
    lab.act({ do: 'stop-applier', node: 'db2' }).act({ do: 'start-applier', node: 'db2' })
    expect(lab.node('db2')).toMatchObject({ applied: to, applier: { state: 'blocked' } })
    lab.kill('db2').pass(10).restart('db2').pass(1000)
    expect(lab.node('db2').lockedSince).toBeNull()
    expect(lab.node('db2').applied).toBeGreaterThan(to!)
  })

  test('[B10] a slave says what it has and is sent what it lacks, in ranges of at most 4,096 entries', () => {
    const lab = new Lab({ clients: [{ ...LOOP, thinkMs: 5, entriesPerWrite: 100 }] }).pass(500)
    lab.act({ do: 'stop-receiver', node: 'db2' })
    const had = lab.node('db2').received
    lab.pass(1000).act({ do: 'start-receiver', node: 'db2' })
    const { args, id } = lab.until('slave-connected')
    expect(args).toMatchObject({ peer: 'db2', from: had + 1 })
    lab.pass(20)
    const sent = lab.facts('entries-sent').filter((fact) => fact.args.peer === 'db2' && fact.id > id)
    expect(sent[0]!.args.from).toBe(had + 1)
    expect(sent.length).toBeGreaterThan(2)
    for (const fact of sent) expect(fact.args.to! - fact.args.from! + 1).toBeLessThanOrEqual(4096)
    lab.pass(100)
    expect(lab.node('db2').lag!.entriesToReceive).toBeLessThanOrEqual(200)
  })

  test('[B11] what happened because of a write is one chain of causes, from the client to the slave and back', () => {
    const lab = new Lab({
      nodes: ['db1', 'db2'],
      clients: [{ ...LOOP, writes: 1 }],
      replication: { mode: 'semi-sync' },
    }).pass(1000)
    const facts = lab.engine.factsAfter(0)
    const chain: string[] = []
    let fact = facts.find(({ kind }) => kind === 'write-ok')
    while (fact) {
      chain.unshift(fact.kind)
      fact = facts.find(({ id }) => id === fact!.cause)
    }
    expect(chain).toEqual([
      'write-sent',
      'entries-logged',
      'entries-sent',
      'entries-received',
      'ack-arrived',
      'entries-committed',
      'write-ok',
    ])
  })
})
