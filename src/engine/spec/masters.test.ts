// Several masters: how entries get round, what stops them from going round for ever, and where clients go.
import { describe, expect, it } from 'vitest'
import { Company } from './masters.ts'

const TOPOLOGIES = ['all-to-all', 'ring', 'star'] as const

/** Times that each master has applied an entry of another one, by its name. */
function applications(lab: Company): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { at, args } of lab.facts('entries-applied'))
    counts[`${at}<${args.peer}`] = (counts[`${at}<${args.peer}`] ?? 0) + 1
  return counts
}

describe('an entry among several masters', () => {
  for (const topology of TOPOLOGIES)
    for (const masters of [2, 3, 5])
      it(`[U1] (M1) is applied once by each: ${topology} of ${masters}`, () => {
        const lab = new Company({ masters, multiMaster: { topology } })
        for (let at = 1; at <= masters; at++) lab.does(`c${at}`, 'put', at, `k${at + 1}`)
        lab.pass(200)
        for (let at = 1; at <= masters; at++)
          expect(lab.rows(`k${at + 1}`)).toEqual(Array.from({ length: masters }, () => [`${at}`]))
        const applied = Object.values(applications(lab)).reduce((sum, count) => sum + count, 0)
        expect(applied).toBe(masters * (masters - 1))
        expect(lab.many.sites.every(({ vector }) => vector.length === masters)).toBe(true)
        expect(lab.many.agreement).toMatchObject({ agree: masters, of: masters, keys: [] })
      })

  it('[U1] (M1) also while one of them is away, and when that is back', () => {
    const lab = new Company({ masters: 3 })
    lab.kill('db3').pass(10)
    lab.does('c1', 'put', 1).does('c2', 'put', 2, 'k5').pass(100)
    expect(lab.rows()).toEqual([['1'], ['1'], []])
    expect(lab.many.agreement.agree).toBe(2)
    lab.restart('db3').pass(1500)
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
    expect(lab.rows('k5')).toEqual([['2'], ['2'], ['2']])
    expect(lab.many.counts.appliedAgain).toBe(0)
  })

  it('[U2] in a ring everything behind a dead one waits, and comes when it is back', () => {
    const lab = new Company({ masters: 3, multiMaster: { topology: 'ring' } })
    lab.kill('db2').pass(10)
    lab.does('c1', 'put', 1).pass(100)
    expect(lab.rows()).toEqual([['1'], [], []])
    lab.does('c3', 'put', 3, 'k5').pass(100)
    expect(lab.rows('k5')).toEqual([['3'], [], ['3']])
    lab.restart('db2').pass(1500)
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
    expect(lab.rows('k5')).toEqual([['3'], ['3'], ['3']])
  })

  it('[U3] is dropped by who wrote it when it comes round', () => {
    const lab = new Company({ masters: 3, multiMaster: { topology: 'ring', loops: 'origin' } })
    lab.does('c1', 'put', 1).pass(200)
    expect(lab.facts('entry-dropped').map(({ at, args }) => [at, args.entry, args.reason])).toEqual([
      ['db1', 'db1:1', 'own'],
    ])
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
  })

  it('[U4] loses nothing that was flushed in a crash: what was received is applied after the restart', () => {
    const lab = new Company({ masters: 2, costs: { applyMs: 50 } })
    for (let n = 1; n <= 4; n++) lab.does('c1', 'put', n, `k${n + 1}`)
    lab.pass(70)
    lab.kill('db2').kill('db1').pass(20)
    lab.restart('db2').pass(600)
    expect([2, 3, 4, 5].map((n) => lab.row('db2', `k${n}`))).toEqual([['1'], ['2'], ['3'], ['4']])
  })

  it('[U5] an update that comes before its insert: by arrival the applier stops (1032), by other rules it just comes', () => {
    const played = (rule: string) => {
      const lab = new Company({ masters: 3, oneWayMs: { db3: 60 }, multiMaster: { rule } })
      lab.pass(300)
      lab.does('c1', 'put', 1).pass(20)
      lab.does('c2', 'put', 2).pass(20)
      return lab
    }
    expect(played('arrival').errors).toEqual({ 'db3<db2': 1032 })
    const lab = played('wall-clock')
    expect(lab.row('db3')).toEqual(['2'])
    lab.pass(100)
    expect(lab.rows()).toEqual([['2'], ['2'], ['2']])
    expect(lab.conflicts).toEqual([])
  })
})

