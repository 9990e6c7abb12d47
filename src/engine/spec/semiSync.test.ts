/** SPEC S: when a client of a semi-synchronous master hears OK. Figures and tolerances follow recordings of MariaDB. */
import { describe, expect, test } from 'vitest'
import { Lab, median } from './lab.ts'

const LOOP = { id: 'c1', thinkMs: 20, startMs: 500 }
const SEMI_SYNC = { mode: 'semi-sync', timeoutMs: 1500, connectRetryMs: 200 }
const BASE_MS = 0.6

/** One slave 5 ms away. */
const pair = (more: object = {}, replication: object = {}) =>
  new Lab({
    nodes: ['db1', 'db2'],
    network: { oneWayMs: 5 },
    clients: [LOOP],
    replication: { ...SEMI_SYNC, ...replication },
    ...more,
  })

describe('semi-sync', () => {
  test.each([0.5, 5, 20, 50])('[S1] latency = async + one round trip (2 x %d ms)', (d) => {
    const lab = pair({ network: { oneWayMs: d } }).pass(4000)
    expect(lab.latencies().length).toBeGreaterThan(20)
    for (const ms of lab.latencies()) expect(ms).toBeCloseTo(BASE_MS + 2 * d, 1)
  })

  test('[S2] the acknowledgement comes from the receiver: a slow SQL thread adds nothing', () => {
    const lab = pair({ costs: { applyMs: 400 } }).pass(3000)
    expect(median(lab.latencies())).toBeCloseTo(BASE_MS + 10, 1)
    expect(lab.facts('ack-arrived')[0]!.args.reason).toBe('received')
  })

  test('[S3] an acknowledgement that means applied waits for the SQL thread', () => {
    const lab = pair({ costs: { applyMs: 8 } }, { ack: 'applied' }).pass(3000)
    for (const ms of lab.latencies()) expect(ms).toBeCloseTo(BASE_MS + 10 + 8, 1)
    expect(lab.facts('ack-arrived')[0]!.args.reason).toBe('applied')
  })

  test.each([
    [1, 5],
    [2, 20],
    [3, 40],
  ])('[S4] with %d acknowledgements wanted, the slave %d ms away decides', (waitFor, d) => {
    const lab = new Lab({
      nodes: ['db1', 'db2', 'db3', 'db4'],
      oneWayMs: { db2: 5, db3: 20, db4: 40 },
      clients: [LOOP],
      replication: { ...SEMI_SYNC, waitFor },
    }).pass(3000)
    for (const ms of lab.latencies()) expect(ms).toBeCloseTo(BASE_MS + 2 * d, 1)
  })

  test.each(['stall', 'cut', 'stop', 'kill'])(
    '[S5] no acknowledgement (%s): the oldest waits out the timeout, all that wait go with it, later ones do not wait',
    (how) => {
      const clients = [0, 500, 1000].map((ms, at) => ({ id: `c${at}`, thinkMs: 60_000, startMs: 1000 + ms }))
      const lab = pair({ clients: [...clients, { id: 'c9', thinkMs: 50, startMs: 2600 }] }).pass(900)
      if (how === 'stall') lab.stall('db1', 'db2')
      if (how === 'cut') lab.cut('db1', 'db2')
      if (how === 'stop') lab.act({ do: 'stop-receiver', node: 'db2' })
      if (how === 'kill') lab.kill('db2')
      lab.pass(3000)
      const waited = (id: string): number => lab.latencies(id)[0]!
      expect(waited('c0')).toBeGreaterThanOrEqual(1500)
      expect(waited('c0')).toBeLessThan(1502)
      expect(waited('c1')).toBeCloseTo(waited('c0') - 500, 0)
      expect(waited('c2')).toBeCloseTo(waited('c0') - 1000, 0)
      expect(lab.facts('gate-timed-out')).toHaveLength(1)
      expect(lab.facts('gate-timed-out')[0]!.args.us).toBe(1_500_000)
      expect(lab.latencies('c9').length).toBeGreaterThan(10)
      for (const ms of lab.latencies('c9')) expect(ms).toBeLessThan(2.5)
      expect(lab.frame().mode.gate).toBe('fallen-back')
    },
  )

  test.each([
    ['stall', 50],
    ['cut', 300],
  ])('[S6] on again only once a slave has acknowledged up to the end of the log (%s)', (how, withinMs) => {
    const lab = pair({ costs: { relayFlushMs: 2 } }).pass(1000)
    if (how === 'stall') lab.stall('db1', 'db2')
    else lab.cut('db1', 'db2')
    lab.pass(3000)
    expect(lab.frame().mode.gate).toBe('fallen-back')
    expect(lab.node('db2').lag!.entriesToReceive).toBeGreaterThan(20)
    lab.heal('db1', 'db2')
    const healed = lab.now
    const recovered = lab.until('gate-recovered')
    expect((recovered.t - healed) / 1000).toBeLessThan(withinMs)
    const last = lab.facts('ack-arrived').at(-1)!
    expect(last.args.to).toBe(lab.node('db1').received)
    lab.pass(1000)
    expect(median(lab.latencies().slice(-10))).toBeCloseTo(BASE_MS + 1.9 + 10, 1)
  })

  test('[S7] AFTER_SYNC: what waits at the gate is in the log and nobody else sees it', () => {
    const lab = pair({ network: { oneWayMs: 50 } }).pass(500)
    lab.until('entries-logged')
    lab.pass(50)
    expect(lab.node('db1')).toMatchObject({ received: 1, applied: 0 })
    lab.pass(60)
    expect(lab.node('db1')).toMatchObject({ received: 1, applied: 1 })
  })

  test('[S8] fallen back, the slaves acknowledge all the same', () => {
    const lab = pair(
      {
        nodes: ['db1', 'db2', 'db3'],
        oneWayMs: { db2: 5, db3: 5 },
      },
      { waitFor: 2 },
    ).pass(1000)
    lab.kill('db3').pass(2500)
    expect(lab.frame().mode.gate).toBe('fallen-back')
    const before = lab.facts('ack-arrived').length
    lab.pass(500)
    expect(lab.facts('ack-arrived').length).toBeGreaterThan(before + 10)
  })

  test('[S9] fewer acknowledgements wanted, set while writes wait: those that have enough go on', () => {
    const lab = pair({ nodes: ['db1', 'db2', 'db3'] }, { waitFor: 2, timeoutMs: 60_000 })
      .pass(1000)
      .kill('db3')
      .pass(500)
    expect(lab.client('c1').state).toBe('waiting')
    lab.act({ do: 'set', path: 'replication.waitFor', value: 1 }).pass(20)
    expect(lab.frame().counters.ok).toBe(lab.frame().counters.issued - lab.frame().counters.pending)
    expect(lab.latencies().at(-1)).toBeGreaterThan(490)
  })
})
