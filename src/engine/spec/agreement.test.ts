// Regions that agree on every write (kind mrsc): what an OK takes, who is refused and why, what becomes of writes that nobody
// knows about, and what strong reads show.
import { describe, expect, it } from 'vitest'
import type { Lab as Any } from './lab.ts'
import { Table } from './regions.ts'

const outcomes = (lab: Any): string[] =>
  lab
    .facts('write-ok')
    .concat(lab.facts('write-error'), lab.facts('write-unknown'))
    .sort((a, b) => a.id - b.id)
    .map(({ at, kind, args }) => `${at} ${kind}${args.reason === undefined ? '' : ` ${args.reason}`}`)

/** db1 is 40 ms from db2 and 60 from db3, which are 100 ms apart. */
const LINKS = [
  { between: ['db1', 'db2'], oneWayMs: 40 },
  { between: ['db1', 'db3'], oneWayMs: 60 },
  { between: ['db2', 'db3'], oneWayMs: 100 },
]

function table(given: ConstructorParameters<typeof Table>[0] = {}): Table {
  const lab = new Table({ kind: 'mrsc', network: { links: LINKS }, replication: { connectRetryMs: 100 }, ...given })
  return lab.pass(400)
}

describe('a write among three regions', () => {
  it('[O1] is OK once a second region has promised its row, which does not change before', () => {
    const lab = table()
    lab.does('c1', 'put', 7).pass(60)
    expect(lab.rows()).toEqual([[], [], []])
    expect(lab.region('db1').waitingForRegion).toBe(1)
    expect(lab.region('db2').promised).toMatchObject([{ key: 'x', to: 'db1' }])
    expect(lab.frame().messages.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['promise', 'db1', 'db3'],
      ['promised', 'db2', 'db1'],
    ])
    const agreed = lab.until('write-agreed')
    expect(agreed.args).toMatchObject({ peer: 'db2', key: 'x', write: 1 })
    expect(lab.rows()).toEqual([['7'], [], []])
    lab.until('write-ok')
    lab.pass(200)
    expect(lab.rows()).toEqual([['7'], ['7'], ['7']])
    expect(lab.region('db1').waitingForRegion).toBe(0)
    expect(lab.many.sites.map(({ region }) => region!.promised)).toEqual([[], [], []])
  })

  it('[O1] can be followed back from its OK to where it was sent, and a conflict to the other write', () => {
    const lab = table()
    const back = (kind: 'write-ok' | 'write-error'): string[] => {
      const kinds: string[] = []
      for (let fact = lab.facts(kind)[0]; fact !== undefined; fact = lab.every()[fact.cause - 1]) {
        kinds.push(`${fact.at} ${fact.kind}`)
        if (fact.cause === 0) break
      }
      return kinds
    }
    lab.does('c1', 'put', 1).does('c2', 'put', 2).pass(600)
    const asked = ['db1 promise-asked', 'db1 replica-flushed', 'db1 replica-flushed', 'c1 write-sent']
    const given = ['db1 write-agreed', 'db3 promise-given', ...asked]
    expect(back('write-ok')).toEqual(['c1 write-ok', 'db1 entries-committed', 'db1 entries-logged', ...given])
    expect(back('write-error').slice(0, 4)).toEqual([
      'c2 write-error',
      'db2 write-rejected',
      'db2 write-conflicted',
      'db2 entries-applied',
    ])
  })

  it('[O2] (X2) takes the way to the nearest other region and back', () => {
    const latency = (client: string, far = 100): number => {
      const links = [...LINKS.slice(0, 2), { between: ['db2', 'db3'], oneWayMs: far }]
      const lab = table({ network: { links } })
      lab.does(client, 'put', 1)
      return lab.until('write-ok').args.us! / 1000
    }
    for (const [client, roundTrip] of [
      ['c1', 80],
      ['c2', 80],
      ['c3', 120],
    ] as const) {
      expect(latency(client)).toBeGreaterThan(roundTrip)
      expect(latency(client)).toBeLessThan(roundTrip + 5)
    }
    // However far the third is.
    expect(latency('c2', 500)).toBe(latency('c2'))
  })

  it('[O3] of two for one row at once one is OK, and the other’s client hears of a conflict', () => {
    const lab = table()
    lab.does('c1', 'put', 1).does('c2', 'put', 2).pass(600)
    expect(outcomes(lab)).toEqual(['c1 write-ok', 'c2 write-error conflict'])
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
    expect(lab.node('db2').received).toBe(0)
    expect(lab.facts('write-conflicted', 'db2')).toHaveLength(1)
    expect(lab.frame().counters).toMatchObject({ ok: 1, error: 1, surviving: 1, discarded: 0 })
    // It may try again, now that it has seen the other one.
    lab.does('c2', 'put', 3).pass(600)
    expect(lab.rows()).toEqual([['3'], ['3'], ['3']])
  })

  it('[O4] is refused at once where its row is promised to another region', () => {
    const lab = table()
    lab.does('c1', 'put', 1).pass(50)
    lab.does('c2', 'put', 2).pass(10)
    expect(outcomes(lab)).toEqual(['c2 write-error conflict'])
    expect(lab.facts('promise-asked', 'db2')).toEqual([])
  })

  it('[O4] is refused by a region that has what it has not seen', () => {
    const lab = table()
    lab.cut('db1', 'db2')
    lab.does('c1', 'put', 1).pass(500)
    expect(lab.rows()).toEqual([['1'], [], ['1']])
    lab.does('c2', 'put', 2)
    expect(lab.until('promise-refused', 'db3').args).toMatchObject({ peer: 'db2', reason: 'newer' })
    lab.pass(300)
    expect(outcomes(lab)).toEqual(['c1 write-ok', 'c2 write-error conflict'])
    // With the refusal it has heard what stands there.
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
  })

  it('[O5] of three for one row at once none need be OK', () => {
    const lab = table()
    lab.does('c1', 'put', 1).does('c2', 'put', 2).does('c3', 'put', 3).pass(600)
    expect(
      outcomes(lab)
        .map((one) => one.slice(3))
        .sort(),
    ).toEqual(Array(3).fill('write-error conflict'))
    expect(lab.rows()).toEqual([[], [], []])
    lab.does('c3', 'put', 4).pass(600)
    expect(lab.rows()).toEqual([['4'], ['4'], ['4']])
  })

  it('[O6] waits for another one of its region to the same row, and adds to it', () => {
    const lab = table({
      clients: [{}, {}, {}, { id: 'c4', kind: 'stream', ratePerSecond: 0, node: 'db1', dataCenter: 'place1' }],
    })
    lab.does('c1', 'increment', 1).does('c4', 'increment', 5).pass(100)
    expect(lab.row('db1')).toEqual(['1'])
    lab.pass(300)
    expect(outcomes(lab)).toEqual(['c1 write-ok', 'c4 write-ok'])
    expect(lab.rows()).toEqual([['6'], ['6'], ['6']])
  })
})

