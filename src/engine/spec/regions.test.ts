// Regions with three replicas each: what it takes for a write to be OK, who leads, what reads show, and what becomes of writes
// on both sides of a cut (kind mrec).
import { describe, expect, it } from 'vitest'
import { Table } from './regions.ts'

const outcomes = (lab: Table): string[] =>
  lab
    .facts('write-ok')
    .concat(lab.facts('write-error'), lab.facts('write-unknown'))
    .sort((a, b) => a.id - b.id)
    .map(({ at, kind, args }) => `${at} ${kind}${args.reason === undefined ? '' : ` ${args.reason}`}`)

describe('a write in a region', () => {
  it('[Y1] is OK once two of three replicas have flushed it', () => {
    const lab = new Table({ regions: { zoneMs: 2 } })
    lab.does('c1', 'put', 7)
    lab.pass(2)
    // The leader has it, and it is on its way to the others: nobody can read it.
    expect(lab.region().replicas.map(({ persisted }) => persisted)).toEqual([1, 0, 0])
    expect(lab.region().waitingForZone).toBe(1)
    expect(lab.row('db1')).toEqual([])
    expect(lab.node('db1').received).toBe(0)
    lab.until('entries-logged', 'db1')
    expect(lab.region().replicas.map(({ persisted }) => persisted)).toEqual([1, 1, 1])
    const ok = lab.until('write-ok')
    // There and back between two zones, and two flushes.
    expect(ok.args.us).toBeGreaterThan(4000)
    expect(ok.args.us).toBeLessThan(5200)
    expect(lab.row('db1')).toEqual(['7'])
    expect(lab.region().waitingForZone).toBe(0)
  })

  it('[Y1] says what the leader sends to its replicas, and what they answer', () => {
    const lab = new Table({ regions: { zoneMs: 2 } })
    lab.does('c1', 'put', 7)
    lab.until('replica-flushed')
    const sent = lab.frame().messages.filter(({ kind }) => kind === 'persist')
    expect(sent.map(({ from, to, first, last }) => [from, to, first, last])).toEqual([
      ['db1/a', 'db1/b', 1, 1],
      ['db1/a', 'db1/c', 1, 1],
    ])
    lab.until('replica-flushed')
    expect(
      lab
        .frame()
        .messages.filter(({ kind }) => kind === 'persisted')
        .map(({ from, to }) => [from, to]),
    ).toEqual([
      ['db1/b', 'db1/a'],
      ['db1/c', 'db1/a'],
    ])
  })

  it('[Y2] goes on with one replica down, and is refused with two', () => {
    const lab = new Table()
    lab.loseReplica('b').does('c1', 'put', 1).pass(20)
    expect(outcomes(lab)).toEqual(['c1 write-ok'])
    lab.loseReplica('c').pass(20)
    expect(lab.leader()).toBeUndefined()
    expect(lab.region().electingSince).toBeGreaterThan(0)
    lab.does('c1', 'put', 2).pass(20)
    expect(outcomes(lab)).toEqual(['c1 write-ok', 'c1 write-error no-leader'])
    lab.returnReplica('b').pass(500)
    expect(lab.leader()).toBe('a')
    expect(lab.region().replicas.map(({ persisted }) => persisted)).toEqual([1, 1, 1])
    lab.does('c1', 'put', 3).pass(20)
    expect(lab.row('db1')).toEqual(['3'])
  })

  it('[Y3] is not lost with a leader once two have flushed it, and nobody leads until the lease has run out', () => {
    const lab = new Table({ regions: { zoneMs: 2, leaseMs: 800 } })
    lab.does('c1', 'put', 1).pass(50)
    lab.loseReplica('a')
    expect(lab.leader()).toBeUndefined()
    lab.does('c1', 'put', 2).pass(790)
    expect(outcomes(lab)).toEqual(['c1 write-ok', 'c1 write-error no-leader'])
    expect(lab.leader()).toBeUndefined()
    const elected = lab.until('leader-elected')
    expect(elected.args).toMatchObject({ reason: 'b', to: 1, us: 802_000, count: 0 })
    lab.does('c1', 'increment', 4).pass(20)
    expect(lab.row('db1')).toEqual(['5'])
    lab.returnReplica('a').pass(500)
    expect(lab.replicas()).toBe('a follower, b leader, c follower')
    expect(lab.region().replicas.map(({ applied }) => applied)).toEqual([2, 2, 2])
  })

  it('[Y4] that only a dead leader has flushed is unknown to its client, and has not happened', () => {
    const lab = new Table({ regions: { zoneMs: 2, leaseMs: 300 } })
    lab.does('c1', 'put', 1)
    lab.until('replica-flushed')
    lab.loseReplica('a').pass(100)
    expect(outcomes(lab)).toEqual(['c1 write-unknown connection-lost'])
    const elected = lab.until('leader-elected')
    expect(elected.args).toMatchObject({ reason: 'b', to: 0, count: 1 })
    lab.returnReplica('a').pass(1000)
    expect(lab.region().replicas.map(({ persisted }) => persisted)).toEqual([0, 0, 0])
    expect(lab.row('db1')).toEqual([])
    expect(lab.frame().counters.ghost).toBe(0)
  })

  it('[Y4] that a second one has flushed by then happens, though its client does not hear so', () => {
    const lab = new Table({ regions: { zoneMs: 2, leaseMs: 300 } })
    lab.does('c1', 'put', 1)
    lab.until('replica-flushed')
    lab.until('replica-flushed')
    lab.loseReplica('a').pass(1000)
    expect(outcomes(lab)).toEqual(['c1 write-unknown connection-lost'])
    expect(lab.row('db1')).toEqual(['1'])
    expect(lab.rows()).toEqual([['1'], ['1']])
    expect(lab.frame().counters.ghost).toBe(1)
  })

  it('[Y5] survives the death of the whole region', () => {
    const lab = new Table({ regions: { leaseMs: 300 } })
    lab.does('c1', 'put', 1).pass(50)
    lab.kill('db1').pass(100)
    expect(lab.replicas()).toBe('a down, b down, c down')
    lab.restart('db1').pass(2000)
    expect(lab.leader()).toBeDefined()
    expect(lab.row('db1')).toEqual(['1'])
    lab.does('c1', 'increment', 1).pass(50)
    expect(lab.rows()).toEqual([['2'], ['2']])
  })
})

