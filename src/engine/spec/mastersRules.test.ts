// The rules at work between masters: what each keeps, what it throws away, and whether all come to the same.
import { describe, expect, it } from 'vitest'
import { createEngine } from '../index.ts'
import { runOf } from './lab.ts'
import { Company } from './masters.ts'

/** Two writes to one row that do not know of each other, the second one 1 ms later; they are 5 ms apart. */
function dispute(multiMaster: object, masters: number | readonly object[] = 2): Company {
  const lab = new Company({ masters, multiMaster })
  lab.does('c1', 'put', 100).pass(100)
  lab.does('c1', 'put', 1).pass(1)
  lab.does('c2', 'put', 2).pass(100)
  return lab
}

describe('last writer wins', () => {
  it('[U30] by wall clock: the later one stays everywhere, the other is thrown away though its client was told OK', () => {
    const lab = dispute({ rule: 'wall-clock' }, 3)
    expect(lab.rows()).toEqual([['2'], ['2'], ['2']])
    expect(lab.conflicts).toHaveLength(3)
    for (const conflict of lab.conflicts) {
      expect(conflict).toMatchObject({
        kind: 'update-update',
        relation: 'concurrent',
        discarded: { origin: 'db1', sequence: 2 },
        discardedToldOk: true,
        base: { origin: 'db1', sequence: 1, value: '100' },
      })
    }
    expect(lab.many.counts).toMatchObject({ conflicts: 1, discarded: 1, discardedOk: 1 })
    expect(lab.frame().counters).toMatchObject({ ok: 3, surviving: 1, overwritten: 1, discarded: 1 })
    const { cells } = lab.node('db1')
    expect(cells.map(({ fate }) => fate)).toEqual(['kept', 'discarded'])
    // As soon as it stands nowhere any more.
    const last = Math.max(...lab.facts('write-discarded').map(({ t }) => t))
    expect(cells.map(({ fateAt }) => fateAt)).toEqual([0, last])
    const news = lab.engine.milestones().map(({ kind }) => kind)
    expect(news.filter((kind) => kind === 'conflict-found')).toHaveLength(1)
    expect(news.filter((kind) => kind === 'write-discarded')).toHaveLength(1)
    expect(news.filter((kind) => kind === 'masters-agree')).toHaveLength(1)
  })

  it('[U31] a clock that is ahead by more than the writes are apart makes the really later one lose', () => {
    for (const [aheadMs, winner] of [
      [0.5, '2'],
      [2, '1'],
    ] as const) {
      const lab = dispute({ rule: 'wall-clock' }, [{ clockOffsetMs: aheadMs }, {}])
      expect(lab.rows()).toEqual([[winner], [winner]])
      expect(lab.conflicts[0]).toMatchObject({
        reallyLater: lab.conflicts[0]!.there.origin === 'db2' ? 'there' : 'here',
      })
    }
  })

  it('[U31] even one that had read what it lost to: then no vector calls that a conflict of unknown writes', () => {
    const lab = new Company({ masters: [{ clockOffsetMs: 1000 }, {}], multiMaster: { rule: 'wall-clock' } })
    lab.does('c1', 'put', 1).pass(100)
    lab.does('c2', 'put', 2).pass(100)
    expect(lab.rows()).toEqual([['1'], ['1']])
    expect(lab.conflicts[0]).toMatchObject({ relation: 'before', discarded: { origin: 'db2', sequence: 1 } })
    const hybrid = new Company({ masters: [{ clockOffsetMs: 1000 }, {}], multiMaster: { rule: 'hybrid-clock' } })
    hybrid.does('c1', 'put', 1).pass(100)
    hybrid.does('c2', 'put', 2).pass(100)
    expect(hybrid.rows()).toEqual([['2'], ['2']])
    expect(hybrid.conflicts).toEqual([])
    const { hybrid: stamp } = hybrid.many.sites[1]!.rows[0]!.versions[0]!
    expect(stamp.us).toBeGreaterThan(1_000_000)
    expect(stamp.count).toBeGreaterThan(0)
  })

  it('[U32] equal clocks: the place decides, the same way everywhere', () => {
    for (const [ties, winner] of [
      ['highest-id', '2'],
      ['lowest-id', '1'],
    ] as const) {
      const lab = new Company({ masters: [{ clockOffsetMs: 0.001 }, {}], multiMaster: { rule: 'wall-clock', ties } })
      lab.does('c1', 'put', 1).does('c2', 'put', 2).pass(100)
      const [one, other] = [lab.conflicts[0]!.here, lab.conflicts[0]!.there]
      expect(one.wallUs).toBe(other.wallUs)
      expect(lab.rows()).toEqual([[winner], [winner]])
    }
  })
})