describe('a region that is cut off', () => {
  it('[O7] (X4) refuses writes and strong reads, the other two go on, and nothing is discarded', () => {
    const lab = table({ clients: [{}, {}, {}, reader('db1', 'strong'), { ...reader('db1', 'eventual'), id: 'r2' }] })
    lab.does('c2', 'put', 1).pass(500)
    lab.cutOff('place1').pass(50)
    expect(lab.region('db1').isolated).toBe(true)
    expect(lab.region('db2').isolated).toBe(false)
    lab.does('c1', 'put', 2).does('c2', 'put', 3).pass(500)
    expect(outcomes(lab)).toEqual(['c2 write-ok', 'c1 write-error isolated', 'c2 write-ok'])
    expect(lab.rows()).toEqual([['1'], ['3'], ['3']])
    expect(lab.facts('read-failed', 'r1').map(({ args }) => args.reason)).toContain('isolated')
    expect(lab.facts('read-failed', 'r2')).toEqual([])
    expect(lab.facts('read-answered', 'r2').at(-1)!.args.value).toBe(1)
    lab.joinAgain('place1').pass(600)
    expect(lab.facts('region-joined', 'db1')).toHaveLength(1)
    expect(lab.rows()).toEqual([['3'], ['3'], ['3']])
    expect(lab.frame().counters).toMatchObject({ ok: 2, error: 1, unknown: 0, discarded: 0, lost: 0 })
    lab.does('c1', 'put', 4).pass(600)
    expect(lab.rows()).toEqual([['4'], ['4'], ['4']])
  })

  it('[O8] does not know what became of a write that was on its way; nobody had promised it, so it is withdrawn', () => {
    const lab = table({ regions: { giveUpMs: 300 } })
    lab.does('c1', 'put', 1).pass(20)
    lab.cutOff('place1').pass(250)
    expect(outcomes(lab)).toEqual([])
    lab.pass(100)
    expect(outcomes(lab)).toEqual(['c1 write-unknown isolated'])
    expect(lab.facts('write-in-doubt', 'db1')).toHaveLength(1)
    lab.joinAgain('place1').pass(1000)
    expect(lab.facts('write-withdrawn', 'db1')).toHaveLength(1)
    expect(lab.rows()).toEqual([[], [], []])
    expect(lab.frame().counters).toMatchObject({ unknown: 1, ghost: 0 })
  })

  it('[O9] has its write completed by a region that has promised it, so that the row is free for the other two', () => {
    const lab = table({ regions: { giveUpMs: 300 } })
    lab.does('c1', 'put', 1).pass(50)
    // db2 has promised, and its answer is lost.
    lab.cutOff('place1').pass(20)
    expect(lab.region('db2').promised).toHaveLength(1)
    lab.does('c2', 'put', 2).pass(20)
    expect(outcomes(lab)).toEqual(['c2 write-error conflict'])
    expect(lab.until('write-taken-over', 'db2').args).toMatchObject({ peer: 'db1', write: 1 })
    lab.pass(300)
    expect(lab.rows()).toEqual([[], ['1'], ['1']])
    lab.does('c2', 'put', 3).pass(400)
    lab.joinAgain('place1').pass(1000)
    expect(lab.rows()).toEqual([['3'], ['3'], ['3']])
    expect(outcomes(lab)).toContain('c1 write-unknown isolated')
    expect(lab.frame().counters).toMatchObject({ ok: 1, unknown: 1, ghost: 1, discarded: 0 })
  })

  it('[O10] two that have asked each other in vain settle it without the third', () => {
    const lab = table({ regions: { giveUpMs: 300 } })
    lab.cutOff('place3').pass(50)
    lab.does('c1', 'put', 1).does('c2', 'put', 2).pass(200)
    expect(outcomes(lab)).toEqual([])
    lab.pass(1200)
    expect(
      outcomes(lab)
        .map((one) => one.slice(3))
        .sort(),
    ).toEqual(['write-error conflict', 'write-ok'])
    lab.joinAgain('place3').pass(600)
    const [first] = lab.rows()
    expect(lab.rows()).toEqual([first, first, first])
  })

  it('[O11] behind silent lines is found out when nobody has answered for as long as it waits', () => {
    const lab = table({ regions: { giveUpMs: 300 }, replication: { netTimeoutMs: 10_000 } })
    for (const other of ['db2', 'db3']) lab.stall('db1', other)
    lab.does('c1', 'put', 1).pass(250)
    expect(lab.region('db1').isolated).toBe(false)
    lab.pass(100)
    expect(lab.region('db1').isolated).toBe(true)
    expect(outcomes(lab)).toEqual(['c1 write-unknown isolated'])
    // What was asked for is on the line still, and comes to be promised.
    for (const other of ['db2', 'db3']) lab.heal('db1', other)
    lab.pass(1500)
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
    expect(lab.frame().counters).toMatchObject({ unknown: 1, ghost: 1 })
  })

  it('[O11] is not alone where messages are only lost now and then', () => {
    const lab = table({
      regions: { giveUpMs: 500 },
      replication: { heartbeatMs: 400 },
      network: { links: LINKS.map((link) => ({ ...link, lossPercent: 10 })) },
    })
    lab.pass(2000)
    for (let n = 1; n <= 20; n++) {
      lab.does('c1', 'put', n)
      lab.pass(1500)
    }
    expect(lab.facts('resent').filter(({ args }) => args.reason === 'promise').length).toBeGreaterThan(0)
    expect(outcomes(lab)).toEqual(Array(20).fill('c1 write-ok'))
    expect(lab.facts('region-isolated')).toEqual([])
  })

  it('[O11] hears of it when the lines are back, though nobody has anything to say', () => {
    const lab = table({ regions: { giveUpMs: 300 }, replication: { connectRetryMs: 100, netTimeoutMs: 10_000 } })
    for (const other of ['db2', 'db3']) lab.stall('db1', other)
    lab.does('c1', 'put', 1).pass(400)
    expect(lab.region('db1').isolated).toBe(true)
    // The question is lost with the connections, and they are there again before anybody asks anything.
    for (const other of ['db2', 'db3']) lab.cut('db1', other)
    lab.pass(50)
    for (const other of ['db2', 'db3']) lab.heal('db1', other)
    lab.pass(1000)
    expect(lab.region('db1').isolated).toBe(false)
    expect(lab.rows()).toEqual([[], [], []])
  })
})

