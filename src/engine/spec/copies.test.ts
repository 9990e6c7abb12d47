// Group G of SPEC.md: nodes that are built anew from somebody else's data.
import { describe, expect, it } from 'vitest'
import { Lab } from './lab.ts'

const nodes = ['db1', 'db2', 'db3']
const closed = [{ id: 'c1', thinkMs: 20 }]
const noMonitor = { failover: { monitor: false } }
/** 10 MB at 10 MB/s: a second. */
const second = { dataMegabytes: 10, copyKilobytesPerSecond: 10_000 }

describe('copies of data', () => {
  /** db2 is refused because what it needs is purged. */
  const gap = (given: object = {}) => {
    const lab = new Lab({ nodes, clients: closed, costs: second, ...noMonitor, ...given }).pass(500)
    lab.cut('db1', 'db2').pass(500).act({ do: 'purge', node: 'db1' })
    return lab.heal('db1', 'db2').pass(1500)
  }

  it('[G11] a copy takes its bytes divided by what the donor gives, then the node asks for what came after, and only that', () => {
    const lab = gap()
    const before = lab.now
    lab.act({ do: 'rebuild', node: 'db2', from: 'db3' })
    const position = lab.node('db3').applied
    expect(lab.facts('copy-started', 'db2')[0]!.args).toMatchObject({
      peer: 'db3',
      count: 10,
      us: 1_000_000,
      to: position,
    })
    expect(lab.node('db2')).toMatchObject({ received: 0, applied: 0, receiver: { state: 'copying' } })
    lab.pass(250)
    const { copy } = lab.node('db2')
    expect(copy).toMatchObject({ from: 'db3', megabytes: 10, startedAt: before + 1, endsAt: before + 1 + 1_000_000 })
    expect(copy!.done).toBeCloseTo(2.5, 1)
    lab.pass(1000)
    const [done] = lab.facts('copy-done', 'db2')
    expect(done!.t).toBe(before + 1 + 1_000_000)
    expect(done!.args).toEqual({ peer: 'db3', to: position, us: 1_000_000 })
    expect(lab.facts('slave-connected', 'db1').at(-1)!.args).toEqual({ peer: 'db2', from: position + 1 })
    lab.pass(500)
    const fetched = lab.facts('entries-received', 'db2').filter(({ t }) => t > before)
    expect(fetched[0]!.args.from).toBe(position + 1)
    const end = lab.node('db2').received
    const count = fetched.reduce((sum, { args }) => sum + args.to! - args.from! + 1, 0)
    expect(count).toBe(end - position)
    expect(lab.facts('entries-sent', 'db3')).toEqual([])
    lab.act({ do: 'set', path: 'clients.c1.thinkMs', value: 3_600_000 }).pass(500).expectSame('db1', 'db3')
    expect(lab.engine.rows('db2', 99)).toEqual(lab.engine.rows('db1', 99))
    expect(lab.node('db2').purgedTo).toBe(position)
  })

  it('[G12] copies from one donor share what it gives; the end of one makes the other faster', () => {
    const specs = [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }, { id: 'db4' }]
    const lab = new Lab({ specs, clients: closed, costs: second, ...noMonitor }).pass(500)
    lab.act({ do: 'rebuild', node: 'db2', from: 'db4' }).pass(500).act({ do: 'rebuild', node: 'db3', from: 'db4' })
    lab.pass(3000)
    const [first, other] = ['db2', 'db3'].map((id) => lab.facts('copy-done', id)[0]!.args.us!)
    // Half done alone, the rest at half the rate: one second and a half; the other shares for one, and has half left.
    expect(Math.abs(first! - 1_500_000)).toBeLessThan(10)
    expect(Math.abs(other! - 1_500_000)).toBeLessThan(10)
  })

  it('[G12] a narrow link carries less, and a silent one nothing until it is healed', () => {
    const links = [{ between: ['db2', 'db3'], kilobytesPerSecond: 5000 }]
    const lab = new Lab({ nodes, clients: closed, costs: second, network: { links }, ...noMonitor }).pass(500)
    lab.act({ do: 'rebuild', node: 'db2', from: 'db3' }).pass(1000).stall('db2', 'db3').pass(700)
    const held = lab.node('db2').copy!
    expect(held.endsAt).toBe(null)
    expect(held.done).toBeCloseTo(5, 1)
    expect(lab.frame().messages.find(({ kind }) => kind === 'snapshot')).toMatchObject({
      held: true,
      from: 'db3',
      to: 'db2',
    })
    lab.heal('db2', 'db3').pass(2000)
    expect(Math.abs(lab.facts('copy-done', 'db2')[0]!.args.us! - 2_700_000)).toBeLessThan(10)
  })

  it.each([
    ['kill', 'db3', 'donor-down'],
    ['remove-slave', 'db3', 'donor-down'],
    ['kill', 'db2', 'reset'],
  ] as const)('[G13] %s %s: half a copy is worth nothing', (what, node, reason) => {
    const lab = gap().act({ do: 'rebuild', node: 'db2', from: 'db3' }).pass(500)
    lab.act({ do: what, node }).pass(2000)
    expect(lab.facts('copy-failed', 'db2')[0]!.args).toEqual({ peer: 'db3', reason })
    expect(lab.facts('copy-done', 'db2')).toEqual([])
    expect(lab.node('db2')).toMatchObject({ received: 0, applied: 0, copy: null })
    expect(lab.engine.rows('db2', 9)).toEqual([])
  })

  it('[G13] a cut between the two ends it; asked again, it begins from the start', () => {
    const lab = gap().act({ do: 'rebuild', node: 'db2', from: 'db3' }).pass(500).cut('db2', 'db3').pass(100)
    expect(lab.facts('copy-failed', 'db2')[0]!.args).toEqual({ peer: 'db3', reason: 'link-cut' })
    expect(lab.node('db2').receiver.state).toBe('stopped')
    lab.act({ do: 'rebuild', node: 'db2', from: 'db3' }).pass(100)
    expect(lab.facts('copy-failed', 'db2')).toHaveLength(2)
    lab.heal('db2', 'db3').act({ do: 'rebuild', node: 'db2', from: 'db3' }).pass(3000)
    expect(lab.facts('copy-done', 'db2')[0]!.args.us).toBe(1_000_000)
    expect(lab.node('db2').receiver.state).toBe('streaming')
  })

  it('[G14] if the master purges during the copy, what came after is gone, too', () => {
    const lab = gap().act({ do: 'rebuild', node: 'db2', from: 'db3' }).pass(500)
    lab.act({ do: 'purge', node: 'db1' }).pass(2000)
    expect(lab.node('db2').receiver).toMatchObject({ state: 'refused', reason: 'purged' })
  })

  it('[G15] a new slave begins with somebody’s data, and fetches only what came after from its upstream', () => {
    const stream = [{ id: 'c1', kind: 'stream', ratePerSecond: 100 }]
    const lab = new Lab({ nodes: ['db1', 'db2'], clients: stream, costs: second, ...noMonitor }).pass(15_000)
    const fork = lab.fork().act({ do: 'add-slave', node: 'db4', upstream: 'db1' }).pass(2000)
    expect(fork.facts('entries-received', 'db4')[0]!.args.from).toBe(1)
    lab.act({ do: 'add-slave', node: 'db4', upstream: 'db1', from: 'db2' })
    const position = lab.node('db2').applied
    lab.pass(2000)
    const fetched = lab.facts('entries-received', 'db4')
    const { received } = lab.node('db4')
    expect(fetched[0]!.args.from).toBe(position + 1)
    // N is about 1,600, and 100 were written during the copy.
    expect((received - position) / received).toBeLessThan(0.15)
    expect(lab.node('db4').upstream).toBe('db1')
    expect(lab.node('db4').lag!.entriesBehind).toBeLessThan(5)
  })

  it('[G15] an empty one is refused once the master has purged its log', () => {
    const lab = new Lab({ nodes: ['db1', 'db2'], clients: closed, ...noMonitor }).pass(1000)
    lab.act({ do: 'purge', node: 'db1' }).act({ do: 'add-slave', node: 'db4', upstream: 'db1' }).pass(500)
    expect(lab.node('db4')).toMatchObject({ received: 0, receiver: { state: 'refused', reason: 'purged' } })
    expect(lab.node('db4').lag!.entriesBehind).toBe(lab.node('db1').received)
  })

  it('[G19] who copies from a node that is built anew goes on if it has what the copy brought, and is refused if not', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2' },
      { id: 'db3', upstream: 'db2' },
      { id: 'db4', upstream: 'db2' },
    ]
    const lab = new Lab({ specs, clients: closed, costs: second, replication: { connectRetryMs: 100 }, ...noMonitor })
    lab.pass(500).act({ do: 'stop-receiver', node: 'db4' }).pass(500)
    lab.act({ do: 'rebuild', node: 'db2', from: 'db1' }).pass(300)
    expect(lab.facts('receiver-connecting', 'db3').at(-1)!.args).toEqual({ peer: 'db2', reason: 'reset' })
    lab.pass(2000)
    expect(lab.node('db3')).toMatchObject({ receiver: { state: 'streaming' }, lag: { level: 'ok' } })
    lab.act({ do: 'start-receiver', node: 'db4' }).pass(500)
    expect(lab.node('db4').receiver).toMatchObject({ state: 'refused', reason: 'purged' })
  })

  it('[G16] an old master is built anew from the new one, and what only it had is gone for good', () => {
    const failover = { probeEveryMs: 100, probeTimeoutMs: 50, misses: 2 }
    const lab = new Lab({ nodes, clients: closed, costs: second, failover, oneWayMs: { db2: 20, db3: 30 } }).pass(1000)
    lab.kill('db1').until('failover-done')
    lab.restart('db1')
    lab.until('extra-entries-found', 'db1')
    const { lost } = lab.frame().counters
    lab.act({ do: 'rebuild', node: 'db1', from: 'db2' }).pass(3000)
    expect(lab.node('db1')).toMatchObject({ role: 'slave', upstream: 'db2', extraFrom: null, epoch: 2 })
    expect(lab.node('db1').receiver.state).toBe('streaming')
    lab.act({ do: 'set', path: 'clients.c1.thinkMs', value: 3_600_000 }).pass(500)
    expect(lab.engine.rows('db1', 99)).toEqual(lab.engine.rows('db2', 99))
    lab.expectLost(lost)
    for (const { number } of lab.frame().lost) expect(number).toBeGreaterThan(0)
  })

  it('[G16] the master, a node that is down, and one in the middle of a failover are not thrown away', () => {
    const lab = new Lab({ nodes, clients: closed, costs: second }).pass(500)
    lab.act({ do: 'rebuild', node: 'db1', from: 'db2' }).pass(10)
    expect(lab.node('db1')).toMatchObject({ role: 'master', copy: null })
    lab.kill('db2').act({ do: 'rebuild', node: 'db2', from: 'db3' }).pass(10)
    expect(lab.node('db2').received).toBeGreaterThan(0)
    expect(lab.facts('rebuild-asked')).toEqual([])
  })

  it('[G17] a slave that is being built is nobody’s candidate, and follows a new master when its copy is whole', () => {
    const failover = { probeEveryMs: 100, probeTimeoutMs: 50, misses: 2 }
    const costs = { dataMegabytes: 50, copyKilobytesPerSecond: 10_000 }
    const lab = new Lab({ nodes: [...nodes, 'db4'], clients: closed, costs, failover }).pass(500)
    lab.act({ do: 'rebuild', node: 'db2', from: 'db4' }).pass(100).kill('db1').until('failover-done')
    expect(lab.frame().nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'master', 'slave'])
    expect(lab.frame().monitor!.choice!.candidates.find(({ node }) => node === 'db2')!.reason).toBe('not-asked')
    expect(lab.node('db2').receiver.state).toBe('copying')
    lab.until('copy-done', 'db2')
    lab.pass(500)
    expect(lab.node('db2')).toMatchObject({ upstream: 'db3', receiver: { state: 'streaming' } })
  })

  it('[G18] what a node has acknowledged counts no more once its data are thrown away', () => {
    const replication = { mode: 'quorum', waitFor: 1 }
    const lab = new Lab({ nodes, clients: closed, costs: second, replication, oneWayMs: { db2: 5, db3: 500 } }).pass(
      2000,
    )
    expect(lab.frame().checkers.find(({ name }) => name === 'noLostOk')!.promised).toBe(true)
    lab.act({ do: 'rebuild', node: 'db2', from: 'db3' }).pass(1)
    expect(lab.frame().checkers.find(({ name }) => name === 'noLostOk')!.promised).toBe(false)
    lab.pass(8000)
    expect(lab.frame().checkers.find(({ name }) => name === 'noLostOk')!.promised).toBe(true)
  })
})
