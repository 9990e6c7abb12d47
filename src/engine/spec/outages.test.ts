/** SPEC F74 to F79: rules and places, what a drain may throw away, and what an outage is made of (DOMAIN 3.4). */
import { describe, expect, test } from 'vitest'
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
const lab = (more: Setting = {}) => new Lab({ clients: writers(100), failover: WATCH, ...more })
const node = (id: string, more: object = {}) => ({ id, ...(id === 'db1' ? { role: 'master' } : {}), ...more })
const noLostOk = (one: Lab) => one.frame().checkers.find(({ name }) => name === 'noLostOk')!

describe('promotion rules', () => {
  test('[F74] a preferred slave goes first, although another has more, and what only that one has is lost', () => {
    const fail = (promotion: string): Lab => {
      const specs = [node('db1'), node('db2'), node('db3', { promotion })]
      const one = lab({ specs, oneWayMs: { db2: 5, db3: 60 } })
        .pass(2000)
        .kill('db1')
      one.until('failover-done')
      return one
    }
    const plain = fail('neutral')
    const preferred = fail('prefer')
    expect(plain.facts('chosen')[0]!.args).toMatchObject({ peer: 'db2', reason: 'most-received' })
    expect(preferred.facts('chosen')[0]!.args).toMatchObject({ peer: 'db3', reason: 'preferred' })
    expect(preferred.facts('candidate-weighed').map(({ args }) => args.reason)).toEqual(['not-preferred', 'preferred'])
    expect(preferred.frame().counters.lost).toBeGreaterThan(plain.frame().counters.lost + 2)
  })

  test('[F75] one that must not is passed over; if nobody else is left, the monitor says so and waits', () => {
    const specs = [node('db1'), node('db2', { promotion: 'must-not' }), node('db3')]
    const one = lab({ specs, oneWayMs: { db2: 5, db3: 40 } })
      .pass(2000)
      .kill('db1')
    expect(one.until('chosen').args.peer).toBe('db3')
    expect(one.facts('candidate-weighed')[0]!.args).toMatchObject({ peer: 'db2', reason: 'must-not' })
    const two = lab({ specs }).pass(2000).kill('db3').kill('db1')
    expect(two.until('failover-blocked').args).toEqual({ reason: 'rules' })
    two.pass(3000)
    expect(two.facts('promoted')).toEqual([])
    expect(two.facts('failover-blocked')).toHaveLength(1)
    const named = two.fork()
    named.act({ do: 'promote', node: 'db2' })
    expect(named.until('promoted').at).toBe('db2')
    const changed = two.fork()
    changed.act({ do: 'set', path: 'nodes.db2.promotion', value: 'neutral' })
    expect(changed.until('promoted').at).toBe('db2')
    two.restart('db3')
    expect(two.until('promoted').at).toBe('db3')
  })

  test('[F75] rules that may pass over the most advanced slave are no promise that nothing is lost', () => {
    const semiSync = { replication: { mode: 'semi-sync', timeoutMs: 60_000 } }
    const promised = (specs: object[], failover: object = {}): boolean =>
      noLostOk(lab({ specs, ...semiSync, failover: { ...WATCH, ...failover } }).pass(1500)).promised
    const plain = [node('db1'), node('db2'), node('db3')]
    expect(promised(plain)).toBe(true)
    expect(promised([node('db1'), node('db2', { promotion: 'prefer' }), node('db3')])).toBe(false)
    expect(promised([node('db1'), node('db2', { promotion: 'must-not' }), node('db3')])).toBe(false)
    expect(promised(plain, { promoteWithin: 'same-data-center' })).toBe(false)
    expect(promised(plain, { drain: 'skip' })).toBe(false)
    expect(promised(plain, { drain: 'fail' })).toBe(true)
  })
})