describe('what is kept', () => {
  it('[O12] whichever region dies for good, whenever: no write that was told OK is lost (RPO 0)', () => {
    const clients = [1, 2, 3].map(() => ({ kind: 'closed-loop', thinkMs: 7, keys: 2, writes: 8 }))
    let told = 0
    for (const victim of ['db1', 'db2', 'db3'])
      for (let at = 0; at < 5; at++) {
        const lab = table({ clients, regions: { giveUpMs: 300 } })
        lab.pass(200 + at * 91).kill(victim)
        lab.pass(10)
        const { lost, atRisk, discarded } = lab.frame().counters
        expect([victim, at, lost, atRisk, discarded]).toEqual([victim, at, 0, 0, 0])
        lab.pass(4000)
        // Once promises to the dead one are settled, the two that are left hold the same.
        const left = lab.many.sites.filter(({ node }) => node !== victim)
        expect(left[0]!.agreesWith).toContain(left[1]!.node)
        expect(lab.frame().counters).toMatchObject({ lost: 0, atRisk: 0, discarded: 0 })
        told += lab.facts('write-ok').filter(({ args }) => args.peer === victim).length
      }
    expect(told).toBeGreaterThan(15)
  })

  it('[O13] a leader that dies leaves its promises and its questions to the next one', () => {
    const lab = table({ regions: { giveUpMs: 2000, leaseMs: 200 } })
    lab.does('c1', 'put', 1).pass(10).loseReplica('a')
    lab.loseReplica('a', 'db2').pass(1500)
    expect(outcomes(lab)).toEqual(['c1 write-unknown connection-lost'])
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
    expect(lab.many.sites.map(({ region }) => region!.promised)).toEqual([[], [], []])
  })

  it('[O14] a witness promises like any region, and nobody reads or writes there', () => {
    const lab = new Table({
      kind: 'mrsc',
      regions: { witness: 'db3', giveUpMs: 300 },
      network: { links: LINKS },
      clients: [{}, {}, { id: 'c3', node: 'db1' }],
    })
    lab.pass(400)
    lab.cut('db1', 'db2').pass(50)
    lab.does('c1', 'put', 1)
    expect(lab.until('write-agreed').args.peer).toBe('db3')
    lab.until('write-ok')
    expect(lab.many.sites.map(({ region }) => region!.witness)).toEqual([false, false, true])
  })

  it('[O14] a witness has no rows: it neither agrees nor differs, whatever it has not heard of', () => {
    const lab = new Table({
      kind: 'mrsc',
      regions: { witness: 'db3', giveUpMs: 300 },
      clients: [{}, {}, { id: 'c3', node: 'db1' }],
    })
    expect(lab.many.agreement).toMatchObject({ agree: 2, of: 2 })
    for (const other of ['db1', 'db2']) lab.cut('db3', other)
    lab.pass(50).does('c1', 'put', 1).until('write-ok')
    expect(lab.many.agreement).toMatchObject({ agree: 1, of: 2 })
    expect(lab.many.agreement.keys.map(({ groups }) => groups)).toEqual([[['db1'], ['db2']]])
    lab.pass(400)
    expect(lab.many.agreement).toMatchObject({ agree: 2, of: 2, keys: [] })
    expect(lab.many.sites.map(({ agreesWith, differsOn }) => [agreesWith, differsOn])).toEqual([
      [['db2'], 0],
      [['db1'], 0],
      [[], 0],
    ])
  })
})

