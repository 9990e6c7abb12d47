/** SPEC A: the same requests by two strategies, and one yardstick for both. R22, R23: where and when readers read. */
import { describe, expect, it } from 'vitest'
import { asStrategy, type Intervention, pairOf, parseRun, type Run, us } from '../../run/index.ts'
import { createEngine, type Engine, serviceOf } from '../index.ts'
import { Chance } from '../kernel/chance.ts'
import { ERROR, OK, UNKNOWN } from '../writes.ts'

function run(scenario: object, interventions: object[] = []): Run {
  const parsed = parseRun({ scenario, interventions })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}
function twin(one: Run): Run {
  const answer = asStrategy(one, 'several-masters')
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.run
}
function at(of: Run, ms: number): Engine {
  const engine = createEngine(of)
  engine.runTo(us(ms))
  return engine
}

/** Every request so far: who, when, which row, which value; and rows of reads, as far as they have been sent. */
const requests = (engine: Engine) =>
  engine.measured(({ writes, clients }) => ({
    writes: clients.map(({ issued }) =>
      Array.from({ length: issued.length }, (_, i) => {
        const row = issued.get(i) - 1
        return [writes.issuedAt.get(row), writes.key.get(row), writes.value.get(row)].join(' ')
      }),
    ),
    reads: clients.map(({ due }) => Array.from({ length: due.length }, (_, i) => due.get(i))),
  }))

const readRows = (engine: Engine, client: string) =>
  engine.factsAfter(0).flatMap(({ kind, at: who, args }) => (kind === 'read-sent' && who === client ? [args.key] : []))

const places = ['eu', 'us', 'asia']
const far = (patch: object = {}) => ({
  nodes: places.map((dataCenter, i) => ({ id: `db${i + 1}`, role: i === 0 ? 'master' : 'slave', dataCenter })),
  network: { farOneWayMs: 40 },
  clients: places.flatMap((dataCenter, i) => [
    { id: `w${i + 1}`, kind: 'stream', dataCenter, ratePerSecond: 10, keys: 3, timeoutMs: 400 },
    { id: `r${i + 1}`, kind: 'reader', dataCenter, readsPerSecond: 10, keys: 3, route: 'nearest', timeoutMs: 400 },
  ]),
  failover: { probeEveryMs: 100, probeTimeoutMs: 90, misses: 3 },
  ...patch,
})

/** Any faults, rates and spacings; every node that dies comes back. */
function drawn(number: number): Run {
  const chance = new Chance(number)
  const below = (n: number) => chance.below('run', n)
  const faults = Array.from({ length: 2 + below(4) }, (): object[] => {
    const [from, node] = [100 + below(2500), `db${1 + below(3)}`]
    const to = from + 50 + below(1500)
    if (below(3) === 0)
      return [
        { atMs: from, do: 'kill', node },
        { atMs: to, do: 'restart', node },
      ]
    const dataCenter = places[below(3)]!
    if (below(2) === 0)
      return [
        { atMs: from, do: 'cut-data-center', dataCenter },
        { atMs: to, do: 'heal-data-center', dataCenter },
      ]
    const between = [`w${1 + below(3)}`, node]
    return [
      { atMs: from, do: 'stall', between },
      { atMs: to, do: 'heal', between },
    ]
  })
  const { clients, ...rest } = far()
  const other = clients.map((client) => ({
    ...client,
    ratePerSecond: 2 + below(40),
    readsPerSecond: 'readsPerSecond' in client ? 2 + below(40) : 0,
    spacing: below(2) === 0 ? 'exponential' : 'even',
    hotPercent: below(60),
    connections: 1 + below(4),
    startMs: below(300),
  }))
  const byHand = { atMs: 50 + below(900), do: 'write', client: 'w2', key: 'k2', value: 7 }
  const changed = { atMs: 400 + below(900), do: 'set', path: 'clients.w1.ratePerSecond', value: 3 }
  return { ...run({ ...rest, clients: other }, [byHand, changed, ...faults.flat()]), seed: number }
}

