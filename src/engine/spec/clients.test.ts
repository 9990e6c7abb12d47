/** SPEC C: how clients write, and what they believe. */
import { describe, expect, test } from 'vitest'
import { Lab } from './lab.ts'

describe('clients', () => {
  test('[C1] a closed loop waits for its answer, thinks, and writes again: never two at once', () => {
    const lab = new Lab({ clients: [{ id: 'c1', thinkMs: 50, startMs: 100 }] }).pass(1000)
    const sent = lab.facts('write-sent')
    const ok = lab.facts('write-ok')
    expect(sent[0]!.t).toBe(100_001)
    for (let at = 1; at < sent.length; at++) expect((sent[at]!.t - ok[at - 1]!.t) / 1000).toBeCloseTo(50, 1)
  })

  test('[C2] a stream keeps its rate however slow the database is, and queues what its connections cannot take', () => {
    const lab = new Lab({
      clients: [{ id: 'c1', kind: 'stream', ratePerSecond: 200, connections: 3, startMs: 100 }],
      costs: { executeMs: 50 },
    }).pass(1100)
    expect(lab.frame().counters.issued).toBe(201)
    const sent = lab.facts('write-sent').length
    const answered = lab.facts('write-ok').length
    expect(sent - answered).toBe(3)
    expect(sent).toBeLessThan(80)
    expect(lab.client('c1').pending).toBe(201 - answered)
  })

  test('[C3] exponential spacing has the mean that was asked for', () => {
    const stream = { id: 'c1', kind: 'stream', ratePerSecond: 100, spacing: 'exponential' }
    const lab = new Lab({ clients: [stream] }).pass(20_000)
    expect(lab.frame().counters.issued).toBeGreaterThan(1800)
    expect(lab.frame().counters.issued).toBeLessThan(2200)
  })

  test('[C4] silence for the whole timeout: UNKNOWN, then a pause, then the next', () => {
    const lab = new Lab({ clients: [{ id: 'c1', thinkMs: 10, startMs: 500, timeoutMs: 700, retryMs: 300 }] }).pass(400)
    lab.stall('c1', 'db1').pass(2500)
    const sent = lab.facts('write-sent')
    const unknown = lab.facts('write-unknown')
    expect(unknown.map(({ args }) => args.reason)).toEqual(['timeout', 'timeout'])
    expect(unknown[0]!.t - sent[0]!.t).toBe(700_000)
    expect((sent[1]!.t - unknown[0]!.t) / 1000).toBeCloseTo(300, 1)
    expect(lab.client('c1')).toMatchObject({ last: { outcome: 'unknown' }, state: 'waiting' })
  })

  test('[C5] a write by hand goes at once, or right after the one in flight', () => {
    const idle = new Lab({ clients: [{ id: 'c1', kind: 'stream', ratePerSecond: 0 }] }).pass(1000)
    expect(idle.frame().counters.issued).toBe(0)
    idle.write('c1').pass(10)
    expect(idle.frame().counters).toMatchObject({ issued: 1, ok: 1 })
    const busy = new Lab({ clients: [{ id: 'c1', thinkMs: 60_000, startMs: 100 }], costs: { executeMs: 20 } }).pass(110)
    busy.write('c1').write('c1').pass(100)
    const ok = busy.facts('write-ok')
    const sent = busy.facts('write-sent')
    expect(sent).toHaveLength(3)
    expect(ok).toHaveLength(3)
    expect(sent[1]!.t - ok[0]!.t).toBeLessThanOrEqual(5)
    expect(sent[2]!.t - ok[1]!.t).toBeLessThanOrEqual(5)
  })

  test('[C6] it stops after as many writes as it was given', () => {
    const clients = [
      { id: 'c1', thinkMs: 5, writes: 7, startMs: 100 },
      { id: 'c2', kind: 'stream', ratePerSecond: 50, writes: 9 },
    ]
    const lab = new Lab({ clients }).pass(3000)
    expect(lab.facts('write-ok', 'c1')).toHaveLength(7)
    expect(lab.facts('write-ok', 'c2')).toHaveLength(9)
    expect(lab.client('c1').state).toBe('stopped')
    expect(lab.client('c2').state).toBe('stopped')
  })

  test('[C7] a node that is no master refuses: ERROR, and nothing has happened', () => {
    const failover = { probeEveryMs: 60_000 }
    const lab = new Lab({ clients: [{ id: 'c1', thinkMs: 10, startMs: 100, retryMs: 100 }], failover }).pass(500)
    lab.kill('db1').pass(300)
    const { error, ghost } = lab.frame().counters
    expect(error).toBeGreaterThanOrEqual(1)
    expect(ghost).toBe(0)
  })

  test('[C8] keys are k1 to kN, and the entries of one write go round them', () => {
    const lab = new Lab({ clients: [{ id: 'c1', thinkMs: 5, keys: 3, entriesPerWrite: 4, startMs: 100 }] }).pass(500)
    for (const { args } of lab.facts('write-sent')) expect(['k1', 'k2', 'k3']).toContain(args.key)
    const { cells } = lab.node('db2')
    const write = cells.at(-1)!.write
    const keys = cells.filter((cell) => cell.write === write).map(({ key }) => key)
    expect(keys).toHaveLength(4)
    expect(new Set(keys.slice(0, 3)).size).toBe(3)
    expect(keys[3]).toBe(keys[0])
  })

  test('[C9] settings change while it runs: the next pause is the new one', () => {
    const lab = new Lab({ clients: [{ id: 'c1', thinkMs: 10, startMs: 100 }] }).pass(1000)
    lab.act({ do: 'set', path: 'clients.c1.thinkMs', value: 100 }).pass(20)
    const before = lab.facts('write-sent').length
    lab.pass(1000)
    expect(lab.facts('write-sent').length - before).toBeLessThanOrEqual(10)
    expect(lab.frame().settings['clients.c1.thinkMs']).toBe(100)
    expect(lab.facts('setting-changed')[0]).toMatchObject({
      at: 'c1',
      args: { path: 'clients.c1.thinkMs', value: 100 },
    })
  })
})