describe('regions, kind mrec', () => {
  it('[Y10] (X1) a write takes as long as its own region needs, however far the others are', () => {
    const latency = (oneWayMs: number) => {
      const lab = new Table({ network: { oneWayMs } }, 3)
      lab.does('c1', 'put', 1)
      return lab.until('write-ok').args.us
    }
    expect(latency(500)).toBe(latency(1))
  })

  it('[Y11] (X3) of writes on both sides of a cut exactly one survives, and the other was told OK', () => {
    const lab = new Table()
    lab.cutOff('place2').pass(100)
    lab.does('c1', 'put', 1).pass(50)
    lab.does('c2', 'put', 2).pass(50)
    expect(lab.rows()).toEqual([['1'], ['2']])
    expect(outcomes(lab)).toEqual(['c1 write-ok', 'c2 write-ok'])
    expect(lab.region('db2').latency).toMatchObject([{ from: 'db1', us: -1, pending: 1 }])
    expect(lab.region('db2').latency[0]!.oldestUs).toBeGreaterThan(90_000)
    lab.joinAgain('place2').pass(3000)
    expect(lab.rows()).toEqual([['2'], ['2']])
    expect(lab.many.counts).toMatchObject({ discarded: 1, discardedOk: 1 })
    expect(lab.frame().counters).toMatchObject({ ok: 2, surviving: 1, discarded: 1 })
  })

  it('[Y12] ReplicationLatency is from the commit there to being applied here', () => {
    const lab = new Table({ network: { oneWayMs: 40 } })
    lab.does('c1', 'put', 1).pass(200)
    const [from] = lab.region('db2').latency
    expect(from).toMatchObject({ from: 'db1', pending: 0, oldestUs: 0 })
    expect(from!.us).toBeGreaterThan(40_000)
    expect(from!.us).toBeLessThan(45_000)
    expect(lab.region('db1').latency).toMatchObject([{ from: 'db2', us: -1 }])
  })

  it('[Y13] items of other regions are in the group’s log, too, and wait while nobody leads', () => {
    const lab = new Table({ regions: { leaseMs: 500 } })
    lab.does('c1', 'put', 1).pass(100)
    expect(lab.region('db2').replicas.map(({ applied }) => applied)).toEqual([1, 1, 1])
    lab.loseReplica('a', 'db2').does('c1', 'put', 2).pass(100)
    expect(lab.rows()).toEqual([['2'], ['1']])
    lab.pass(600)
    expect(lab.rows()).toEqual([['2'], ['2']])
    expect(lab.region('db2').replicas.map(({ applied }) => applied)).toEqual([1, 2, 2])
  })

  it('[Y14] a client stays with its region', () => {
    const lab = new Table()
    lab.loseReplica('a').does('c1', 'put', 1).pass(50)
    expect(outcomes(lab)).toEqual(['c1 write-error no-leader'])
    expect(lab.facts('client-moved')).toEqual([])
  })
})

