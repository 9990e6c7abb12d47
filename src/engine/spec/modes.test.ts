/** SPEC Q: quorum and all, which have no timeout (DOMAIN 2.4). */
import { describe, expect, test } from 'vitest'
import { Lab, median, type Setting } from './lab.ts'

const LOOP = { id: 'c1', thinkMs: 20, startMs: 200, timeoutMs: 500, retryMs: 100 }
const FAR = { db2: 5, db3: 20, db4: 40 }
const BASE_MS = 0.6

/** Three slaves, 5, 20 and 40 ms away. */
const lab = (replication: object, more: Setting = {}) =>
  new Lab({
    nodes: ['db1', 'db2', 'db3', 'db4'],
    oneWayMs: FAR,
    clients: [LOOP],
    replication: { connectRetryMs: 100, ...replication },
    failover: { monitor: false },
    ...more,
  })

describe('quorum and all', () => {
  test.each([
    ['quorum', 1, 5],
    ['quorum', 2, 20],
    ['quorum', 3, 40],
    ['all', 1, 40],
  ])('[Q1] %s of %d: the slave %d ms away decides', (mode, waitFor, d) => {
    const one = lab({ mode, waitFor }).pass(2000)
    for (const ms of one.latencies()) expect(ms).toBeCloseTo(BASE_MS + 2 * d, 1)
    expect(one.frame().mode).toMatchObject({ kind: mode, gate: 'on', needed: mode === 'all' ? 3 : waitFor })
  })

  test('[Q1] all, applied: the slowest SQL thread of all decides', () => {
    const nodes = [{ id: 'db1', role: 'master' }, { id: 'db2', applyMs: 90 }, { id: 'db3' }]
    const one = new Lab({ clients: [LOOP], replication: { mode: 'all', ack: 'applied' }, specs: nodes }).pass(2000)
    expect(median(one.latencies())).toBeCloseTo(BASE_MS + 10 + 90, 0)
    expect(new Set(one.facts('ack-arrived').map(({ args }) => args.reason))).toEqual(new Set(['applied']))
  })

  test('[Q2] fewer connected than it takes: blocked without end, and no client hears OK', () => {
    const one = lab({ mode: 'quorum', waitFor: 2 }).pass(1000).kill('db3').pass(500)
    expect(one.facts('gate-blocked')).toEqual([])
    const before = one.frame().counters.ok
    expect(before).toBeGreaterThan(10)
    one.kill('db4')
    const blocked = one.until('gate-blocked')
    expect(blocked).toMatchObject({ at: 'db1', args: { count: 1, peer: 'db3' } })
    const { ok } = one.frame().counters
    one.pass(60_000)
    const { mode, counters } = one.frame()
    expect(mode).toMatchObject({ gate: 'blocked', needed: 2, since: blocked.t })
    expect(counters.ok).toBe(ok)
    expect(counters.unknown).toBeGreaterThan(80)
    expect(mode.waiting).toBe(counters.unknown + counters.pending)
    expect(mode.waitingSince).toBeLessThanOrEqual(blocked.t)
    expect(one.facts('gate-timed-out')).toEqual([])
  })

  test('[Q3] enough again: what waited is committed in order, clients that gave up leave ghosts, the next hears OK', () => {
    const one = lab({ mode: 'quorum', waitFor: 2 }).pass(1000).kill('db3').kill('db4')
    const blocked = one.until('gate-blocked')
    one.pass(2000).restart('db4')
    const free = one.until('gate-unblocked')
    expect(free.args).toMatchObject({ peer: 'db4', us: free.t - blocked.t })
    one.pass(1000)
    const { mode, counters } = one.frame()
    expect(mode).toMatchObject({ gate: 'on', since: free.t })
    expect(mode.waiting).toBeLessThanOrEqual(1)
    expect(counters.ghost).toBe(counters.unknown)
    expect(counters.ghost).toBeGreaterThan(2)
    const from = one.facts('entries-committed', 'db1').map(({ args }) => args.from!)
    expect(from).toEqual(from.map((_, at) => at + 1))
    expect(one.latencies().at(-1)).toBeCloseTo(BASE_MS + 2 * 40, 1)
  })

  test('[Q4] a silent line is not known to be one: it waits, and is not blocked, until the connection breaks', () => {
    const one = lab({ mode: 'all' }).pass(1000).stall('db1', 'db4').pass(3000)
    expect(one.frame().mode).toMatchObject({ gate: 'on', needed: 3 })
    expect(one.frame().mode.waiting).toBeGreaterThan(1)
    one.cut('db1', 'db4').until('gate-blocked')
    one.heal('db1', 'db4').until('gate-unblocked')
    one.pass(500)
    expect(one.frame().mode.waiting).toBeLessThanOrEqual(1)
  })

  test('[Q5] all: a dead slave blocks; once it is removed it no longer counts', () => {
    const one = lab({ mode: 'all' }).pass(1000).kill('db4')
    one.until('gate-blocked')
    one.pass(1000).act({ do: 'remove-slave', node: 'db4' }).pass(1000)
    expect(one.facts('gate-unblocked')).toHaveLength(1)
    expect(one.frame().mode).toMatchObject({ gate: 'on', needed: 2 })
    expect(one.latencies().at(-1)).toBeCloseTo(BASE_MS + 2 * 20, 1)
  })

  test('[Q5] all: a slave that joins counts from then on', () => {
    const one = lab({ mode: 'all' }).pass(1000).act({ do: 'add-slave', node: 'db5', upstream: 'db1' })
    expect(one.frame().mode.needed).toBe(4)
    one.pass(1000)
    expect(one.frame().mode).toMatchObject({ gate: 'on', needed: 4 })
    const last = one.facts('write-ok').at(-1)!
    expect(one.node('db5').received).toBeGreaterThanOrEqual(last.args.to!)
  })

  test('[Q6] what a slave has acknowledged counts also when it has gone since', () => {
    const clients = [{ id: 'c1', thinkMs: 60_000, startMs: 500, timeoutMs: 60_000 }]
    const one = lab({ mode: 'quorum', waitFor: 2 }, { clients })
    one.until('ack-arrived', 'db1')
    one.kill('db2').kill('db4').pass(200)
    expect(one.facts('gate-blocked')).toEqual([])
    expect(one.frame().counters.ok).toBe(1)
  })

  test('[Q7] quorum and all: crashes at random instants lose nothing when the most advanced slave takes over', () => {
    const failover = { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 5, rerouteMs: 5 }
    const clients = [1, 2, 3].map((n) => ({ id: `c${n}`, thinkMs: 4, spacing: 'exponential' }))
    for (const mode of ['quorum', 'all'])
      for (let crash = 0; crash < 12; crash++) {
        const one = lab({ mode, waitFor: 2 }, { seed: crash, clients, failover }).pass(300 + 3.7 * crash)
        if (mode === 'quorum') one.kill(['db2', 'db3', 'db4'][crash % 3]!)
        one.pass(7).kill('db1').until('failover-done')
        one.pass(300).expectLost(0)
        expect(one.frame().counters.ok).toBeGreaterThan(2)
      }
  })
})

describe('the number asked for', () => {
  const three = (replication: object) =>
    new Lab({
      clients: [LOOP],
      replication: { timeoutMs: 400, connectRetryMs: 100, ...replication },
      failover: { monitor: false },
    }).pass(1000)
  const ask = (one: Lab, value: number): Lab => one.act({ do: 'set', path: 'replication.waitFor', value })

  test('[Q8] more slaves than there are, set by hand: semi-sync times out, quorum blocks until less is asked for', () => {
    const semiSync = ask(three({ mode: 'semi-sync' }), 5)
    expect(semiSync.until('gate-timed-out').args.us).toBe(400_000)
    const quorum = ask(three({ mode: 'quorum' }), 5).pass(3000)
    expect(quorum.facts('gate-blocked').map(({ args }) => args)).toEqual([{ count: 2 }])
    const { ok } = quorum.frame().counters
    const freed = ask(quorum, 2).facts('gate-unblocked')
    expect(freed.map(({ args }) => args.reason)).toEqual(['rules'])
    quorum.pass(1000)
    expect(quorum.frame().counters.ok).toBeGreaterThan(ok + 20)
  })
})