describe('requests', () => {
  it('[A1] are the same at the same times, whatever becomes of them', () => {
    for (let number = 1; number <= 10; number++) {
      const one = drawn(number)
      const [here, there] = [at(one, 4000), at(twin(one), 4000)]
      const asked = requests(here)
      expect(asked.writes.flat().length).toBeGreaterThan(20)
      expect(asked.reads.flat().length).toBeGreaterThan(20)
      expect(requests(there)).toEqual(asked)
      for (const client of ['r1', 'r2', 'r3']) {
        const [mine, theirs] = [readRows(here, client), readRows(there, client)]
        const sent = Math.min(mine.length, theirs.length)
        expect(mine.slice(0, sent)).toEqual(theirs.slice(0, sent))
      }
    }
  })

  it('[A1] of clients that wait for their answers are made their own first', () => {
    const { clients: _, ...nodes } = far()
    const waits = run({ ...nodes, clients: [{ id: 'c1', thinkMs: 20, dataCenter: 'us', spacing: 'exponential' }] })
    expect(requests(at(twin(waits), 2000)).writes).not.toEqual(requests(at(waits, 2000)).writes)
    const pair = pairOf(waits) as { here: Run; there: Run }
    const asked = requests(at(pair.here, 2000))
    expect(asked.writes[0]!.length).toBeGreaterThan(50)
    expect(requests(at(pair.there, 2000))).toEqual(asked)
  })

  it('[C10] a write by hand may name its row and its value, also with one master', () => {
    const { clients: _, ...nodes } = far({ multiMaster: { rows: 'cart' } })
    const client = { id: 'c1', kind: 'stream', ratePerSecond: 0 }
    const told = [
      { atMs: 10, do: 'write', client: 'c1', key: 'cart', value: 41 },
      { atMs: 20, do: 'write', client: 'c1', key: 'k9' },
      { atMs: 30, do: 'write', client: 'c1' },
    ]
    const one = run({ ...nodes, clients: [client] }, told)
    for (const of of [one, twin(one)]) {
      const engine = at(of, 1000)
      const [first, second, third] = engine.factsAfter(0).filter(({ kind }) => kind === 'write-sent')
      expect(first!.args).toMatchObject({ key: 'cart', value: 41 })
      expect(second!.args.key).toBe('k9')
      expect(engine.rows('db2', 9).map(({ key }) => key)).toEqual(
        expect.arrayContaining(['cart', 'k9', third!.args.key]),
      )
    }
  })
})

describe('readers', () => {
  const reader = (patch: object) => ({ id: 'r', kind: 'reader', dataCenter: 'us', keys: 2, timeoutMs: 300, ...patch })
  const asked = (engine: Engine) =>
    engine.factsAfter(0).flatMap(({ kind, args }) => (kind === 'read-sent' ? [args.peer] : []))

  it('[R22] nearest: the node of its own data centre, the master where none stands there or that one has just failed', () => {
    const { clients: _, ...nodes } = far()
    const near = run({ ...nodes, clients: [reader({ route: 'nearest', thinkMs: 20 })] })
    expect(new Set(asked(at(near, 500)))).toEqual(new Set(['db2']))
    const nobody = run({ ...nodes, clients: [reader({ route: 'nearest', thinkMs: 20, dataCenter: 'south' })] })
    expect(new Set(asked(at(nobody, 500)))).toEqual(new Set(['db1']))
    const dead = at({ ...near, interventions: [{ atMs: 100, do: 'kill', node: 'db2' }] }, 4000)
    expect(asked(dead).slice(-3)).toContain('db1')
  })

  it('[R23] with a timetable reads are due at their times, one at a time, and a failed one holds nobody up', () => {
    const { clients: _, ...nodes } = far()
    const timed = reader({ route: 'leader', readsPerSecond: 50, startMs: 100 })
    const engine = at(
      run({ ...nodes, clients: [timed] }, [
        { atMs: 500, do: 'stall', between: ['r', 'db1'] },
        { atMs: 900, do: 'heal', between: ['r', 'db1'] },
      ]),
      1500,
    )
    const due = engine.measured(({ clients }) =>
      Array.from({ length: clients[0]!.due.length }, (_, i) => clients[0]!.due.get(i)),
    )
    expect(due.slice(0, 4)).toEqual([100_000, 120_000, 140_000, 160_000])
    const facts = engine.factsAfter(0).filter(({ at: who }) => who === 'r')
    let open = 0
    for (const { kind } of facts) {
      if (kind === 'read-sent') open++
      if (kind === 'read-answered' || kind === 'read-failed') open--
      expect([0, 1]).toContain(open)
    }
    const failed = facts.find(({ kind }) => kind === 'read-failed')!
    expect(failed.args.reason).toBe('timeout')
    const next = facts.find(({ kind, t }) => kind === 'read-sent' && t >= failed.t)!
    expect(next.t).toBe(failed.t)
    // What waited behind the silent line was wanted long before it was answered.
    const { p95Us } = engine.measured(serviceOf).reads
    expect(p95Us!).toBeGreaterThan(300_000)
  })

  it('[R23] a rate set to 0 is a reader that thinks, and one above 0 a timetable again', () => {
    const { clients: _, ...nodes } = far()
    const rate = (atMs: number, value: number): Intervention => ({
      atMs,
      do: 'set',
      path: 'clients.r.readsPerSecond',
      value,
    })
    const engine = at(
      {
        ...run({ ...nodes, clients: [reader({ route: 'leader', readsPerSecond: 50 })] }),
        interventions: [rate(500, 0), rate(1000, 10)],
      },
      2000,
    )
    const due = engine.measured(({ clients }) =>
      Array.from({ length: clients[0]!.due.length }, (_, i) => clients[0]!.due.get(i)),
    )
    expect(due.filter((t) => t > 500_001 && t < 1_000_000)).toEqual([])
    expect(due.filter((t) => t > 1_000_000).length).toBeGreaterThan(8)
  })

  it('[R23] among several masters a reader whose master has failed it goes to the next', () => {
    const { clients: _, ...nodes } = far()
    const several = twin(run({ ...nodes, clients: [reader({ readsPerSecond: 20 })] }))
    const engine = at({ ...several, interventions: [{ atMs: 500, do: 'kill', node: 'db2' }] }, 1500)
    const peers = asked(engine)
    expect([peers[0], peers.at(-1)]).toEqual(['db2', 'db3'])
  })
})

