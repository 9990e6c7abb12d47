// Group J of SPEC.md: a former master returns (DOMAIN 3.5): what it has too much, and the three ways back.
import { describe, expect, it } from 'vitest'
import { GtidSet } from '../log/gtid.ts'
import { Lab, type Setting } from './lab.ts'

const watch = { probeEveryMs: 50, probeTimeoutMs: 40, misses: 3, promoteMs: 5, rerouteMs: 5 }
const stream = [{ id: 'c1', kind: 'stream', ratePerSecond: 200 }]
const quick = { connectRetryMs: 50 }

/** db1 dies with entries that nobody else has, db2 takes over, db1 is back and fenced. */
function returned({ failover = {}, replication = {}, ...setting }: Record<string, object> = {}): Lab {
  const given = { oneWayMs: { db2: 20, db3: 30 }, clients: stream, ...setting } as Setting
  const lab = new Lab({ ...given, replication: { ...quick, ...replication }, failover: { ...watch, ...failover } })
  lab.pass(300).kill('db1')
  lab.until('failover-done')
  lab.pass(100).restart('db1')
  lab.until('fenced', 'db1')
  return lab
}

describe('the errant set', () => {
  it('[J1] what the former master executed minus what the new one executed, as a GTID set', () => {
    const lab = returned()
    const { errant, extraFrom, received } = lab.node('db1')
    const executed = (id: string): GtidSet => {
      let set = GtidSet.EMPTY
      for (const { origin, number } of lab.node(id).cells) set = set.add(origin, number, number)
      return set
    }
    const had = GtidSet.range('db1', 1, received)
    expect(errant!.set).toBe(had.subtract(GtidSet.range('db1', 1, extraFrom! - 1)).toString())
    expect(executed('db1').intersect(GtidSet.parse(errant!.set)).size).toBe(errant!.count)
    expect(executed('db2').intersect(GtidSet.parse(errant!.set)).size).toBe(0)
    expect(errant!.count).toBe(received - extraFrom! + 1)
    expect(errant!.count).toBeGreaterThan(2)
    for (const id of ['db2', 'db3']) expect(lab.node(id).errant).toBeNull()
  })
})

describe('rejoin', () => {
  it('[J2] with entries of its own it is refused as diverged, stays as it is, and none of them gets anywhere', () => {
    const lab = returned()
    const { errant, received } = lab.node('db1')
    lab.act({ do: 'rejoin', node: 'db1' })
    const { args } = lab.until('receiver-refused', 'db1')
    expect(args).toMatchObject({ reason: 'diverged', peer: 'db2', from: received - errant!.count + 1 })
    lab.pass(500)
    expect(lab.node('db1')).toMatchObject({ role: 'slave', received, errant, upstream: 'db2' })
    expect(lab.node('db1').receiver.state).toBe('refused')
    expect(lab.facts('rejoined')).toEqual([])
    expect(lab.facts('entries-received', 'db1')).toEqual([])
    expect(lab.node('db2').cells.every(({ fate }) => fate === 'kept')).toBe(true)
  })

  it('[J3] with an empty errant set it is a slave of the new master at once, and gets all the rest', () => {
    const byHand = [{ id: 'c1', kind: 'stream', ratePerSecond: 0 }]
    const lab = new Lab({ clients: byHand, replication: quick, failover: watch }).pass(20).write('c1').pass(100)
    lab.kill('db1')
    lab.until('failover-done')
    lab.pass(50).write('c1').restart('db1')
    lab.until('fenced', 'db1')
    expect(lab.node('db1')).toMatchObject({ role: 'fenced', errant: null })
    lab.act({ do: 'rejoin', node: 'db1' })
    expect(lab.until('rejoined', 'db1').args.peer).toBe('db2')
    expect(lab.facts('repointed', 'db1')).toHaveLength(1)
    lab.pass(200)
    expect(lab.node('db1')).toMatchObject({ role: 'slave', upstream: 'db2', epoch: 2, received: 2, applied: 2 })
    lab.expectSame('db2', 'db1').expectLost(0)
  })

  it('[J3] it acknowledges like any slave, and can take over again', () => {
    const lab = returned({ replication: { mode: 'semi-sync', timeoutMs: 60_000 } })
    lab.act({ do: 'rewind', node: 'db1' })
    lab.until('rejoined', 'db1')
    // Clients pause before they write again.
    lab.pass(1500)
    expect(lab.facts('ack-arrived', 'db2').some(({ args }) => args.peer === 'db1')).toBe(true)
    lab.kill('db3').pass(300)
    lab.kill('db2')
    lab.until('failover-done')
    expect(lab.node('db1')).toMatchObject({ role: 'master', epoch: 3 })
    lab.pass(300)
  })

  it('[J4] nothing happens to a node that leads, is down or is a slave, nor to one that has nothing to take back', () => {
    const lab = new Lab({ clients: stream, failover: watch }).pass(100)
    for (const node of ['db1', 'db2']) {
      lab.act({ do: 'rejoin', node }).act({ do: 'rewind', node })
    }
    lab.pass(200).kill('db1').act({ do: 'rejoin', node: 'db1' }).act({ do: 'rewind', node: 'db1' }).pass(10)
    for (const kind of ['rejoin-asked', 'rewind-started', 'rewind-failed', 'fenced', 'repointed'] as const)
      expect(lab.facts(kind)).toEqual([])
  })
})

