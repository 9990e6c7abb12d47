/** SPEC D: the same run is the same to the last bit, however it is reached. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action, Intervention, Run } from '../../run/index.ts'
import { createEngine } from '../index.ts'
import { Lab, runOf } from './lab.ts'

/** Three nodes, two kinds of clients, everything random that can be, for two seconds. */
function busyRun(seed: number, interventions: Intervention[], mode: string): Run {
  return runOf({
    seed,
    network: { oneWayMs: 5, jitterMs: 3 },
    clients: [
      { id: 'c1', thinkMs: 15, spacing: 'exponential', retryMs: 50, timeoutMs: 300 },
      { id: 'c2', kind: 'stream', ratePerSecond: 60, spacing: 'exponential', entriesPerWrite: 3, connections: 2 },
      { id: 'r', kind: 'reader', thinkMs: 20, spacing: 'exponential', hotPercent: 40, retryMs: 50, timeoutMs: 300 },
    ],
    replication: { mode, timeoutMs: 150, connectRetryMs: 60, netTimeoutMs: 400, heartbeatMs: 150 },
    failover: { probeEveryMs: 80, probeTimeoutMs: 60, misses: 2, promoteMs: 10, rerouteMs: 10 },
    costs: { applyMs: 4, restartMs: 100 },
    interventions,
  })
}

const MODES = ['async', 'semi-sync', 'quorum', 'all'] as const
const POINTS = ['after-sync', 'after-commit'] as const
const KINDS = ['closed-loop', 'stream', 'reader'] as const
const END = 2_000_000
const node = fc.constantFrom('db1', 'db2', 'db3')
const between = fc.constantFrom<[string, string]>(
  ['db1', 'db2'],
  ['db1', 'db3'],
  ['db2', 'db3'],
  ['c1', 'db1'],
  ['monitor', 'db1'],
)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constantFrom('kill', 'restart'), node }),
  fc.record({ do: fc.constantFrom('cut', 'stall', 'heal', 'heal'), between }),
  fc.record({
    do: fc.constantFrom('stop-receiver', 'start-receiver', 'stop-applier', 'start-applier', 'lock-rows', 'unlock-rows'),
    node,
  }),
  fc.record({ do: fc.constant('promote'), node }),
  fc.record({ do: fc.constant('write'), client: fc.constantFrom('c1', 'c2') }),
  fc.record({ do: fc.constant('set'), path: fc.constant('costs.applyMs'), value: fc.constantFrom(1, 9) }),
  fc.record({ do: fc.constant('set'), path: fc.constant('replication.mode'), value: fc.constantFrom(...MODES) }),
  fc.record({ do: fc.constant('set'), path: fc.constant('replication.waitPoint'), value: fc.constantFrom(...POINTS) }),
  fc.record({ do: fc.constant('set'), path: fc.constant('clients.c1.kind'), value: fc.constantFrom(...KINDS) }),
) as fc.Arbitrary<Action>
const interventions = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1_900 }), action), { maxLength: 10 })
  .map((list) => list.map(([atMs, one]) => ({ atMs, ...one })).sort((a, b) => a.atMs - b.atMs))
const anyRun = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), interventions, fc.constantFrom(...MODES))
  .map(([seed, list, mode]) => busyRun(seed, list, mode))
const SETTINGS = { numRuns: 12, seed: 20_261_122 } as const