describe('siblings', () => {
  it.each(['version-vectors', 'dotted-version-vectors'])(
    '[U33] %s keep both; who has read both makes one of them',
    (rule) => {
      const lab = dispute({ rule })
      expect(lab.rows()).toEqual([
        ['1', '2'],
        ['1', '2'],
      ])
      expect(lab.many.counts).toMatchObject({ siblings: 2, siblingsMost: 2, discarded: 0 })
      lab.does('c2', 'put', 3).pass(100)
      expect(lab.rows()).toEqual([['3'], ['3']])
      expect(lab.many.counts).toMatchObject({ siblings: 0, siblingsMost: 2, discarded: 0 })
    },
  )

  it('[U33] a cart: elements that were added at both are all there after the next one', () => {
    const lab = new Company({ multiMaster: { rule: 'dotted-version-vectors', rows: 'cart' } })
    lab.does('c1', 'add', 1, 'cart').pass(100)
    lab.does('c1', 'add', 2, 'cart').does('c2', 'add', 3, 'cart').pass(100)
    expect(lab.row('db1', 'cart')).toEqual(['[1,2]', '[1,3]'])
    lab.does('c1', 'add', 4, 'cart').pass(100)
    expect(lab.rows('cart')).toEqual([['[1,2,3,4]'], ['[1,2,3,4]']])
  })

  it('[U34] clients that write blindly: plain vectors grow a sibling with every write, dotted ones keep two', () => {
    const most = (rule: string): number => {
      const clients = ['c1', 'c2'].map((id) => ({ id, kind: 'stream', ratePerSecond: 0, node: 'db1', context: 'own' }))
      const lab = new Company({ clients, multiMaster: { rule } })
      for (let turn = 0; turn < 20; turn++) {
        lab.does('c1', 'put', turn).pass(2)
        lab.does('c2', 'put', 100 + turn).pass(2)
      }
      lab.pass(100)
      expect(lab.many.agreement.agree).toBe(2)
      return lab.many.counts.siblingsMost
    }
    expect([most('version-vectors'), most('dotted-version-vectors')]).toEqual([40, 2])
  })
})

describe('other rules', () => {
  it('[U35] site priority: the site decides, not the time', () => {
    const lab = dispute({ rule: 'site-priority' }, [{ priority: 9 }, { priority: 1 }, {}])
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
    expect(lab.conflicts[0]!.discarded).toEqual({ origin: 'db2', sequence: 1 })
    lab.act({ do: 'set', path: 'nodes.db2.priority', value: 50 }).pass(10)
    lab.does('c1', 'put', 5).does('c2', 'put', 6).pass(100)
    expect(lab.rows()).toEqual([['6'], ['6'], ['6']])
  })

  it('[U36] a function of the reader’s: the host runs it, and without a host or with an error the later one stays', () => {
    const scenario = (source: string) => ({
      specs: ['db1', 'db2'].map((id) => ({ id, role: 'master' })),
      clients: ['c1', 'c2'].map((id, at) => ({ id, kind: 'stream', ratePerSecond: 0, node: `db${at + 1}` })),
      failover: { monitor: false },
      multiMaster: { topology: 'all-to-all', rows: 'x', rule: 'function', function: source },
      interventions: [
        { atMs: 50, do: 'write' as const, client: 'c1', key: 'x', operation: 'put' as const, value: 4 },
        { atMs: 51, do: 'write' as const, client: 'c2', key: 'x', operation: 'put' as const, value: 7 },
      ],
    })
    const play = (source: string, options: object) => {
      const engine = createEngine(runOf(scenario(source)), options)
      engine.runTo(300_000)
      const { sites, conflicts } = engine.frame().multiMaster!
      return { values: sites.map(({ rows }) => rows[0]!.versions.map(({ value }) => value)), conflict: conflicts[0]! }
    }
    const merge = (source: string) => (a: { value: string }, b: { value: string }) => {
      if (source === 'bad') throw new Error('line 1, column 2: no')
      return String(Number(a.value) + Number(b.value))
    }
    const sum = play('sum', { merge })
    expect(sum.values).toEqual([['11'], ['11']])
    expect(sum.conflict).toMatchObject({ outcome: 'merged', error: null })
    const bad = play('bad', { merge })
    expect(bad.values).toEqual([['7'], ['7']])
    expect(bad.conflict.error).toBe('line 1, column 2: no')
    expect(play('sum', {}).conflict.error).toBe('There is nobody here who could run a function.')
  })

  it('[U37] a rule can be changed while it runs: rows stay, the next meeting goes by the new one', () => {
    const lab = dispute({ rule: 'version-vectors' })
    lab.act({ do: 'set', path: 'multiMaster.rule', value: 'wall-clock' }).pass(50)
    expect(lab.row('db1')).toEqual(['1', '2'])
    lab.does('c1', 'put', 8).pass(1)
    lab.does('c2', 'put', 9).pass(100)
    expect(lab.rows()).toEqual([['9'], ['9']])
    expect(lab.conflicts.at(-1)!.rule).toBe('wall-clock')
  })

  it('[U38] two rows with the same unique value: no rule for rows settles that, both stay', () => {
    const lab = new Company({ multiMaster: { rule: 'hybrid-clock' } })
    lab.does('c1', 'insert', 7).does('c2', 'insert', 7).pass(100)
    expect([lab.rows('n1'), lab.rows('n2')]).toEqual([
      [['7'], ['7']],
      [['7'], ['7']],
    ])
    expect(lab.conflicts[0]).toMatchObject({ kind: 'unique' })
    lab.does('c1', 'insert', 7).pass(100)
    expect(lab.facts('write-error')[0]!.args.reason).toBe('duplicate')
  })
})