describe('reads in a region', () => {
  const reader = (consistency: string) => ({ id: 'r1', kind: 'reader', node: 'db1', thinkMs: 1, keys: 1, consistency })
  const reading = (consistency: string, zoneMs = 2) =>
    new Table({ clients: [{ keys: 1 }, {}, reader(consistency)], regions: { zoneMs, leaseMs: 400 } })
  const answers = (lab: Table) => lab.facts('read-answered').map(({ args }) => [args.reason, args.value])

  it('[Y20] eventual ones are answered by any replica, which may not have applied what the leader has', () => {
    const lab = reading('eventual', 20)
    lab.does('c1', 'put', 5, 'x').pass(60)
    lab.does('c1', 'put', 6, 'x').pass(200)
    const all = answers(lab)
    expect(new Set(all.map(([zone]) => zone))).toEqual(new Set(['a', 'b', 'c']))
    const values = all.map(([, value]) => value)
    // The leader shows the new one first; for one way between zones the others still show the old one.
    const first = values.indexOf(6)
    const last = values.lastIndexOf(5)
    expect(last).toBeGreaterThan(first)
    expect(all.slice(first, last + 1).filter(([zone, value]) => zone === 'a' && value === 5)).toEqual([])
    expect(lab.client('r1').reads!.stale).toBeGreaterThan(0)
  })

  it('[Y21] strong ones are answered by the leader, and never show less than what was told OK', () => {
    const lab = reading('strong', 20)
    lab.does('c1', 'put', 5, 'x').pass(60)
    lab.does('c1', 'put', 6, 'x').pass(200)
    const all = answers(lab)
    expect(new Set(all.map(([zone]) => zone))).toEqual(new Set(['a']))
    const values = all.map(([, value]) => value)
    expect(values.lastIndexOf(5)).toBeLessThan(values.indexOf(6))
    expect(lab.client('r1').reads!.stale).toBe(0)
  })

  it('[Y23] a replica that is back answers none before it has caught up', () => {
    const lab = reading('eventual', 20)
    lab.does('c1', 'put', 5, 'x').pass(100)
    lab.loseReplica('c').does('c1', 'put', 6, 'x').pass(100)
    lab.returnReplica('c')
    lab.until('replica-returned')
    const before = lab.facts('read-answered').length
    // It asks what it lacks, and is sent that.
    lab.pass(38)
    const meanwhile = lab.facts('read-answered').slice(before)
    expect(meanwhile.length).toBeGreaterThan(10)
    expect(new Set(meanwhile.map(({ args }) => args.reason))).toEqual(new Set(['a', 'b']))
    lab.pass(60)
    const later = lab.facts('read-answered').filter(({ t, args }) => args.reason === 'c' && t > meanwhile.at(-1)!.t)
    expect(later.length).toBeGreaterThan(5)
    expect(new Set(later.map(({ args }) => args.value))).toEqual(new Set([6]))
  })

  it('[Y22] without a leader strong ones are refused, and eventual ones go on while a replica is up', () => {
    const strong = reading('strong')
    strong.loseReplica('a').pass(100)
    expect(strong.facts('read-failed').map(({ args }) => args.reason)).toContain('no-leader')
    const lab = reading('eventual')
    lab.does('c1', 'put', 5, 'x').pass(50)
    lab.loseReplica('a').loseReplica('b').pass(1)
    const before = lab.facts('read-answered').length
    lab.pass(100)
    const since = lab.facts('read-answered').slice(before)
    expect(new Set(since.map(({ args }) => args.reason))).toEqual(new Set(['c']))
    expect(since.every(({ args }) => args.value === 5)).toBe(true)
    lab.loseReplica('c').pass(100)
    expect(lab.facts('read-failed').map(({ args }) => args.reason)).toContain('no-leader')
  })
})