describe('a master that is taken away', () => {
  const ring = (loops: string, rule = 'arrival') =>
    new Company({ masters: 3, multiMaster: { topology: 'ring', loops, rule, generatedKeys: 'interleaved' } })

  it('[U6] leaves a ring that is closed behind it', () => {
    const lab = ring('seen', 'wall-clock')
    lab.act({ do: 'remove-master', node: 'db2' }).pass(50)
    expect(lab.many.sites.map(({ channels }) => channels.map(({ from }) => from))).toEqual([['db3'], ['db1']])
    lab.does('c1', 'put', 1).does('c3', 'put', 3, 'k5').pass(100)
    expect([lab.rows(), lab.rows('k5')]).toEqual([
      [['1'], ['1']],
      [['3'], ['3']],
    ])
  })

  it('[U7] (M2) with origins only, its entries under way go round for ever', () => {
    const lab = ring('origin')
    lab.does('c2', 'put', 1).pass(100)
    lab.does('c1', 'put', 2).pass(8)
    lab.act({ do: 'remove-master', node: 'db1' }).pass(1000)
    const rounds = lab.facts('applied-again', 'db2').map(({ args }) => args.count!)
    expect(rounds.length).toBeGreaterThan(50)
    expect(rounds).toEqual(rounds.map((_, at) => at + 2))
    const before = lab.many.counts.appliedAgain
    lab.pass(1000)
    expect(lab.many.counts.appliedAgain).toBeGreaterThan(before + 50)
    // Each round puts its old value back.
    lab.does('c3', 'put', 9).pass(200)
    expect(lab.rows()).not.toEqual([['9'], ['9']])
  })

  it('[U7] (M2) a seen set ends it, also when it is asked for only then', () => {
    const lab = ring('origin')
    lab.does('c2', 'put', 1).pass(100)
    lab.does('c1', 'put', 2).pass(8)
    lab.act({ do: 'remove-master', node: 'db1' }).pass(300)
    lab.act({ do: 'set', path: 'multiMaster.loops', value: 'seen' }).pass(100)
    const { appliedAgain } = lab.many.counts
    lab.pass(1000)
    expect(lab.many.counts.appliedAgain).toBe(appliedAgain)
    const other = ring('seen')
    other.does('c2', 'put', 1).pass(100)
    other.does('c1', 'put', 2).pass(8)
    other.act({ do: 'remove-master', node: 'db1' }).pass(1000)
    expect(other.many.counts.appliedAgain).toBe(0)
    expect(other.rows()).toEqual([['2'], ['2']])
  })

  it('[U8] takes with it what nobody else had, told OK or not', () => {
    const lab = new Company({ masters: 3 })
    lab.cut('db1', 'db2').cut('db1', 'db3').pass(10)
    lab.does('c1', 'put', 1).pass(50)
    lab.act({ do: 'remove-master', node: 'db1' }).pass(50)
    lab.expectLost(1)
    expect(lab.facts('writes-lost')[0]!.args).toMatchObject({ count: 1 })
    expect(lab.rows()).toEqual([[], []])
  })

  it('[U9] a star gets another hub, which has all that it had applied to give', () => {
    const lab = new Company({ masters: 4, multiMaster: { topology: 'star' } })
    lab.does('c3', 'put', 3).pass(100)
    lab.cut('db1', 'db4').pass(10)
    lab.does('c3', 'put', 4, 'k5').pass(100)
    expect(lab.rows('k5')).toEqual([['4'], ['4'], ['4'], []])
    lab.act({ do: 'remove-master', node: 'db1' }).pass(100)
    expect(lab.rows('k5')).toEqual([['4'], ['4'], ['4']])
    expect(lab.many.agreement.agree).toBe(3)
  })
})

