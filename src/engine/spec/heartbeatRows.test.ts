// Group H of SPEC.md: the master's heartbeat row, and what slaves know by it.
import { describe, expect, it } from 'vitest'
import { Lab } from './lab.ts'

const byHand = [{ id: 'c1', kind: 'stream', ratePerSecond: 0 }]
const beating = { heartbeatRowMs: 200 }
const noMonitor = { failover: { monitor: false } }

describe('heartbeat rows', () => {
  it('[H1] the master writes one at once and then every so often: real entries that are no client’s writes', () => {
    const lab = new Lab({ clients: byHand, replication: beating, ...noMonitor }).pass(1999)
    const beats = lab.facts('heartbeat-written', 'db1')
    expect(beats).toHaveLength(10)
    for (let i = 1; i < beats.length; i++) expect(Math.abs(beats[i]!.t - beats[i - 1]!.t - 200_000)).toBeLessThan(200)
    const { received, applied, cells } = lab.node('db2')
    expect([received, applied]).toEqual([10, 10])
    expect(
      cells.every(({ heartbeat, key, write, okAt }) => heartbeat && key === 'heartbeat' && write === 0 && !okAt),
    ).toBe(true)
    expect(lab.frame().counters).toMatchObject({ issued: 0, ok: 0, surviving: 0, atRisk: 0 })
    expect(lab.engine.rows('db2', 9)).toMatchObject([{ key: 'heartbeat', position: 10, write: 0, origin: 'db1' }])
  })

  it('[H2] by its copy a slave knows how old its data are, at most one interval too old', () => {
    const lab = new Lab({ clients: byHand, replication: beating, oneWayMs: { db2: 50, db3: 5 }, ...noMonitor }).pass(
      1000,
    )
    let [least, most] = [Infinity, 0]
    for (let i = 0; i < 100; i++) {
      const us = lab.pass(13).node('db2').lag!.heartbeatUs!
      ;[least, most] = [Math.min(least, us), Math.max(most, us)]
    }
    expect(least).toBeGreaterThan(50_000)
    expect(most).toBeGreaterThan(230_000)
    expect(most).toBeLessThan(255_000)
  })

  it('[H3] it tells what reported seconds hide: behind a narrow link, a silent one, a stopped thread', () => {
    const links = [{ between: ['db1', 'db2'], kilobytesPerSecond: 3 }]
    const stream = [{ id: 'c1', kind: 'stream', ratePerSecond: 50 }]
    const lab = new Lab({ clients: stream, replication: beating, network: { links }, ...noMonitor }).pass(10_000)
    const { lag } = lab.node('db2')
    expect(lag!.reported).toBe(0)
    expect(lag!.heartbeatUs).toBeGreaterThan(5_000_000)
    lab.stall('db1', 'db3').pass(3000)
    const silent = lab.node('db3').lag!
    expect(silent.reported).toBe(0)
    expect(silent.heartbeatUs).toBeGreaterThan(2_900_000)
    const other = new Lab({ clients: byHand, replication: beating, ...noMonitor }).pass(1000)
    other.act({ do: 'stop-applier', node: 'db2' }).pass(5000)
    expect(other.node('db2').lag!.reported).toBe(null)
    expect(other.node('db2').lag!.heartbeatUs).toBeGreaterThan(4_900_000)
  })

  it('[H4] it compares two clocks, so a difference between them goes into what it says', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', clockOffsetMs: 4000 },
      { id: 'db3', clockOffsetMs: -4000 },
    ]
    const lab = new Lab({ specs, clients: byHand, replication: beating, ...noMonitor }).pass(1000)
    expect(lab.node('db2').lag!.heartbeatUs).toBeGreaterThan(4_000_000)
    expect(lab.node('db3').lag!.heartbeatUs).toBe(0)
  })

  it('[H5] it waits at the commit gate like any write, and none is written meanwhile', () => {
    const replication = { ...beating, mode: 'quorum', waitFor: 2 }
    const lab = new Lab({ clients: byHand, replication, ...noMonitor }).pass(1000).kill('db3').pass(3000)
    const beats = lab.facts('heartbeat-written').length
    expect(beats).toBeLessThan(8)
    expect(lab.frame().mode).toMatchObject({ gate: 'blocked', waiting: 1 })
    lab.restart('db3').pass(3000)
    expect(lab.facts('heartbeat-written').length).toBeGreaterThan(beats + 3)
  })

  it('[H6] whoever is master writes it; a former one has rows that nobody else has', () => {
    const failover = { probeEveryMs: 100, probeTimeoutMs: 50, misses: 2 }
    const clients = [{ id: 'c1', thinkMs: 300 }]
    const lab = new Lab({
      clients,
      replication: { heartbeatRowMs: 10 },
      failover,
      oneWayMs: { db2: 40, db3: 60 },
    }).pass(1000)
    lab.kill('db1').until('failover-done')
    lab.restart('db1').pass(2000)
    const chosen = lab.frame().nodes.find(({ role }) => role === 'master')!.id
    expect(lab.facts('heartbeat-written', chosen).length).toBeGreaterThan(50)
    const { t: fencedAt } = lab.facts('fenced', 'db1')[0]!
    expect(lab.facts('heartbeat-written', 'db1').every(({ t }) => t < fencedAt)).toBe(true)
    const extra = lab.facts('extra-entries-found', 'db1')[0]!
    expect(extra.args.count).toBeGreaterThan(1)
    expect(lab.node('db1').cells.at(-1)).toMatchObject({ heartbeat: true, fate: 'extra' })
    lab.expectLost(0)
  })

  it('[H7] it can be switched on and off, and 0 writes none', () => {
    const lab = new Lab({ clients: byHand, ...noMonitor }).pass(1000)
    expect(lab.node('db2').lag!.heartbeatUs).toBe(null)
    expect(lab.node('db1').received).toBe(0)
    lab.act({ do: 'set', path: 'replication.heartbeatRowMs', value: 100 }).pass(1000)
    const { received } = lab.node('db1')
    expect(received).toBeGreaterThan(8)
    lab.act({ do: 'set', path: 'replication.heartbeatRowMs', value: 0 }).pass(5000)
    expect(lab.node('db1').received).toBeLessThanOrEqual(received + 1)
    expect(lab.node('db2').lag!.heartbeatUs).toBeGreaterThan(4_000_000)
  })
})