describe('determinism', () => {
  test('[D1] a state is the same whether it is run to, or restored and run on to: digest, frame, facts', () => {
    const times = fc.array(fc.integer({ min: 0, max: END }), { minLength: 4, maxLength: 8 })
    fc.assert(
      fc.property(anyRun, times, (run, targets) => {
        const engine = createEngine(run)
        const checkpoints = [engine.checkpoint()]
        for (let t = 250_000; t <= END; t += 250_000) {
          engine.runTo(t)
          checkpoints.push(engine.checkpoint())
        }
        for (const target of targets) {
          engine.restore(checkpoints.filter(({ time }) => time <= target).pop()!)
          engine.runTo(target)
          const direct = createEngine(run)
          direct.runTo(target)
          expect(engine.digest()).toBe(direct.digest())
          expect(engine.frame()).toEqual(direct.frame())
          expect(engine.event).toBe(direct.event)
          const facts = engine.factsAfter(0)
          expect(facts.length).toBeGreaterThanOrEqual(Math.min(512, direct.event))
          expect(JSON.stringify(facts)).toBe(JSON.stringify(direct.factsAfter(direct.event - facts.length)))
        }
      }),
      SETTINGS,
    )
  })

  test('[D2] invariants hold, counters balance and promises are kept under random faults', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const engine = createEngine(run)
        for (let looks = 0; engine.runToNextMoment(END); looks++) {
          const { issued, ok, error, unknown, pending } = engine.measured((_, counters) => counters)
          expect(issued).toBe(ok + error + unknown + pending)
          // A whole frame takes a hundred times as long as its counters.
          if (looks % 50 === 0) expect(engine.frame().counters).toEqual(engine.measured((_, counters) => counters))
        }
        const { checkers } = engine.frame()
        expect(checkers.filter(({ promised, held }) => promised && !held)).toEqual([])
      }),
      // The fuzzer and the random runs of other files hold far more runs to the same.
      { ...SETTINGS, numRuns: 16 },
    )
  })

  test('[D3] the compiled tables and XState’s own transition() give the same run', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const compiled = createEngine(run)
        const oracle = createEngine(run, { machines: 'oracle' })
        compiled.runTo(600_000)
        oracle.runTo(600_000)
        expect(oracle.digest()).toBe(compiled.digest())
      }),
      { ...SETTINGS, numRuns: 4 },
    )
  })

  test('[D4] in small steps or in one: what happens does not depend on how often one looks', () => {
    const run = busyRun(5, [{ atMs: 700, do: 'kill', node: 'db1' }], 'async')
    const whole = createEngine(run)
    whole.runTo(END)
    const stepped = createEngine(run)
    for (let t = 0; t <= END; t += 7_919) {
      stepped.runTo(t)
      stepped.frame()
    }
    stepped.runTo(END)
    expect(stepped.digest()).toBe(whole.digest())
    const moments = createEngine(run)
    while (moments.runToNextMoment(END)) moments.checkpoint()
    expect(moments.time).toBe(END)
    expect(moments.digest()).toBe(whole.digest())
  })

  test('[D5] an intervention at t comes after everything else at t, and acts 1 us later', () => {
    const lab = new Lab({ clients: [{ id: 'c1', thinkMs: 10, startMs: 100 }] })
    const logged = lab.until('entries-logged')
    lab.kill('db1')
    expect(lab.facts('killed')[0]!.t).toBe(logged.t + 1)
    expect(lab.node('db1').received).toBe(1)
  })

  test('[D6] a fault does not shift other luck: until it acts, and where it does not reach, all draws are the same', () => {
    const sent = (list: Intervention[]): string[] => {
      const engine = createEngine(busyRun(9, list, 'async'))
      engine.runTo(END)
      return engine
        .factsAfter(0)
        .filter(({ kind, at }) => kind === 'write-sent' && at === 'c2')
        .map(({ args }) => `${args.key}=${args.value}`)
    }
    const calm = sent([])
    const stormy = sent([{ atMs: 400, do: 'stall', between: ['db1', 'db3'] }])
    expect(calm.length).toBeGreaterThan(50)
    expect(stormy).toEqual(calm)
  })

  test('[D7] facts are numbered 1, 2, 3 ..., never run backwards, and name an earlier fact as their cause', () => {
    const engine = createEngine(busyRun(3, [{ atMs: 500, do: 'kill', node: 'db1' }], 'semi-sync'))
    engine.runTo(END)
    const facts = engine.factsAfter(0)
    expect(facts.map(({ id }) => id)).toEqual(facts.map((_, at) => at + 1))
    for (const [at, fact] of facts.entries()) {
      expect(fact.cause).toBeLessThan(fact.id)
      if (at > 0) expect(fact.t).toBeGreaterThanOrEqual(facts[at - 1]!.t)
      if (fact.cause > 0) expect(facts[fact.cause - 1]!.t).toBeLessThanOrEqual(fact.t)
    }
  })

  test('[D8] a run with an intervention more is the same run up to it: a fork may start from its checkpoint', () => {
    const before: Intervention[] = [{ atMs: 300, do: 'stall', between: ['db1', 'db2'] }]
    const trunk = createEngine(busyRun(4, before, 'async'))
    trunk.runTo(800_000)
    const checkpoint = trunk.checkpoint()
    trunk.runTo(END)
    const forked = busyRun(4, [...before, { atMs: 800, do: 'kill', node: 'db1' }], 'async')
    const fork = createEngine(forked)
    fork.restore(checkpoint)
    fork.runTo(END)
    const direct = createEngine(forked)
    direct.runTo(END)
    expect(fork.digest()).toBe(direct.digest())
    expect(fork.digest()).not.toBe(trunk.digest())
    trunk.restore(checkpoint)
    trunk.runTo(END)
    const again = createEngine(busyRun(4, before, 'async'))
    again.runTo(END)
    expect(trunk.digest()).toBe(again.digest())
  })

  test('[D9] another seed is another run', () => {
    const digest = (seed: number): string => {
      const engine = createEngine(busyRun(seed, [], 'async'))
      engine.runTo(500_000)
      return engine.digest()
    }
    expect(digest(1)).not.toBe(digest(2))
    expect(digest(1)).toBe(digest(1))
  })
})