describe('clients of several masters', () => {
  it('[U10] are spread where nothing else is said', () => {
    const clients = ['c1', 'c2', 'c3', 'c4'].map((id) => ({ id, kind: 'stream', ratePerSecond: 0 }))
    const lab = new Company({ masters: 3, clients })
    expect(clients.map(({ id }) => lab.client(id).target)).toEqual(['db1', 'db2', 'db3', 'db1'])
  })

  it('[U11] go to the next master when theirs fails them, and not for an answer that they do not like', () => {
    const lab = new Company({ masters: 3, clients: [{ id: 'c1', node: 'db2', keys: 3, retryMs: 50 }] })
    lab.pass(300)
    lab.kill('db2').pass(500)
    expect(lab.client('c1').target).toBe('db3')
    expect(lab.facts('client-moved').map(({ args }) => args.peer)).toEqual(['db3'])
    expect(lab.frame().counters.error + lab.frame().counters.unknown).toBeGreaterThan(0)
    lab.act({ do: 'write', client: 'c1', operation: 'insert', value: 5 }).pass(200)
    lab.act({ do: 'write', client: 'c1', operation: 'insert', value: 5 }).pass(200)
    expect(lab.facts('write-error').at(-1)!.args.reason).toBe('duplicate')
    expect(lab.client('c1').target).toBe('db3')
  })

  it('[U12] a write that was given up may have happened: it is a ghost', () => {
    const lab = new Company({ masters: 2, clients: [{ id: 'c1', kind: 'stream', ratePerSecond: 0, timeoutMs: 100 }] })
    lab.stall('c1', 'db1').pass(5)
    lab.does('c1', 'put', 1).pass(200)
    lab.heal('c1', 'db1').pass(200)
    expect(lab.frame().counters).toMatchObject({ unknown: 1, ghost: 1 })
    expect(lab.rows()).toEqual([['1'], ['1']])
  })

  it('[U13] who read are shown what stands at the master that they ask, which may not have heard of the last OK', () => {
    const reader = { id: 'r1', kind: 'reader', node: 'db2', thinkMs: 5, keys: 1, route: 'random' }
    const clients = [
      { id: 'c1', kind: 'read-write', node: 'db1', keys: 1, operation: 'increment', thinkMs: 20 },
      reader,
    ]
    const lab = new Company({ masters: 3, clients, multiMaster: { rule: 'wall-clock' } }).pass(1000)
    const { lastRead } = lab.client('r1')
    expect(lastRead).toMatchObject({ key: 'x', verdict: 'fresh' })
    expect(lastRead!.value).toBeGreaterThan(20)
    const { counters } = lab.frame()
    expect(counters).toMatchObject({ phantomReads: 0, readsWentBack: 0 })
    expect(counters.staleReads).toBeGreaterThan(5)
    expect(counters.staleReads).toBeLessThan(counters.reads)
    expect(lab.client('c1').reads.answered).toBeGreaterThan(5)
  })

  it('[U14] in a data centre that is cut off stay with the masters inside; afterwards all agree', () => {
    const masters = ['eu', 'eu', 'us'].map((dataCenter) => ({ dataCenter }))
    const clients = ['eu', 'us'].map((dataCenter, at) => ({
      id: `c${at + 1}`,
      dataCenter,
      node: at === 0 ? 'db1' : 'db3',
      thinkMs: 20,
      keys: 2,
    }))
    const lab = new Company({ masters, clients, network: { farOneWayMs: 40 } }).pass(500)
    lab.act({ do: 'cut-data-center', dataCenter: 'us' }).pass(1000)
    expect([lab.client('c1').target, lab.client('c2').target]).toEqual(['db1', 'db3'])
    expect(lab.many.agreement).toMatchObject({ agree: 2, of: 3 })
    expect(lab.frame().counters.error + lab.frame().counters.unknown).toBe(0)
    lab.act({ do: 'heal-data-center', dataCenter: 'us' })
    for (const id of ['c1', 'c2']) lab.act({ do: 'set', path: `clients.${id}.thinkMs`, value: 3_600_000 })
    lab.pass(9000)
    expect([lab.client('c1').target, lab.client('c2').target]).toEqual(['db1', 'db3'])
    expect(lab.many.agreement).toMatchObject({ agree: 3, of: 3 })
    expect(lab.many.counts.conflicts).toBeGreaterThan(0)
  })
})

describe('what a client asked for', () => {
  it('[U10] is told as it was asked, whatever became of the row; a row that was inserted has its name', () => {
    const lab = new Company({ masters: 2 })
    const said = () => lab.many.asked.map(({ word }) => word)
    lab.does('c1', 'put', 3).does('c2', 'increment', -7, 'k5').pass(200)
    expect(said()).toEqual(['x=3', 'k5+=-7'])
    lab.does('c1', 'delete', 888).does('c2', 'insert', 22).pass(200)
    expect(said()).toEqual(['x deleted', expect.stringMatching(/^n\d+=22$/)])
  })
})