describe('clocks', () => {
  it('[U40] run fast or slow, are set, and go on from there', () => {
    const lab = new Company({ masters: [{ clockOffsetMs: 100, clockDriftPpm: 10_000 }, {}] })
    lab.pass(950)
    expect(lab.many.sites[0]!.clock).toEqual({ wallUs: 1_110_000, offsetUs: 110_000, driftPpm: 10_000 })
    lab.act({ do: 'set', path: 'nodes.db1.clockDriftPpm', value: -20_000 })
    const from = lab.now
    lab.pass(1000)
    expect(lab.many.sites[0]!.clock.offsetUs).toBe(110_000 - Math.ceil((lab.now - from) / 50))
    lab.act({ do: 'set', path: 'nodes.db1.clockOffsetMs', value: 0 })
    expect(Math.abs(lab.many.sites[0]!.clock.offsetUs)).toBeLessThan(5)
    lab.does('c1', 'put', 1).pass(100)
    const { wallUs, bornAt } = lab.many.sites[1]!.rows[0]!.versions[0]!
    expect(wallUs - bornAt).toBe(-1 * Math.ceil((bornAt - from - 1_000_001) / 50))
  })
})

describe('tombstones', () => {
  /** A row that all have, then a delete while the third one is away. */
  function deleted(tombstones: string, graceMs = 500): Company {
    const lab = new Company({ masters: 3, multiMaster: { rule: 'wall-clock', tombstones, graceMs } })
    lab.does('c1', 'put', 1).pass(100)
    lab.kill('db3').pass(10)
    lab.does('c1', 'delete').pass(100)
    expect(lab.rows()).toEqual([[null], [null], ['1']])
    return lab
  }

  /** The third one comes back with an old copy, and nobody’s log goes back that far any more. */
  function returns(lab: Company): Company {
    lab.act({ do: 'purge', node: 'db1' }).act({ do: 'purge', node: 'db2' }).pass(10)
    lab.restart('db3').pass(800)
    lab.act({ do: 'repair', node: 'db1', from: 'db3' }).pass(100)
    lab.act({ do: 'repair', node: 'db2', from: 'db3' }).pass(100)
    return lab
  }

  it('[U41] (Z1) thrown away after a grace time: an old copy brings the row back, everywhere', () => {
    const lab = deleted('grace').pass(1000)
    expect(lab.many.counts).toMatchObject({ tombstones: 0, collected: 2 })
    returns(lab)
    expect(lab.rows()).toEqual([['1'], ['1'], ['1']])
    expect(lab.many.counts.resurrected).toBe(2)
    expect(lab.facts('row-resurrected').map(({ at, args }) => [at, args.peer])).toEqual([
      ['db1', 'db3'],
      ['db2', 'db3'],
    ])
  })

  it('[U41] (Z2) kept until everybody has it: it never does', () => {
    const lab = deleted('everyone').pass(1000)
    expect(lab.many.counts.collected).toBe(0)
    returns(lab)
    expect(lab.rows()).toEqual([[null], [null], [null]])
    expect(lab.many.counts.resurrected).toBe(0)
  })

  it('[U41] and once everybody has it, it is thrown away', () => {
    const lab = deleted('everyone').pass(100)
    lab.restart('db3').pass(2000)
    expect(lab.rows()).toEqual([[], [], []])
    expect(lab.many.counts).toMatchObject({ tombstones: 0, collected: 3, resurrected: 0 })
  })

  it('[U42] a repair takes as long as its rows need on the line, and settles those that differ', () => {
    const lab = new Company({ multiMaster: { rule: 'wall-clock' } })
    lab.cut('db1', 'db2').pass(10)
    for (let n = 1; n <= 10; n++) lab.does('c1', 'put', n, `k${n + 1}`)
    lab.pass(50)
    lab.act({ do: 'stop-receiver', node: 'db2' }).heal('db1', 'db2').pass(10)
    lab.act({ do: 'set', path: 'network.links.db1~db2.kilobytesPerSecond', value: 50 })
    lab.act({ do: 'repair', node: 'db2', from: 'db1' })
    const done = lab.until('repair-done')
    expect(done.args).toEqual({ peer: 'db1', count: 10 })
    expect(done.t - lab.facts('repair-started')[0]!.t).toBeGreaterThan(20_000 + (2 * 10 * 500 * 1_000_000) / 50_000)
    expect(lab.many.agreement.agree).toBe(2)
  })
})