describe('data centres', () => {
  const specs = [
    node('db1', { dataCenter: 'east' }),
    node('db2', { dataCenter: 'east' }),
    node('db3', { dataCenter: 'west' }),
    node('db4', { dataCenter: 'west' }),
  ]
  const clients = writers(100).map((c, n) => ({ ...c, dataCenter: n < 2 ? 'east' : 'west' }))
  const network = { oneWayMs: 2, farOneWayMs: 30, clientOneWayMs: 0.1, monitorOneWayMs: 5 }

  test('[F76] who stands elsewhere is far away, unless an exception says otherwise', () => {
    const one = lab({ specs, clients, network: { ...network, links: [{ between: ['db1', 'db4'], oneWayMs: 11 }] } })
    const oneWay = (id: string) => one.frame().links.find((link) => link.id === id)!.oneWayUs / 1000
    expect(['db1~db2', 'db1~db3', 'db1~db4', 'c1~db1', 'c3~db1', 'db1~monitor'].map(oneWay)).toEqual([
      2, 30, 11, 0.1, 30, 5,
    ])
    one.act({ do: 'set', path: 'network.farOneWayMs', value: 50 })
    expect(['db1~db3', 'c3~db1', 'db1~db2'].map(oneWay)).toEqual([50, 50, 2])
  })

  test('[F76] a cut takes every link that leads out, and a heal gives every one back', () => {
    const one = lab({ specs, clients, network }).pass(1000)
    one.act({ do: 'cut-data-center', dataCenter: 'east' })
    const cut = () => one.frame().links.filter(({ state }) => state === 'cut')
    const inside = ['db1', 'db2', 'c1', 'c2']
    expect(cut().length).toBeGreaterThan(8)
    for (const { a, b, state } of one.frame().links)
      expect([a, b, state]).toEqual([a, b, inside.includes(a) === inside.includes(b) ? 'up' : 'cut'])
    expect(one.frame().dataCenters).toMatchObject([
      { id: 'east', nodes: ['db1', 'db2'], cut: true },
      { id: 'west', nodes: ['db3', 'db4'], cut: false },
    ])
    const stops = one.engine.milestones().map(({ kind }) => kind)
    expect(stops.filter((kind) => kind === 'data-center-cut')).toHaveLength(1)
    expect(stops).not.toContain('link-cut')
    one.pass(200).act({ do: 'heal-data-center', dataCenter: 'east' })
    expect(cut()).toEqual([])
  })

  test('[F77] a partition makes two masters; promoting only within the data centre makes one and an outage', () => {
    const split = (promoteWithin: string): Lab => {
      const one = lab({ specs, clients, network, failover: { ...WATCH, promoteWithin } }).pass(2000)
      one.act({ do: 'cut-data-center', dataCenter: 'east' })
      one.until(promoteWithin === 'anywhere' ? 'failover-done' : 'failover-blocked')
      one.pass(1500)
      return one
    }
    const two = split('anywhere')
    expect(
      two
        .frame()
        .nodes.filter(({ role }) => role === 'master')
        .map(({ id }) => id),
    ).toEqual(['db1', 'db3'])
    const since = two.facts('failover-done')[0]!.t
    const said = (peer: string) => two.facts('write-ok').filter(({ t, args }) => t > since && args.peer === peer).length
    expect(said('db1')).toBeGreaterThan(20)
    expect(said('db3')).toBeGreaterThan(20)
    const one = split('same-data-center')
    expect(one.facts('failover-blocked')[0]!.args).toEqual({ reason: 'data-center' })
    expect(one.facts('candidate-weighed').map(({ args }) => args.reason)).toContain('other-data-center')
    expect(one.facts('promoted')).toEqual([])
    one.act({ do: 'heal-data-center', dataCenter: 'east' }).pass(3000)
    expect(one.frame().nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave', 'slave'])
    expect(one.frame().outages.at(-1)!.to).not.toBeNull()
    one.expectLost(0)
  })
})

describe('drain', () => {
  const specs = [node('db1'), node('db2', { applyMs: 25 }), node('db3', { applyMs: 25 })]
  const fail = (drain: string): Lab =>
    lab({ specs, failover: { ...WATCH, drain } })
      .pass(2500)
      .kill('db1')

  test('[F78] skip: what is received and not applied is thrown away, at once and without a word to anybody who was told OK', () => {
    const wait = fail('wait')
    const skip = fail('skip')
    wait.until('failover-done')
    skip.until('failover-done')
    const [thrown] = skip.facts('relay-log-skipped')
    expect(thrown!.args.count).toBeGreaterThan(20)
    expect(skip.facts('promoted')[0]!.args.from).toBe(thrown!.args.from)
    expect(skip.frame().outages[0]!.lost).toBe(skip.frame().counters.lost)
    expect(skip.frame().counters.lost).toBeGreaterThanOrEqual(thrown!.args.count! - 1)
    expect(skip.frame().counters.lost - wait.frame().counters.lost).toBeLessThanOrEqual(thrown!.args.count!)
    const outage = (one: Lab) => one.facts('failover-done')[0]!.args.us!
    expect(outage(wait) - outage(skip)).toBeGreaterThan(20 * 25_000)
  })

  test('[F79] fail: nobody is promoted while the relay log of the best is not empty; a person can ask again later', () => {
    const one = fail('fail')
    expect(one.until('failover-failed').args.reason).toBe('not-drained')
    one.pass(1000)
    expect(one.facts('failover-failed')).toHaveLength(1)
    one.pass(9000)
    one.act({ do: 'promote', node: one.facts('chosen')[0]!.args.peer! })
    one.until('failover-done')
  })
})

describe('the parts of an outage', () => {
  test('[F80] phases follow one another without gaps, and their sum is the outage (DOMAIN 3.4)', () => {
    for (const failover of [{}, { fence: 'lease', leaseMs: 1200 }, { fence: 'power-off', fenceMs: 300 }]) {
      for (let seed = 1; seed <= 6; seed++) {
        const one = lab({ seed, costs: { applyMs: 1 + seed * 3 }, failover: { ...WATCH, ...failover } })
        one.pass(1500 + 91 * seed).kill('db1')
        const done = one.until('failover-done')
        const [outage] = one.frame().outages
        expect(outage).toMatchObject({ from: done.t - done.args.us!, to: done.t, reason: 'killed' })
        const names = outage!.phases.map(({ name }) => name)
        const all = ['detect', 'confirm', 'fence', 'choose', 'drain', 'promote', 'repoint', 'reroute']
        expect(names).toEqual('fence' in failover ? all : all.filter((name) => name !== 'fence'))
        let at = outage!.from
        for (const { from, to } of outage!.phases) {
          expect(from).toBe(at)
          at = to!
        }
        expect(at).toBe(outage!.to)
        expect(outage).toMatchObject({ lost: one.frame().counters.lost, noticed: one.frame().counters.noticed })
      }
    }
  })

  test('[F80] each phase takes what its formula says', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const applyMs = 2 * seed
      const monitorOneWayMs = 1 + (seed % 4) * 3
      const one = lab({
        seed,
        network: { oneWayMs: 5, clientOneWayMs: 0.1, monitorOneWayMs },
        costs: { applyMs },
        failover: { ...WATCH, fence: 'power-off', fenceMs: 250 },
      })
      const killedAt = one.pass(1300 + 113 * seed).now
      one.kill('db1').until('failover-done')
      const ms = Object.fromEntries(
        one.frame().outages[0]!.phases.map(({ name, from, to }) => [name, (to! - from) / 1000]),
      )
      const d = monitorOneWayMs
      // The first probe that a dead master cannot answer is the one that finds it dead when it arrives.
      const first = Math.ceil((killedAt / 1000 + 0.001 - d) / 200) * 200
      const near = (name: string, value: number) =>
        expect([seed, name, Math.abs(ms[name]! - value) < 0.1]).toEqual([seed, name, true])
      const answersUnderWay = ms['detect']! - (first + 2 * 200 + 100 - killedAt / 1000)
      expect(Math.min(Math.abs(answersUnderWay), Math.abs(answersUnderWay + 200))).toBeLessThan(0.1)
      near('confirm', 2 * d)
      near('fence', 250)
      near('choose', 2 * d)
      const { us = 0, count = 0 } = one.facts('drain-started')[0]!.args
      expect(us).toBe(count * applyMs * 1000)
      // What the SQL thread was in the middle of is done before its time.
      expect(ms['drain']).toBeGreaterThan(d + Math.max(0, count - 1) * applyMs - 0.1)
      expect(ms['drain']).toBeLessThan(d + count * applyMs + 0.1)
      near('promote', 20)
      near('repoint', 3 * d)
      near('reroute', 30)
    }
  })

  test('[F81] async loses what was told OK beyond the best reachable candidate, and with a skipped drain what that had not applied', () => {
    for (let seed = 1; seed <= 6; seed++) {
      for (const drain of ['wait', 'skip']) {
        const specs = [node('db1'), node('db2', { applyMs: 15 }), node('db3', { applyMs: 4 })]
        const one = lab({ seed, specs, oneWayMs: { db2: 20, db3: 45 }, failover: { ...WATCH, drain } })
        one.pass(1700 + 53 * seed).kill('db1')
        const chosen = one.until('chosen').args
        const received = one.facts('candidate-weighed').map(({ args }) => args.from!)
        const best = Math.max(...received)
        const applied = one.node(chosen.peer!).applied
        one.until('failover-done')
        const kept = drain === 'skip' ? one.facts('promoted')[0]!.args.from! - 1 : best
        if (drain === 'skip') expect(kept - applied).toBeLessThanOrEqual(1)
        const gone = one.facts('write-ok').filter(({ args }) => args.epoch === 1 && args.from! > kept)
        one.expectLost(gone.length)
      }
    }
  })

  test('[F82] a stop and go of the same master is an outage, a suspicion that was none is not', () => {
    const one = lab({ failover: { ...WATCH, misses: 10 } })
      .pass(1000)
      .kill('db1')
      .pass(300)
      .restart('db1')
      .pass(1000)
    expect(one.frame().outages).toMatchObject([
      { reason: 'killed', to: expect.any(Number), phases: [{ name: 'detect' }] },
    ])
    const two = lab().pass(1000).stall('monitor', 'db1')
    two.until('suspected')
    expect(two.frame().outages).toHaveLength(1)
    two.until('suspicion-dropped')
    expect(two.frame().outages).toEqual([])
  })
})
