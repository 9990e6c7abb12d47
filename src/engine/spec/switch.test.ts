/** SPEC L: the rules of acknowledging change while writes are under way. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action, Intervention } from '../../run/index.ts'
import { createEngine } from '../index.ts'
import { Lab, runOf } from './lab.ts'

const LOOP = { id: 'c1', thinkMs: 10, startMs: 100, timeoutMs: 60_000 }
const lab = (replication: object = {}, more: object = {}) =>
  new Lab({
    nodes: ['db1', 'db2'],
    clients: [LOOP],
    replication: { timeoutMs: 500, connectRetryMs: 100, ...replication },
    failover: { monitor: false },
    ...more,
  }).pass(500)
const set = (one: Lab, name: string, value: number | string): Lab =>
  one.act({ do: 'set', path: `replication.${name}`, value })

describe('a live switch', () => {
  test.each(['semi-sync', 'quorum', 'all'])('[L1] async to %s: the next write waits for a slave', (mode) => {
    const one = set(lab({ waitFor: 1 }), 'mode', mode)
    const at = one.now
    one.pass(500)
    expect(one.frame().mode).toMatchObject({ kind: mode, gate: 'on', needed: 1 })
    const sent = new Set(one.facts('write-sent').flatMap(({ t, args }) => (t > at ? [args.write] : [])))
    const later = one.facts('write-ok').filter(({ args }) => sent.has(args.write))
    expect(later.length).toBeGreaterThan(10)
    for (const { args } of later) expect(args.us! / 1000).toBeCloseTo(10.6, 1)
  })

  test.each(['semi-sync', 'quorum', 'all'])('[L2] %s to async: who waits is let go at once', (mode) => {
    const one = lab({ mode }).stall('db1', 'db2').pass(100)
    expect(one.frame().mode.waiting).toBe(1)
    set(one, 'mode', 'async').pass(1)
    expect(one.client('c1').pending).toBe(0)
    expect(one.frame().mode).toMatchObject({ gate: 'async', needed: 0, waiting: 0 })
    const before = one.frame().counters.ok
    one.pass(200)
    expect(one.frame().counters.ok).toBeGreaterThan(before + 10)
  })

  test('[L2] blocked: async lets go, and says that it was by the rules', () => {
    const one = lab({ mode: 'all' }).cut('db1', 'db2').pass(400)
    expect(one.frame().mode.gate).toBe('blocked')
    set(one, 'mode', 'async').pass(1)
    expect(one.facts('gate-unblocked').map(({ args }) => args.reason)).toEqual(['rules'])
    expect(one.frame().counters.pending).toBe(0)
  })

  test('[L3] semi-sync to quorum: the timer is off, who waits is held; back: it runs from when the oldest began to wait', () => {
    const one = lab({ mode: 'semi-sync' }).stall('db1', 'db2').pass(200)
    const since = one.frame().mode.waitingSince!
    set(one, 'mode', 'quorum').pass(2000)
    expect(one.facts('gate-timed-out')).toEqual([])
    expect(one.frame().mode).toMatchObject({ gate: 'on', waiting: 1, waitingSince: since })
    set(one, 'mode', 'semi-sync').pass(1)
    const timedOut = one.facts('gate-timed-out')
    expect(timedOut.map(({ args }) => args.us)).toEqual([timedOut[0]!.t - since])
    expect(one.frame().mode.gate).toBe('fallen-back')
  })

  test('[L4] received to applied: what is only received no longer does', () => {
    const one = lab({ mode: 'quorum' }, { costs: { applyMs: 40 } })
    set(one, 'ack', 'applied').pass(4000)
    const at = one.facts('setting-changed')[0]!.t
    const later = one.facts('write-ok').filter(({ t }) => t > at + 20_000)
    expect(later.length).toBeGreaterThan(2)
    for (const { t, args } of later) {
      const applied = one.facts('entries-applied', 'db2').find((fact) => fact.args.to! >= args.to!)
      expect(applied!.t).toBeLessThan(t)
    }
    set(one, 'ack', 'received').pass(50)
    expect(one.frame().mode).toMatchObject({ gate: 'on', ack: 'received' })
    expect(one.latencies().at(-1)).toBeCloseTo(10.6, 0)
  })

  test('[L4] nobody has to write again for a slave to say how far it is by the new rule', () => {
    const one = lab({ mode: 'quorum' }, { clients: [{ ...LOOP, thinkMs: 300 }], costs: { applyMs: 50 } })
    one.until('write-sent')
    one.pass(8)
    expect(one.frame().mode.waiting).toBe(1)
    set(one, 'ack', 'applied').pass(80)
    expect(one.frame().counters.ok).toBe(one.frame().counters.issued - one.frame().counters.pending)
    expect(one.latencies().at(-1)).toBeGreaterThan(50)
  })

  test('[L5] the wait point: each transaction keeps the one that it chose, and commits keep the order of the log', () => {
    const clients = [1, 2, 3, 4, 5].map((n) => ({ id: `c${n}`, thinkMs: n, spacing: 'exponential', keys: 1 }))
    const one = lab({ mode: 'semi-sync', timeoutMs: 60_000 }, { clients, costs: { commitMs: 0.5 } })
    for (let round = 0; round < 20; round++)
      set(one, 'waitPoint', round % 2 === 0 ? 'after-commit' : 'after-sync').pass(7.3)
    const from = one.facts('entries-committed', 'db1').map(({ args }) => args.from!)
    expect(from.length).toBeGreaterThan(200)
    expect(from).toEqual(from.map((_, at) => at + 1))
  })

  test('[L6] noLostOk rests after a stretch in async until the slaves have acknowledged, and is gone after a crash in it', () => {
    const clients = [{ ...LOOP, thinkMs: 1 }]
    const watched = {
      clients,
      failover: { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 5, rerouteMs: 5 },
    }
    const promised = (one: Lab): boolean => one.frame().checkers.find(({ name }) => name === 'noLostOk')!.promised
    const one = lab({ mode: 'quorum' }, watched)
    expect(promised(one)).toBe(true)
    set(one, 'mode', 'async').pass(100)
    expect(promised(one)).toBe(false)
    const unlucky = one.fork().kill('db1')
    unlucky.until('failover-done')
    set(unlucky, 'mode', 'quorum').pass(500)
    expect(unlucky.frame().counters.lost).toBeGreaterThan(0)
    expect(promised(unlucky)).toBe(false)
    set(one, 'mode', 'quorum')
    expect(promised(one)).toBe(false)
    one.pass(100)
    expect(promised(one)).toBe(true)
    one.kill('db1').until('failover-done')
    one.expectLost(0)
  })

  test('[L7] random switches at random times under faults: every invariant holds, and every promise', () => {
    const replication = fc.oneof(
      fc.tuple(fc.constant('mode'), fc.constantFrom('async', 'semi-sync', 'quorum', 'all')),
      fc.tuple(fc.constant('mode'), fc.constantFrom('semi-sync', 'quorum', 'all')),
      fc.tuple(fc.constant('ack'), fc.constantFrom('received', 'applied')),
      fc.tuple(fc.constant('waitPoint'), fc.constantFrom('after-sync', 'after-commit')),
      fc.tuple(fc.constant('waitFor'), fc.integer({ min: 1, max: 4 })),
      fc.tuple(fc.constant('timeoutMs'), fc.constantFrom(20, 100, 1000)),
    )
    const node = fc.constantFrom('db1', 'db2', 'db3')
    const action = fc.oneof(
      { weight: 5, arbitrary: replication.map(([name, value]) => ({ do: 'set', path: `replication.${name}`, value })) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('kill', 'restart', 'restart'), node }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constantFrom('cut', 'stall', 'heal', 'heal'),
          between: fc.constantFrom(['db1', 'db2'], ['db1', 'db3'], ['db2', 'db3']),
        }),
      },
    ) as fc.Arbitrary<Action>
    const interventions: fc.Arbitrary<Intervention[]> = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 1_400_000 }), action), { minLength: 3, maxLength: 14 })
      .map((list) => list.map(([us, one]) => ({ atMs: us / 1000, ...one })).sort((a, b) => a.atMs - b.atMs))
    fc.assert(
      fc.property(fc.nat(1000), interventions, (seed, list) => {
        const run = runOf({
          seed,
          network: { oneWayMs: 5, jitterMs: 3 },
          clients: [
            { id: 'c1', thinkMs: 3, spacing: 'exponential', retryMs: 30, timeoutMs: 200 },
            { id: 'c2', kind: 'stream', ratePerSecond: 150, entriesPerWrite: 2, connections: 4, timeoutMs: 300 },
            { id: 'r', kind: 'reader', thinkMs: 4, retryMs: 30, timeoutMs: 200 },
          ],
          replication: { mode: 'quorum', timeoutMs: 100, connectRetryMs: 40, netTimeoutMs: 300, heartbeatMs: 100 },
          failover: { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 10, rerouteMs: 10 },
          costs: { applyMs: 2, restartMs: 80 },
          interventions: list,
        })
        const engine = createEngine(run)
        for (let t = 50_000; t <= 1_800_000; t += 50_000) {
          engine.runTo(t)
          const { checkers, counters } = engine.frame()
          const broken = checkers.find(({ promised, held }) => promised && !held)
          expect(broken && `${broken.name}: ${broken.violation?.text}`).toBeUndefined()
          expect(counters.issued).toBe(counters.ok + counters.error + counters.unknown + counters.pending)
        }
      }),
      { numRuns: 40, seed: 20_261_123 },
    )
  }, 120_000)
})
