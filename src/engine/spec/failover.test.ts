/** SPEC F20 to F39: who notices that the master is dead, who takes over, and what that costs. */
import { describe, expect, test } from 'vitest'
import { Lab, type Setting } from './lab.ts'

const WATCH = { probeEveryMs: 200, probeTimeoutMs: 100, misses: 3, promoteMs: 20, rerouteMs: 30 }
const writers = (ratePerSecond: number, startMs = 300) =>
  [1, 2, 3, 4].map((n) => ({
    id: `c${n}`,
    thinkMs: (4 * 1000) / ratePerSecond,
    spacing: 'exponential',
    startMs,
    timeoutMs: 2000,
    retryMs: 200,
  }))
const lab = (more: Setting = {}) => new Lab({ clients: writers(100), failover: WATCH, ...more })

describe('failover', () => {
  test('[F20] suspected after that many missed probes in a row, and not before', () => {
    const one = lab().pass(1000).kill('db1')
    const suspected = one.until('suspected')
    const missed = one.facts('probe-missed').filter(({ args }) => args.peer === 'db1')
    expect(missed.map(({ args }) => args.count)).toEqual([1, 2, 3])
    expect(suspected.cause).toBe(missed[2]!.id)
    expect(suspected.t).toBeGreaterThan(1_000_000 + 2 * 200_000)
    expect(suspected.t).toBeLessThan(1_000_000 + 4 * 200_000)
  })

  test('[F21] a master that only the monitor cannot reach stays master: its slaves still copy', () => {
    const one = lab().pass(1000).stall('monitor', 'db1')
    expect(one.until('suspicion-dropped').args).toMatchObject({ peer: 'db1', reason: 'still-replicating' })
    one.pass(3000)
    expect(one.facts('suspected')).toHaveLength(1)
    expect(one.facts('suspicion-dropped')).toHaveLength(1)
    expect(one.facts('confirmed')).toEqual([])
    expect(one.node('db1').role).toBe('master')
    one.heal('monitor', 'db1').pass(500)
    expect(one.frame().monitor!.state).toBe('watching')
    one.expectLost(0)
  })

  test('[F22] a master that answers again before it is confirmed dead is left alone', () => {
    const one = lab({ failover: { ...WATCH, probeTimeoutMs: 1000, probeEveryMs: 300 }, costs: { restartMs: 1 } }).pass(
      1000,
    )
    one.stall('db1', 'db2').stall('db1', 'db3').kill('db1')
    one.until('suspected')
    one.restart('db1')
    expect(one.until('suspicion-dropped').args.reason).toMatch(/answered|still-replicating/)
    expect(one.facts('promoted')).toEqual([])
  })

  test('[F23] the slave with the most received entries is chosen, every candidate with its reason', () => {
    const one = lab({ oneWayMs: { db2: 40, db3: 5 } })
      .pass(2000)
      .kill('db1')
    expect(one.until('chosen').args).toMatchObject({ peer: 'db3', reason: 'most-received', count: 2 })
    const weighed = one.facts('candidate-weighed').map(({ args }) => [args.peer, args.reason])
    expect(weighed).toEqual([
      ['db2', 'behind'],
      ['db3', 'most-received'],
    ])
    const { choice } = one.frame().monitor!
    expect(choice!.chosen).toBe('db3')
    expect(choice!.candidates.map(({ node, received }) => [node, received])).toEqual([
      ['db2', one.node('db2').received],
      ['db3', one.node('db3').received],
    ])
  })

  test('[F24] equal candidates: the name decides; a dead one is not in the running', () => {
    const idle = lab({ clients: [] }).pass(1000).kill('db1')
    expect(idle.until('chosen').args).toMatchObject({ peer: 'db2', reason: 'tie-by-name' })
    const one = lab({ clients: [] }).pass(1000).kill('db2').pass(10).kill('db1')
    expect(one.until('chosen').args).toMatchObject({ peer: 'db3', reason: 'most-received' })
    expect(one.facts('candidate-weighed').map(({ args }) => [args.peer, args.reason])).toContainEqual(['db2', 'down'])
  })

  test('[F25] the chosen one empties its relay log before it is promoted', () => {
    const one = lab({ costs: { applyMs: 15 } })
      .pass(2000)
      .kill('db1')
    const { at, args } = one.until('drain-started')
    expect(args.count).toBeGreaterThan(3)
    expect(one.node(at)).toMatchObject({ role: 'draining', drain: { total: args.count, left: args.count } })
    const drained = one.until('drained')
    const promoted = one.until('promoted')
    expect(promoted.at).toBe(at)
    expect(drained.t).toBeLessThan(promoted.t)
    expect(promoted.t - drained.t).toBe(20_000)
    const { received, applied, log } = { ...one.node(at), log: promoted.args.from }
    expect(applied).toBe(received)
    expect(log).toBe(received + 1)
  })

  test('[F26] a new epoch begins, and the OKs that it lacks are counted as lost, each by name', () => {
    const one = lab({ oneWayMs: { db2: 30, db3: 35 } })
      .pass(2000)
      .kill('db1')
    const [killed] = one.facts('killed')
    one.until('promoted')
    const lost = one.facts('writes-lost')[0]!
    expect(one.frame().epoch).toBe(2)
    expect(lost.args).toMatchObject({ epoch: 2, count: killed!.args.count, list: expect.any(Array) })
    one.expectLost(killed!.args.count!)
    expect(one.frame().lost.map(({ number }) => number)).toEqual(killed!.args.list)
    expect(one.frame().lost.map(({ write }) => write)).toEqual(lost.args.list)
    const okOf = (write: number) => one.facts('write-ok').find(({ args }) => args.write === write)
    for (const { write, okAt } of one.frame().lost) expect(okOf(write)!.t).toBe(okAt)
  })

  test('[F27] siblings are pointed to the new master, fetch what they lack, and end up identical', () => {
    const one = lab({ oneWayMs: { db2: 5, db3: 40 }, clients: writers(100).map((c) => ({ ...c, writes: 40 })) })
    one.pass(700).kill('db1')
    expect(one.until('repointed').at).toBe('db3')
    one.until('failover-done')
    one.pass(4000)
    expect(one.node('db3').upstream).toBe('db2')
    expect(one.node('db3').epoch).toBe(2)
    one.expectSame('db2', 'db3')
  })

  test('[F28] clients learn the new address and go on; the outage runs from the death to that moment', () => {
    const one = lab().pass(1000).kill('db1')
    const death = one.facts('killed')[0]!.t
    const done = one.until('failover-done')
    const rerouted = one.facts('client-rerouted')
    expect(rerouted.map(({ args }) => args.peer)).toEqual(['db2', 'db2', 'db2', 'db2'])
    expect(done.args.us).toBe(done.t - death)
    expect(done.t - rerouted[0]!.t).toBeLessThanOrEqual(1)
    const oks = one.frame().counters.ok
    one.pass(1000)
    expect(one.frame().counters.ok).toBeGreaterThan(oks + 50)
    expect(one.frame().clients.every(({ target }) => target === 'db2')).toBe(true)
    expect(one.frame().counters.noticed).toBe(4)
  })

  test('[F29] the outage follows from the settings: fewer and faster probes shorten it', () => {
    const outage = (misses: number, probeEveryMs: number): number =>
      lab({ failover: { ...WATCH, misses, probeEveryMs } })
        .pass(1000)
        .kill('db1')
        .until('failover-done').args.us!
    expect(outage(3, 400)).toBeGreaterThan(outage(3, 200) + 300_000)
    expect(outage(6, 200)).toBeGreaterThan(outage(3, 200) + 500_000)
  })

  test('[F30] the old master returns into a newer epoch: fenced, its extra entries marked, and it takes no writes', () => {
    const one = lab({ oneWayMs: { db2: 30, db3: 35 } })
      .pass(2000)
      .kill('db1')
    const count = one.facts('killed')[0]!.args.count!
    one.until('failover-done')
    one.restart('db1')
    const fenced = one.until('fenced')
    expect(fenced).toMatchObject({ at: 'db1', args: { epoch: 1, count: 2 } })
    const fork = one.facts('promoted')[0]!.args.from!
    const extra = one.facts('extra-entries-found', 'db1')[0]!
    expect(extra.args.from).toBe(fork)
    expect(extra.args.to).toBe(one.node('db1').received)
    expect(extra.args.count).toBeGreaterThanOrEqual(count)
    expect(one.node('db1')).toMatchObject({ role: 'fenced', extraFrom: fork, epoch: 1 })
    const cells = one.node('db1').cells.filter(({ position }) => position >= fork)
    expect(cells.filter(({ fate }) => fate === 'lost')).toHaveLength(count)
    expect(cells.every(({ fate }) => fate === 'lost' || fate === 'extra')).toBe(true)
    one.pass(2000)
    expect(one.facts('entries-logged', 'db1').filter(({ t }) => t > fenced.t)).toEqual([])
    expect(one.node('db1').role).toBe('fenced')
  })

  test('[F31] by hand: the monitor waits until somebody names the new master', () => {
    const one = lab({ failover: { ...WATCH, choose: 'by-hand' } })
      .pass(1000)
      .kill('db1')
    one.until('waiting-for-choice')
    one.pass(5000)
    expect(one.frame().monitor!.state).toBe('waiting-for-choice')
    one.act({ do: 'promote', node: 'db3' })
    expect(one.until('chosen').args).toMatchObject({ peer: 'db3', reason: 'by-hand' })
    one.until('failover-done')
    expect(one.node('db3').role).toBe('master')
  })

  test('[F32] the less advanced one promoted by hand loses more, and the one that was ahead has diverged', () => {
    const choose = (node: string): Lab => {
      const one = lab({ oneWayMs: { db2: 5, db3: 60 }, failover: { ...WATCH, choose: 'by-hand' } })
      one.pass(2000).kill('db1').until('waiting-for-choice')
      one.act({ do: 'promote', node }).until('failover-done')
      one.pass(500)
      return one
    }
    const better = choose('db2')
    const worse = choose('db3')
    expect(worse.frame().counters.lost).toBeGreaterThan(better.frame().counters.lost + 2)
    expect(worse.facts('receiver-refused')[0]).toMatchObject({ at: 'db2', args: { peer: 'db3', reason: 'diverged' } })
    expect(worse.node('db2').receiver.state).toBe('refused')
    expect(worse.node('db2').extraFrom).toBe(worse.facts('promoted')[0]!.args.from)
    expect(better.facts('receiver-refused')).toEqual([])
  })

  test('[F33] a candidate that dies while it drains: another is chosen', () => {
    const one = lab({ costs: { applyMs: 30 }, oneWayMs: { db2: 5, db3: 6 } })
      .pass(2000)
      .kill('db1')
    const first = one.until('drain-started').at
    one.kill(first)
    const second = one.until('drain-started').at
    expect(second).not.toBe(first)
    one.until('failover-done')
    expect(one.node(second).role).toBe('master')
    expect(one.frame().epoch).toBeGreaterThan(1)
  })

  test('[F34] a candidate that dies and returns at once is noticed all the same', () => {
    const one = lab({ costs: { applyMs: 30, restartMs: 5 }, oneWayMs: { db2: 5, db3: 6 } })
      .pass(2000)
      .kill('db1')
    const first = one.until('drain-started').at
    one.kill(first).pass(1).restart(first)
    one.until('failover-done')
    expect(one.frame().nodes.filter(({ role }) => role === 'master' && role)).toHaveLength(2)
    expect(one.frame().epoch).toBeGreaterThan(1)
  })

  test('[F35] no slave left: the failover fails, and says why', () => {
    const one = lab().pass(1000).kill('db2').pass(1).kill('db3').pass(1).kill('db1')
    expect(one.until('failover-failed').args.reason).toBe('no-candidate')
    const two = lab({ nodes: ['db1', 'db2'], costs: { applyMs: 30 } })
      .pass(1500)
      .kill('db1')
    two.until('drain-started')
    two.kill('db2')
    expect(two.until('failover-failed').args.reason).toBe('candidate-died')
  })

  test('[F36] a slave that was away during the failover is pointed to the new master when it is back', () => {
    const one = lab().pass(1000).kill('db3').pass(100).kill('db1')
    one.until('failover-done')
    one.pass(500).restart('db3')
    expect(one.until('repointed')).toMatchObject({ at: 'db3', args: { peer: 'db2' } })
    one.pass(1000)
    expect(one.node('db3')).toMatchObject({ upstream: 'db2', epoch: 2 })
    expect(one.node('db3').lag!.entriesToReceive).toBeLessThanOrEqual(3)
  })

  test('[F37] async: what is lost is what clients heard OK for in the last one-way delay, w x d', () => {
    for (const [d1, d2, rate] of [
      [5, 50, 400],
      [20, 40, 400],
    ] as const) {
      let first = 0
      let second = 0
      const seeds = 6
      for (let seed = 1; seed <= seeds; seed++) {
        const choose = (node: string): number => {
          const one = lab({
            seed,
            oneWayMs: { db2: d1, db3: d2 },
            clients: writers(rate),
            failover: { ...WATCH, choose: 'by-hand' },
          })
          one.pass(1500).kill('db1').until('waiting-for-choice')
          one.act({ do: 'promote', node }).until('failover-done')
          return one.frame().counters.lost
        }
        first += choose('db2')
        second += choose('db3')
      }
      const ms = 1000 * seeds
      const w = (0.93 * rate) / ms
      expect(first / seeds).toBeGreaterThan(0.5 * w * d1 * seeds - 4)
      expect(first / seeds).toBeLessThan(2 * w * d1 * seeds + 4)
      expect(second).toBeGreaterThan(first)
    }
  })

  test('[F38] semi-sync that has not fallen back: the most advanced loses none, the other may; few unheard ones survive', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const choose = (node: string): Lab => {
        const one = lab({
          seed,
          oneWayMs: { db2: 5, db3: 50 },
          clients: writers(400),
          replication: { mode: 'semi-sync', timeoutMs: 2000 },
          failover: { ...WATCH, choose: 'by-hand' },
        })
        one
          .pass(1200 + 37 * seed)
          .kill('db1')
          .until('waiting-for-choice')
        one.act({ do: 'promote', node }).until('failover-done')
        return one
      }
      const best = choose('db2').expectLost(0)
      expect(best.frame().counters.ghost).toBeLessThanOrEqual(4)
      expect(choose('db3').frame().counters.lost).toBeGreaterThan(0)
    }
  })

  test('[F39] semi-sync that has fallen back loses as async does', () => {
    const one = lab({ replication: { mode: 'semi-sync', timeoutMs: 500 } }).pass(1000)
    one.stall('db1', 'db2').stall('db1', 'db3').pass(1500)
    expect(one.frame().mode.gate).toBe('fallen-back')
    const since = one.facts('gate-timed-out')[0]!
    one.kill('db1').cut('db1', 'db2').cut('db1', 'db3').until('failover-done')
    const after = one.facts('write-ok').filter(({ t, args }) => t >= since.t && args.epoch === 1)
    one.expectLost(after.length)
    expect(after.length).toBeGreaterThan(50)
  })

  test('[F40] without a monitor nothing happens by itself, and an operator can promote', () => {
    const one = lab({ failover: { monitor: false } })
      .pass(1000)
      .kill('db1')
      .pass(10_000)
    expect(one.frame().monitor).toBeNull()
    expect(one.node('db2').role).toBe('slave')
    one.act({ do: 'promote', node: 'db2' }).until('promoted')
    one.pass(1000)
    expect(one.node('db2').role).toBe('master')
    expect(one.node('db3').upstream).toBe('db2')
    expect(one.frame().clients.every(({ target }) => target === 'db2')).toBe(true)
  })

  test('[F41] promoted over a master that lives: it is fenced by the epoch, and what it said OK to in between is lost', () => {
    const one = lab().pass(1000).act({ do: 'promote', node: 'db2' })
    one.until('promoted')
    expect(one.until('fenced').at).toBe('db1')
    one.pass(2000)
    expect(one.node('db2').role).toBe('master')
    const news = one.engine.milestones().filter(({ kind, args }) => kind === 'writes-lost' && args.reason === 'late')
    expect(news).toHaveLength(1)
    expect(one.frame().counters.lost).toBe(one.facts('writes-lost').reduce((sum, { args }) => sum + args.count!, 0))
    const fork = one.facts('promoted')[0]!
    const late = one.facts('write-ok').filter(({ t, args }) => t > fork.t && args.epoch === 1)
    expect(late.length).toBeGreaterThan(0)
    expect(one.frame().lost.map(({ write }) => write)).toEqual(
      expect.arrayContaining(late.map(({ args }) => args.write)),
    )
  })

  test('[F42] a second failover after the first: the epochs go on rising', () => {
    const one = lab({ nodes: ['db1', 'db2', 'db3', 'db4'] })
      .pass(1000)
      .kill('db1')
    one.until('failover-done')
    one.pass(1000)
    const second = one.frame().nodes.find(({ role, process }) => role === 'master' && process === 'up')!
    one.kill(second.id).until('failover-done')
    expect(one.frame().epoch).toBe(3)
    one.pass(1000)
    const alive = one.frame().nodes.filter(({ process }) => process === 'up')
    expect(alive.filter(({ role }) => role === 'master')).toHaveLength(1)
    expect(alive).toHaveLength(2)
  })

  test('[F43] a master that returns while the monitor waits for a choice stays master, and its slaves copy again', () => {
    const one = lab({ failover: { ...WATCH, choose: 'by-hand' } })
      .pass(1000)
      .kill('db1')
    one.until('waiting-for-choice')
    expect(one.node('db2').parts.find(({ id }) => id === 'role')!.active).toEqual(['candidate'])
    one.restart('db1')
    expect(one.until('suspicion-dropped').args).toMatchObject({ peer: 'db1', reason: 'answered' })
    one.pass(1500)
    expect(one.frame().nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(one.node('db2').lag!.entriesToReceive).toBeLessThanOrEqual(3)
    one.expectLost(0)
  })

  test('[F44] a fenced master answers writes with ERROR, and nothing of them is in any log', () => {
    const one = lab({ failover: { ...WATCH, rerouteMs: 1500 } })
      .pass(1000)
      .act({ do: 'promote', node: 'db2' })
    one.until('fenced')
    const before = one.node('db1').received
    const { t } = one.until('write-rejected', 'db1')
    one.pass(1)
    const refused = one.facts('write-error').find((fact) => fact.t >= t)!
    expect(refused.args).toMatchObject({ peer: 'db1', reason: 'fenced' })
    one.until('failover-done')
    expect(one.node('db1').received).toBe(before)
  })

  test('[F45] "why?" leads from the promotion back to what killed the master', () => {
    const one = lab().pass(1000).kill('db1')
    const facts = new Map<number, { kind: string; cause: number }>()
    const promoted = one.until('promoted')
    for (const fact of one.every()) facts.set(fact.id, fact)
    const chain: string[] = []
    for (let id = promoted.id; id > 0; id = facts.get(id)!.cause) chain.unshift(facts.get(id)!.kind)
    expect(chain).toEqual([
      'killed',
      'probe-missed',
      'suspected',
      'confirmed',
      'chosen',
      'drain-started',
      'drained',
      'promoted',
    ])
  })

  test('[F46] a doubted master that its slaves lose, too, is confirmed dead', () => {
    const one = lab().pass(1000).stall('monitor', 'db1')
    one.until('suspicion-dropped')
    one.pass(1000).kill('db1')
    one.until('confirmed')
    one.until('failover-done')
  })

  test('[F47] a failed failover is taken up again when a slave is back', () => {
    const one = lab().pass(1000).kill('db2').kill('db3').kill('db1')
    one.until('failover-failed')
    one.pass(5000)
    expect(one.facts('failover-failed')).toHaveLength(1)
    one.restart('db3').until('failover-done')
    expect(one.node('db3').role).toBe('master')
  })

  /** db2 is ahead of db3 when that one is made master, and so it has diverged; db4 follows, in step. */
  const parted = (more: Setting = {}): Lab => {
    const one = lab({ nodes: ['db1', 'db2', 'db3', 'db4'], oneWayMs: { db2: 5, db3: 60, db4: 60 }, ...more })
    one.pass(2000).act({ do: 'promote', node: 'db3' }).until('failover-done')
    one.pass(1000)
    expect(one.node('db2').receiver.state).toBe('refused')
    expect(one.node('db4').receiver.state).toBe('streaming')
    return one
  }

  test('[F48] a slave that has diverged is passed over, however much it has received', () => {
    for (const seed of [1, 2, 3]) {
      const one = parted({ seed, clients: writers(100).map((client) => ({ ...client, writes: 60 })) })
      one.kill('db3')
      expect(one.until('chosen').args).toMatchObject({ peer: 'db4', reason: 'most-received', count: 1 })
      const weighed = one.facts('candidate-weighed').slice(-3)
      expect(weighed.map(({ args }) => [args.peer, args.reason])).toContainEqual(['db2', 'diverged'])
      one.until('failover-done')
      expect(one.node('db4')).toMatchObject({ role: 'master', epoch: 3 })
    }
  })

  test('[F48] if nobody else is left, the monitor waits, until a slave that was away is back', () => {
    const one = parted().kill('db4').pass(500).kill('db3')
    expect(one.until('waiting-for-choice').args).toEqual({ reason: 'diverged' })
    one.pass(5000)
    expect(one.facts('waiting-for-choice')).toHaveLength(1)
    expect(one.facts('failover-failed')).toEqual([])
    one.restart('db4')
    expect(one.until('chosen').args).toMatchObject({ peer: 'db4' })
    one.until('failover-done')
    expect(one.node('db4').role).toBe('master')
  })

  test('[F49] one that has diverged, named by hand, brings its history back, and the OKs of the other are lost', () => {
    const one = parted().kill('db4').pass(500).kill('db3')
    const before = one.frame().lost.map(({ write }) => write)
    expect(one.node('db2').extraFrom).not.toBeNull()
    one.until('waiting-for-choice')
    one.act({ do: 'promote', node: 'db2' })
    expect(one.until('chosen').args).toMatchObject({ peer: 'db2', reason: 'by-hand' })
    one.until('failover-done')
    const after = one.frame().lost.map(({ write }) => write)
    const revived = before.filter((write) => !after.includes(write))
    expect(revived.length).toBeGreaterThan(0)
    const ofEpoch2 = one.facts('write-ok').filter(({ args }) => args.epoch === 2)
    expect(ofEpoch2.length).toBeGreaterThan(0)
    expect(after).toEqual(expect.arrayContaining(ofEpoch2.map(({ args }) => args.write)))
    expect(one.node('db2')).toMatchObject({ role: 'master', epoch: 3, extraFrom: null })
    // What only the first master holds begins where db2's part of its history ends.
    expect(one.node('db1').extraFrom).toBe(one.facts('promoted').at(-1)!.args.from)
  })

  test('[F31] a slave that comes back while the monitor waits for a choice can be named, too', () => {
    const one = lab({ failover: { ...WATCH, choose: 'by-hand' } })
      .pass(1000)
      .kill('db3')
      .pass(100)
      .kill('db1')
    one.until('waiting-for-choice')
    one.restart('db3').until('waiting-for-choice')
    one.act({ do: 'promote', node: 'db3' }).until('failover-done')
    expect(one.node('db3').role).toBe('master')
  })
})
