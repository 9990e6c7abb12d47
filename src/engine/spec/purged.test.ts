// Group G of SPEC.md: logs that end, and slaves that were away for too long.
import { describe, expect, it } from 'vitest'
import { Lab } from './lab.ts'

const nodes = ['db1', 'db2', 'db3']
const closed = [{ id: 'c1', thinkMs: 20 }]
const noMonitor = { failover: { monitor: false } }

describe('logs that are cut short', () => {
  it('[G6] a slave that is away while the log is purged is refused when it is back, and fetches nothing', () => {
    const lab = new Lab({ nodes, clients: closed, ...noMonitor }).pass(500)
    lab.cut('db1', 'db2').pass(500)
    const { received } = lab.node('db2')
    lab.act({ do: 'purge', node: 'db1' })
    const { purgedTo } = lab.node('db1')
    expect(purgedTo).toBeGreaterThan(received)
    expect(lab.facts('log-purged', 'db1')[0]!.args.to).toBe(purgedTo)
    lab.heal('db1', 'db2').pass(3000)
    expect(lab.node('db2')).toMatchObject({ received, receiver: { state: 'refused', reason: 'purged' } })
    expect(lab.facts('receiver-refused', 'db2')[0]!.args).toMatchObject({ reason: 'purged', from: received + 1 })
    expect(lab.node('db2').lag!.reported).toBe(null)
    // It stays so: whoever starts it once more is told the same.
    lab.act({ do: 'start-receiver', node: 'db2' }).pass(500)
    expect(lab.node('db2')).toMatchObject({ received, receiver: { state: 'refused', reason: 'purged' } })
    expect(lab.facts('receiver-refused', 'db2')).toHaveLength(2)
    lab.expectSame('db1', 'db1')
    expect(lab.node('db3').receiver.state).toBe('streaming')
  })

  it('[G7] what a connected slave has yet to be sent is not purged, however far it is behind', () => {
    const links = [{ between: ['db1', 'db2'], kilobytesPerSecond: 4 }]
    const stream = [{ id: 'c1', kind: 'stream', ratePerSecond: 50 }]
    const lab = new Lab({ nodes, network: { links }, clients: stream, ...noMonitor }).pass(3000)
    lab.act({ do: 'purge', node: 'db1' })
    expect(lab.node('db2').lag!.entriesToReceive).toBeGreaterThan(20)
    const { purgedTo } = lab.node('db1')
    expect(purgedTo).toBeLessThan(lab.node('db1').received - 10)
    expect(purgedTo).toBeGreaterThanOrEqual(lab.node('db2').received)
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(60_000)
    lab.expectSame('db1', 'db2', 'db3')
  })

  it('[G8] a log that keeps so many entries lets older ones go by itself, and never those', () => {
    const stream = [{ id: 'c1', kind: 'stream', ratePerSecond: 100 }]
    const lab = new Lab({
      nodes,
      clients: stream,
      replication: { retainEntries: 40, connectRetryMs: 50 },
      ...noMonitor,
    })
    for (let i = 0; i < 40; i++) {
      lab.pass(97)
      for (const { received, purgedTo } of lab.frame().nodes) {
        expect(received - purgedTo).toBeGreaterThanOrEqual(Math.min(received, 40))
        expect(received - purgedTo).toBeLessThan(40 + 10 + 12)
      }
    }
    expect(lab.facts('log-expired', 'db1').length).toBeGreaterThan(20)
    lab.cut('db1', 'db2').pass(300).heal('db1', 'db2').pass(2000)
    expect(lab.node('db2').receiver.state).toBe('streaming')
    expect(lab.facts('left-behind')).toEqual([])
    lab.cut('db1', 'db2').pass(900).heal('db1', 'db2').pass(2000)
    expect(lab.node('db2').receiver).toMatchObject({ state: 'refused', reason: 'purged' })
  })

  it('[G21] the instant from which on a slave that is away cannot catch up any more is told, once', () => {
    const stream = [{ id: 'c1', kind: 'stream', ratePerSecond: 100 }]
    const replication = { retainEntries: 40, connectRetryMs: 50 }
    const lab = new Lab({ nodes, clients: stream, replication, ...noMonitor }).pass(500).cut('db1', 'db2').pass(300)
    const { received } = lab.node('db2')
    expect(lab.node('db1').purgedTo).toBeLessThanOrEqual(received)
    const told = lab.until('left-behind')
    const { purgedTo } = lab.node('db1')
    expect(told).toMatchObject({ at: 'db2', args: { peer: 'db1', from: received + 1, to: purgedTo } })
    lab.pass(1000).heal('db1', 'db2').pass(500)
    expect(lab.facts('left-behind')).toHaveLength(1)
    expect(lab.node('db2').receiver).toMatchObject({ state: 'refused', reason: 'purged' })
  })

  it('[G9] purging takes no data and no promise away', () => {
    const lab = new Lab({ nodes, clients: closed, ...noMonitor }).pass(1000)
    const before = lab.engine.rows('db1', 99)
    lab.act({ do: 'purge', node: 'db1' })
    expect(lab.engine.rows('db1', 99)).toEqual(before)
    lab.kill('db1').pass(100).restart('db1').pass(2000)
    lab.expectLost(0).expectSame('db1', 'db2', 'db3')
  })

  it('[G10] after so many attempts to connect in vain an I/O thread gives up, until somebody starts it', () => {
    const replication = { connectRetryMs: 100, connectRetries: 3 }
    const lab = new Lab({ nodes, clients: closed, replication, ...noMonitor }).pass(300)
    lab.kill('db1').pass(2000)
    expect(lab.node('db2').receiver.state).toBe('stopped')
    const attempts = lab.facts('receiver-connecting', 'db2').filter(({ t }) => t > 300_000)
    expect(attempts).toHaveLength(4)
    expect(lab.facts('receiver-stopped', 'db2').at(-1)!.args).toEqual({ reason: 'gave-up', count: 3 })
    lab.restart('db1').pass(2000)
    expect(lab.node('db2').receiver.state).toBe('stopped')
    lab.act({ do: 'start-receiver', node: 'db2' }).pass(500)
    expect(lab.node('db2').receiver.state).toBe('streaming')
  })

  it('[G10] without a limit it tries for ever', () => {
    const lab = new Lab({ nodes, clients: closed, replication: { connectRetryMs: 100 }, ...noMonitor }).pass(300)
    lab.kill('db1').pass(20_000).restart('db1').pass(1000)
    expect(lab.node('db2').receiver.state).toBe('streaming')
  })
})