const reader = (node: string, consistency: string) => ({
  ...{
    id: 'r1',
    kind: 'reader',
    node,
    consistency,
    dataCenter: `place${node.slice(2)}`,
    keys: 1,
    thinkMs: 3,
    timeoutMs: 3000,
  },
})

describe('reads among three regions', () => {
  it('[O15] a strong one asks the nearest other region, an eventual one nobody', () => {
    const latency = (consistency: string): number => {
      const lab = table({ clients: [{}, {}, {}, reader('db1', consistency)] })
      lab.does('c1', 'put', 1).pass(1000)
      const sent = lab.facts('read-sent').at(-2)!
      const answered = lab.facts('read-answered').find(({ t }) => t > sent.t)!
      return (answered.t - sent.t) / 1000
    }
    expect(latency('strong')).toBeGreaterThan(80)
    expect(latency('strong')).toBeLessThan(84)
    expect(latency('eventual')).toBeLessThan(3)
  })

  it('[O15] a strong one shows whatever had been told OK in any region; an eventual one may not', () => {
    const shown = (consistency: string): number[] => {
      const lab = table({ clients: [{}, {}, {}, reader('db2', consistency)] })
      lab.does('c1', 'put', 1).pass(500)
      lab.does('c1', 'put', 2)
      const ok = lab.until('write-ok')
      lab.pass(1000)
      const after = lab
        .facts('read-sent')
        .filter(({ t }) => t > ok.t)
        .map(({ id }) => id)
      return lab
        .facts('read-answered')
        .filter(({ id }) => id > after[0]!)
        .map(({ args }) => args.value!)
    }
    expect(new Set(shown('strong').slice(1))).toEqual(new Set([2]))
    expect(shown('eventual')).toContain(1)
  })

  it('[O16] a strong one of a row that is promised waits for what becomes of it', () => {
    const lab = table({ clients: [{}, {}, {}, reader('db2', 'strong')] })
    lab.pass(500)
    lab.does('c1', 'put', 1)
    const promised = lab.until('promise-given', 'db2')
    lab.until('read-sent', 'r1')
    const answered = lab.until('read-answered', 'r1')
    expect(answered.args.value).toBe(1)
    // Until the entry has come through the log: one way for the promise, one for the entry.
    expect(answered.t - promised.t).toBeGreaterThan(80_000)
  })
})
