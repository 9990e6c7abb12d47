/** SPEC F1 to F9: what breaks, what is lost with it, and what those concerned can see of it. */
import { describe, expect, test } from 'vitest'
import { Lab } from './lab.ts'

const STREAM = { id: 'c1', kind: 'stream', ratePerSecond: 100, startMs: 300 }
const NOBODY_WATCHES = { monitor: false }
const SLOW_MONITOR = { probeEveryMs: 60_000 }

describe('faults', () => {
  test('[F1] a crash: what was flushed is committed on return, what was not has never been', () => {
    const lab = new Lab({
      clients: [1, 2, 3].map((n) => ({ id: `c${n}`, thinkMs: 60_000, startMs: 100 + 4 * n, retryMs: 60_000 })),
      costs: { flushMs: 10, commitMs: 20 },
      failover: NOBODY_WATCHES,
    })
    lab.until('entries-logged')
    lab.pass(1).kill('db1')
    expect(lab.node('db1')).toMatchObject({ process: 'down', received: 1, applied: 0 })
    expect(lab.frame().counters).toMatchObject({ unknown: 0, pending: 3 })
    lab.pass(100).restart('db1')
    expect(lab.node('db1').process).toBe('recovering')
    expect(lab.until('node-recovered').args).toEqual({ to: 1, count: 2 })
    expect(lab.node('db1')).toMatchObject({ process: 'up', role: 'master', received: 1, applied: 1 })
    expect(lab.frame().counters).toMatchObject({ unknown: 3, ok: 0, ghost: 1 })
  })

  test('[F2] a crash: what its links carry is dropped, and its peers see a reset one instant later', () => {
    const lab = new Lab({ clients: [STREAM], network: { oneWayMs: 50 }, failover: SLOW_MONITOR }).pass(1000)
    lab.pass(1)
    const inFlight = lab.frame().messages.filter(({ from, to }) => from === 'db1' || to === 'db1').length
    expect(inFlight).toBeGreaterThan(5)
    const end = lab.node('db1').received
    lab.kill('db1')
    const { id, t } = lab.facts('killed')[0]!
    expect(lab.frame().messages.filter(({ from, to }) => from === 'db1' || to === 'db1')).toEqual([])
    expect(lab.facts('dropped').filter(({ cause }) => cause === id)).toHaveLength(inFlight)
    lab.pass(0.001)
    const reset = lab.facts('receiver-connecting').filter((fact) => fact.t === t + 1)
    expect(reset.map(({ at, args }) => [at, args.reason])).toEqual([
      ['db2', 'reset'],
      ['db3', 'reset'],
    ])
    lab.pass(500)
    expect(lab.node('db2').received).toBeLessThan(end)
    expect(lab.node('db2').received).toBeGreaterThan(0)
  })

  test('[F3] killed: the positions that only the dead one holds and whose clients heard OK are named', () => {
    const lab = new Lab({ clients: [STREAM], network: { oneWayMs: 50 }, failover: SLOW_MONITOR }).pass(1000).kill('db1')
    const { list } = lab.facts('killed')[0]!.args
    const received = lab.node('db2').received
    expect(list).toEqual(Array.from({ length: list!.length }, (_, at) => received + 1 + at))
    expect(list!.length).toBeGreaterThanOrEqual(4)
    expect(lab.node('db1').onlyHere).toEqual(list)
  })

  test('[F4] a cut: seconds behind are unknown, the receiver is back within its retry interval, every entry is there once', () => {
    const lab = new Lab({ nodes: ['db1', 'db2'], clients: [{ ...STREAM, writes: 400 }] }).pass(1000).cut('db1', 'db2')
    for (let s = 0; s < 2; s++) {
      lab.pass(1000)
      expect(lab.node('db2').lag!.reported).toBeNull()
      expect(['connecting', 'waiting']).toContain(lab.node('db2').receiver.state)
      expect(lab.node('db2').applier.state).toBe('idle')
    }
    const before = lab.node('db2').received
    lab.heal('db1', 'db2')
    const healed = lab.now
    const connected = lab.until('receiver-connected')
    expect(connected.t - healed).toBeLessThanOrEqual(1_000_000 + 10_010)
    lab.pass(3000)
    expect(lab.facts('entries-received', 'db2').find(({ t }) => t > healed)!.args.from).toBe(before + 1)
    expect(lab.node('db2')).toMatchObject({ received: 400, applied: 400 })
    lab.expectSame('db1', 'db2')
  })

  test('[F5] a silent stall: the slave reports 0 while the true backlog grows at the write rate; the bytes arrive on heal', () => {
    const lab = new Lab({ nodes: ['db1', 'db2'], clients: [STREAM] }).pass(1000).stall('db1', 'db2')
    for (let s = 1; s <= 4; s++) {
      lab.pass(1000)
      const { lag, receiver, applier } = lab.node('db2')
      expect(lag!.reported).toBe(0)
      expect(receiver.state).toBe('streaming')
      expect(applier.state).toBe('idle')
      expect(lag!.entriesToReceive).toBeGreaterThan(0.8 * 100 * s)
      expect(lag!.entriesToReceive).toBeLessThan(1.2 * 100 * s)
    }
    const held = lab.frame().messages.filter((message) => message.held)
    expect(held.length).toBeGreaterThan(300)
    lab.heal('db1', 'db2')
    for (const { id, path } of lab.frame().messages.filter((message) => held.some((one) => one.id === message.id))) {
      const [stalled, healed] = path.slice(-3)
      expect(healed![0]).toBe(lab.now)
      expect(healed![1]).toBe(stalled![1])
      expect(path.at(-1)![1]).toBe(1)
      expect(id).toBeGreaterThan(0)
    }
    lab.pass(100)
    expect(lab.node('db2').lag!.entriesBehind).toBeLessThanOrEqual(2)
  })

  test('[F6] a stall longer than the net timeout: the receiver gives up, and is back after the heal', () => {
    const lab = new Lab({
      nodes: ['db1', 'db2'],
      clients: [{ ...STREAM, writes: 500 }],
      replication: { netTimeoutMs: 2000, heartbeatMs: 1000, connectRetryMs: 300 },
    })
      .pass(1000)
      .stall('db1', 'db2')
    const connecting = lab.until('receiver-connecting')
    expect(connecting.args.reason).toBe('silence')
    expect(connecting.t - 1_000_000).toBeLessThan(2_020_000)
    expect(connecting.t - 1_000_000).toBeGreaterThan(1_980_000)
    expect(lab.node('db2').lag!.reported).toBeNull()
    lab.pass(500).heal('db1', 'db2').pass(3000)
    expect(lab.node('db2')).toMatchObject({ received: 500, applied: 500 })
  })

  test('[F7] heartbeats keep an idle connection alive', () => {
    const lab = new Lab({ nodes: ['db1', 'db2'], replication: { netTimeoutMs: 2000, heartbeatMs: 500 } }).pass(20_000)
    expect(lab.facts('receiver-connecting')).toHaveLength(1)
    expect(lab.node('db2').receiver.state).toBe('streaming')
  })

  test('[F8] a stopped receiver: nothing more arrives, what is there is applied; started again it goes on', () => {
    const lab = new Lab({ clients: [STREAM], costs: { applyMs: 8 } }).pass(1000.05)
    lab.act({ do: 'stop-receiver', node: 'db2' })
    expect(lab.facts('receiver-stopped', 'db2').at(-1)!.args.reason).toBe('asked')
    const { received } = lab.node('db2')
    lab.pass(1000)
    expect(lab.node('db2')).toMatchObject({ received, applied: received })
    expect(lab.node('db2').lag!.reported).toBeNull()
    lab.act({ do: 'start-receiver', node: 'db2' }).pass(2000)
    expect(lab.node('db2').lag!.entriesToReceive).toBeLessThanOrEqual(2)
  })

  test('[F9] jitter delays messages and never lets one overtake another', () => {
    const lab = new Lab({ nodes: ['db1', 'db2'], clients: [STREAM], network: { oneWayMs: 5, jitterMs: 20 } }).pass(3000)
    let next = 1
    for (const { args } of lab.facts('entries-received', 'db2')) {
      expect(args.from).toBe(next)
      next = args.to! + 1
    }
    expect(next).toBeGreaterThan(200)
    const delays = new Set(lab.frame().messages.map(({ path }) => path[1]![0] - path[0]![0]))
    expect(delays.size).toBeGreaterThan(1)
  })

  test('[F10] a killed slave loses nothing that it had flushed, and fetches the rest when it is back', () => {
    const lab = new Lab({ clients: [{ ...STREAM, writes: 300 }] }).pass(1000).kill('db2')
    const { received } = lab.node('db2')
    lab.pass(1000).restart('db2')
    expect(lab.until('slave-connected').args).toMatchObject({ peer: 'db2', from: received + 1 })
    lab.pass(3000).expectSame('db1', 'db2', 'db3').expectLost(0)
  })

  test('[F11] reset clients get UNKNOWN for what was in flight; a connection that nobody answers gives ERROR', () => {
    const lab = new Lab({
      clients: [{ id: 'c1', thinkMs: 5, startMs: 100, retryMs: 100 }],
      costs: { executeMs: 3 },
      failover: NOBODY_WATCHES,
    })
    lab.until('write-sent')
    lab.pass(1).kill('db1').pass(500)
    expect(lab.facts('write-unknown').map(({ args }) => args.reason)).toEqual(['connection-lost'])
    const errors = lab.facts('write-error')
    expect(errors.length).toBeGreaterThanOrEqual(3)
    expect(new Set(errors.map(({ args }) => args.reason))).toEqual(new Set(['refused']))
    expect(lab.frame().counters.ghost).toBe(0)
  })

  test('[F12] cutting a client off leaves its write’s outcome UNKNOWN, though it happened: a ghost', () => {
    const lab = new Lab({ clients: [{ id: 'c1', thinkMs: 60_000, startMs: 100 }], costs: { executeMs: 3 } })
    lab.until('write-sent')
    lab.pass(1).cut('c1', 'db1').pass(100)
    expect(lab.frame().counters).toMatchObject({ issued: 1, unknown: 1, ghost: 1 })
    expect(lab.node('db2').applied).toBe(1)
  })
})