describe('rewind', () => {
  it('[J5] log and data go back to the last entry in common, which takes as long as applying did; then it follows', () => {
    const costs = { applyMs: 10 }
    const lab = returned({ costs })
    const { errant, extraFrom, received } = lab.node('db1')
    lab.act({ do: 'rewind', node: 'db1' })
    const [begun] = lab.facts('rewind-started', 'db1')
    expect(begun!.args).toMatchObject({ peer: 'db2', from: extraFrom!, to: received, count: errant!.count })
    expect(begun!.args.us).toBe(errant!.count * 10_000)
    lab.pass(5)
    expect(lab.node('db1')).toMatchObject({ role: 'rewinding', received, errant })
    expect(lab.node('db1').rewind).toMatchObject({ endsAt: begun!.t + begun!.args.us! })
    const done = lab.until('rewound', 'db1')
    expect([done.t, done.cause]).toEqual([begun!.t + begun!.args.us!, begun!.id])
    expect(lab.node('db1')).toMatchObject({ received: extraFrom! - 1, applied: extraFrom! - 1, rewind: null })
    expect(lab.node('db1')).toMatchObject({ extraFrom: null, errant: null, role: 'slave', upstream: 'db2' })
    lab.until('rejoined', 'db1')
    expect(lab.facts('slave-connected', 'db2').at(-1)!.args).toMatchObject({ peer: 'db1', from: extraFrom! })
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(4000)
    lab.expectSame('db2', 'db1')
  })

  it('[J6] what was lost stays lost, and nothing that a client was told changes', () => {
    const lab = returned()
    const { lost, ok, ghost } = lab.frame().counters
    expect(lost).toBeGreaterThan(2)
    lab.act({ do: 'rewind', node: 'db1' })
    lab.until('rejoined', 'db1')
    const { counters } = lab.frame()
    expect([counters.lost, counters.ghost]).toEqual([lost, ghost])
    expect(counters.ok).toBeGreaterThanOrEqual(ok)
    expect(lab.facts('writes-lost')).toHaveLength(1)
    lab.expectLost(lost)
  })

  it('[J7] a death on the way leaves it as it was, fenced; it can be asked again', () => {
    const lab = returned({ costs: { applyMs: 10 } })
    const { errant, received } = lab.node('db1')
    lab.act({ do: 'rewind', node: 'db1' }).pass(12).kill('db1').pass(10).restart('db1').pass(400)
    expect(lab.node('db1')).toMatchObject({ role: 'fenced', received, errant, rewind: null })
    lab.act({ do: 'rewind', node: 'db1' })
    lab.until('rejoined', 'db1')
  })

  it('[J8] what its log no longer holds cannot be taken back: it says so once, stays fenced, and can be built anew', () => {
    const lab = returned({ costs: { dataMegabytes: 1, copyKilobytesPerSecond: 10_000 } })
    lab.act({ do: 'purge', node: 'db1' }).act({ do: 'rewind', node: 'db1' }).act({ do: 'rewind', node: 'db1' }).pass(20)
    expect(lab.facts('rewind-failed', 'db1').map(({ args }) => args.reason)).toEqual(['purged'])
    expect(lab.node('db1').role).toBe('fenced')
    lab.act({ do: 'rebuild', node: 'db1', from: 'db3' })
    lab.until('rejoined', 'db1')
    expect(lab.node('db1')).toMatchObject({ role: 'slave', errant: null, extraFrom: null })
  })

  it('[J9] a slave that has diverged can be rewound, too', () => {
    const lab = new Lab({
      oneWayMs: { db2: 40, db3: 5 },
      clients: stream,
      replication: quick,
      failover: { ...watch, choose: 'by-hand' },
    })
    lab.pass(300).kill('db1')
    lab.until('waiting-for-choice')
    lab.act({ do: 'promote', node: 'db2' })
    lab.until('receiver-refused', 'db3')
    const { errant } = lab.node('db3')
    expect(errant!.count).toBeGreaterThan(2)
    lab.act({ do: 'rewind', node: 'db3' })
    lab.until('receiver-connected', 'db3')
    lab.pass(100)
    expect(lab.node('db3')).toMatchObject({ role: 'slave', errant: null, extraFrom: null, upstream: 'db2' })
    expect(lab.facts('rejoined')).toEqual([])
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(500)
    lab.expectSame('db2', 'db3')
  })

  it('[J9] a read there fails meanwhile, and says that it takes entries back', () => {
    const readers = ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, kind: 'reader', thinkMs: 2, route: 'sticky' }))
    const lab = new Lab({
      oneWayMs: { db2: 40, db3: 5 },
      clients: [...stream, ...readers],
      costs: { applyMs: 10 },
      replication: quick,
      failover: { ...watch, choose: 'by-hand' },
    })
    lab.pass(300).kill('db1')
    lab.until('waiting-for-choice')
    lab.act({ do: 'promote', node: 'db2' })
    lab.until('receiver-refused', 'db3')
    lab.act({ do: 'rewind', node: 'db3' }).pass(40)
    const failed = lab.facts('read-failed').filter(({ args }) => args.peer === 'db3')
    expect(new Set(failed.map(({ args }) => args.reason))).toEqual(new Set(['rewinding']))
  })

  it('[J10] who had been deposed and does not know it yet is fenced first', () => {
    const lab = new Lab({ clients: stream, replication: quick, failover: watch, oneWayMs: { db2: 20 } })
    lab.pass(200).cut('db1', 'db2').cut('db1', 'db3').cut('monitor', 'db1')
    lab.until('failover-done')
    lab.pass(100)
    expect(lab.node('db1').role).toBe('master')
    lab.act({ do: 'rewind', node: 'db1' })
    expect(lab.facts('fenced', 'db1')).toHaveLength(1)
    lab.until('rewound', 'db1')
    lab.heal('db1', lab.node('db1').upstream!)
    lab.until('rejoined', 'db1')
  })

  it('[J11] whoever copies from it asks anew, and a copy of what is taken back is worth nothing', () => {
    const lab = returned({ costs: { applyMs: 5, dataMegabytes: 100, copyKilobytesPerSecond: 10_000 } })
    lab.act({ do: 'rebuild', node: 'db3', from: 'db1' }).act({ do: 'rewind', node: 'db1' })
    const { args } = lab.until('copy-failed', 'db3')
    expect(args).toMatchObject({ peer: 'db1', reason: 'donor-down' })
    expect(lab.facts('rewound', 'db1')).toHaveLength(1)
  })
})