describe('the yardstick', () => {
  it('[A2] a request takes from when it was wanted until its answer: waiting for a connection counts', () => {
    const { clients: _, ...nodes } = far()
    const busy = { id: 'w', kind: 'stream', ratePerSecond: 100, connections: 1, dataCenter: 'us' }
    const engine = at(run({ ...nodes, clients: [busy] }), 1000)
    const { count, medianUs, p95Us } = engine.measured(serviceOf).writes
    // One at a time over 82 ms, and 100 wanted a second: the last ones have waited most of it.
    expect(count).toBeLessThan(15)
    expect(p95Us!).toBeGreaterThan(700_000)
    expect(medianUs!).toBeLessThan(p95Us!)
  })

  it('[A3] no service: from when a write was wanted that failed until the next OK; the same on both sides', () => {
    const one = run(far(), [{ atMs: 1000, do: 'kill', node: 'db1' }])
    const [here, there] = [at(one, 4000), at(twin(one), 4000)]
    const [master, masters] = [here, there].map((engine) => engine.measured(serviceOf).without) as [
      { us: number; clients: number; from: number | null },
      { us: number; clients: number; from: number | null },
    ]
    expect(master.clients).toBe(3)
    expect(masters.clients).toBe(1)
    expect(master.us).toBeGreaterThan(masters.us)
    expect(masters.us).toBeGreaterThan(0)
    expect(master.from!).toBeGreaterThan(900_000)
    expect(master.from!).toBeLessThanOrEqual(1_000_001)
  })

  /** The slow way: at every microsecond that matters, is there a client without service? */
  function slow(engine: Engine): number {
    return engine.measured(({ writes, clients, time }) => {
      const bad: [number, number][] = []
      for (const { issued } of clients) {
        const rows = Array.from({ length: issued.length }, (_, i) => issued.get(i) - 1)
        for (const row of rows) {
          const wanted = writes.issuedAt.get(row)
          const outcome = writes.outcome.get(row)
          const until = outcome === 0 ? time : writes.settledAt.get(row)
          if (outcome !== ERROR && outcome !== UNKNOWN && until - wanted <= 1_000_000) continue
          const ok = rows.filter((other) => writes.outcome.get(other) === OK && writes.issuedAt.get(other) >= wanted)
          bad.push([wanted, Math.min(time, ...ok.map((other) => writes.settledAt.get(other)))])
        }
      }
      const cuts = [...new Set(bad.flat())].sort((a, b) => a - b)
      let sum = 0
      for (let i = 1; i < cuts.length; i++)
        if (bad.some(([from, to]) => from <= cuts[i - 1]! && to >= cuts[i]!)) sum += cuts[i]! - cuts[i - 1]!
      return sum
    })
  }

  it('[A3] and any faults: as counted the slow way', () => {
    let without = 0
    for (let number = 1; number <= 12; number++)
      for (const side of [drawn(number), twin(drawn(number))])
        for (const ms of [900, 4000]) {
          const engine = at(side, ms)
          const { us: found } = engine.measured(serviceOf).without
          expect(found).toBe(slow(engine))
          if (found > 0) without++
        }
    expect(without).toBeGreaterThan(20)
  })

  it('[A4] what is lost, discarded, stale and failed is what the counters say, and the first of each has a moment', () => {
    for (let number = 1; number <= 8; number++)
      for (const side of [drawn(number), twin(drawn(number))]) {
        const engine = at(side, 4000)
        const { counters } = engine.frame()
        const service = engine.measured(serviceOf)
        expect([service.lost.count, service.discarded.count, service.stale.count]).toEqual([
          counters.lost,
          counters.discarded,
          counters.staleReads,
        ])
        expect([service.failed.refused, service.failed.unknown]).toEqual([counters.error, counters.unknown])
        for (const { count, at: first } of [service.discarded, service.stale]) expect(first === null).toBe(count === 0)
      }
  })
})