describe('the monitor and a former master', () => {
  it('[J12] leave: it stays fenced for as long as nobody does anything', () => {
    const lab = returned().pass(2000)
    expect(lab.node('db1').role).toBe('fenced')
    expect(lab.facts('rejoin-asked')).toEqual([])
  })

  it('[J12] rejoin: it is told to follow once it answers; refused, it is left alone', () => {
    const lab = returned({ failover: { oldMaster: 'rejoin' } })
    lab.until('receiver-refused', 'db1')
    lab.pass(2000)
    expect(lab.facts('rejoin-asked', 'db1')).toHaveLength(1)
    expect(lab.facts('receiver-refused', 'db1')).toHaveLength(1)
  })

  it('[J12] rewind: it takes back its own part and follows', () => {
    const lab = returned({ failover: { oldMaster: 'rewind' } })
    lab.until('rejoined', 'db1')
    expect(lab.facts('rewound', 'db1')).toHaveLength(1)
    expect(lab.node('db1')).toMatchObject({ role: 'slave', errant: null })
  })

  it('[J12] rewind: one that cannot says so once, however often it is told', () => {
    const lab = returned()
    lab.act({ do: 'purge', node: 'db1' }).act({ do: 'set', path: 'failover.oldMaster', value: 'rewind' }).pass(2000)
    expect(lab.facts('rewind-failed', 'db1')).toHaveLength(1)
    expect(lab.node('db1').role).toBe('fenced')
  })

  it('[J12] rebuild: it begins anew with the data of the master, when there is a way to it', () => {
    const costs = { dataMegabytes: 1, copyKilobytesPerSecond: 10_000 }
    const lab = returned({ failover: { oldMaster: 'leave' }, costs })
    lab.cut('db1', 'db2').act({ do: 'set', path: 'failover.oldMaster', value: 'rebuild' }).pass(1000)
    expect(lab.facts('rebuild-asked')).toEqual([])
    lab.heal('db1', 'db2')
    expect(lab.until('copy-done', 'db1').args.peer).toBe('db2')
    lab.until('rejoined', 'db1')
    expect(lab.node('db1')).toMatchObject({ role: 'slave', errant: null, extraFrom: null })
  })

  it('[J12] an order that is lost is given again', () => {
    const lab = returned()
    lab.act({ do: 'set', path: 'failover.oldMaster', value: 'rewind' })
    lab.act({ do: 'set', path: 'network.links.monitor~db1.lossPercent', value: 50 })
    lab.until('rejoined', 'db1')
  })
})
