// Group G of SPEC.md: slaves that are late on purpose.
import { describe, expect, it } from 'vitest'
import { Lab } from './lab.ts'

const closed = [{ id: 'c1', thinkMs: 20 }]
const byHand = [{ id: 'c1', kind: 'stream', ratePerSecond: 0 }]
const noMonitor = { failover: { monitor: false } }

describe('delayed slaves', () => {
  const delayed = [{ id: 'db1', role: 'master' }, { id: 'db2', delayMs: 3000 }, { id: 'db3' }]

  it('[G1] a delayed slave receives at once and applies when the entry is as old as its delay', () => {
    const lab = new Lab({ specs: delayed, clients: byHand, ...noMonitor }).pass(50).write('c1').pass(100)
    const logged = lab.facts('entries-logged')[0]!.t
    const { received, applied, applier, heldUntil } = lab.node('db2')
    expect([received, applied, applier.state]).toEqual([1, 0, 'delaying'])
    expect(heldUntil).toBe(logged + 3_000_000)
    expect(lab.facts('apply-held', 'db2')[0]!.args).toMatchObject({ from: 1, to: 1 })
    expect(lab.node('db3').applied).toBe(1)
    lab.pass(4000)
    const begun = lab.facts('apply-started', 'db2')[0]!.t
    expect(begun).toBe(logged + 3_000_000)
    expect(lab.node('db2')).toMatchObject({ applied: 1, heldUntil: null, applier: { state: 'idle' } })
  })

  it('[G1] below a slave in the middle the delay counts from that one’s commit', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', applyMs: 400 },
      { id: 'db3', upstream: 'db2', delayMs: 1000 },
    ]
    const lab = new Lab({ specs, clients: byHand, ...noMonitor }).pass(50).write('c1').pass(3000)
    const middle = lab.facts('entries-applied', 'db2')[0]!.t
    expect(lab.facts('apply-started', 'db3')[0]!.t).toBe(middle + 1_000_000)
  })

  it('[G2] while it holds, it reports the age of what it holds, and its gauge does not warn of that', () => {
    const lab = new Lab({ specs: delayed, clients: closed, lag: { warnMs: 200, criticalMs: 1000 }, ...noMonitor })
    const { lag } = lab.pass(6000).node('db2')
    expect([2, 3, 4]).toContain(lag!.reported)
    expect(lag!.entriesToApply).toBeGreaterThan(50)
    expect(lag!.trueUs).toBeGreaterThan(2_900_000)
    expect(lag!.level).toBe('ok')
    lab.cut('db1', 'db2').pass(3000)
    expect(lab.node('db2').lag!.level).toBe('critical')
  })

  it('[G2] a delay that is changed counts at once, also for what is held', () => {
    const lab = new Lab({ specs: delayed, clients: byHand, ...noMonitor }).pass(50).write('c1').pass(500)
    lab.act({ do: 'set', path: 'nodes.db2.delayMs', value: 0 }).pass(10)
    expect(lab.node('db2').applied).toBe(1)
    lab.act({ do: 'set', path: 'nodes.db2.delayMs', value: 60_000 }).write('c1').pass(1000)
    expect(lab.node('db2')).toMatchObject({ applied: 1, applier: { state: 'delaying' } })
  })

  it('[G3] a clock that is ahead shortens the delay by as much', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', delayMs: 3000, clockOffsetMs: 1000 },
    ]
    const lab = new Lab({ specs, clients: byHand, ...noMonitor }).pass(50).write('c1').pass(4000)
    expect(lab.facts('apply-started', 'db2')[0]!.t).toBe(lab.facts('entries-logged')[0]!.t + 2_000_000)
  })

  it('[G4] stopped in time, it never applies what was a mistake', () => {
    const lab = new Lab({ specs: delayed, clients: byHand, ...noMonitor }).pass(50).write('c1').pass(2000)
    lab.act({ do: 'stop-applier', node: 'db2' }).pass(5000)
    expect(lab.engine.rows('db2', 9)).toEqual([])
    expect(lab.engine.rows('db3', 9)).toHaveLength(1)
    expect(lab.node('db2')).toMatchObject({ received: 1, applied: 0, applier: { state: 'stopped' } })
  })

  it('[G20] the first statement of several rows, and a thread that is stopped or started, are milestones', () => {
    const many = [
      { id: 'c1', kind: 'stream', ratePerSecond: 0, entriesPerWrite: 8 },
      ...byHand.map((c) => ({ ...c, id: 'c2' })),
    ]
    const lab = new Lab({ specs: delayed, clients: many, ...noMonitor }).pass(50).write('c1').write('c2').write('c1')
    lab.pass(50).act({ do: 'stop-applier', node: 'db2' }).pass(50).act({ do: 'start-applier', node: 'db2' }).pass(50)
    expect(lab.facts('write-sent')).toHaveLength(3)
    const told = lab.engine.milestones().map(({ kind, at }) => `${at} ${kind}`)
    expect(told).toEqual(['c1 write-sent', 'db2 applier-stopped', 'db2 applier-started'])
  })

  it('[G5] one that is to take over holds nothing: it applies its whole relay log first, and nothing received is lost', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', delayMs: 60_000, applyMs: 5 },
    ]
    const lab = new Lab({ specs, clients: closed, failover: { probeEveryMs: 100, probeTimeoutMs: 50, misses: 2 } })
    lab.pass(2000)
    expect(lab.node('db2').applied).toBe(0)
    const { received } = lab.node('db2')
    lab.kill('db1')
    const drain = lab.until('drain-started')
    expect(drain.args.count).toBeGreaterThanOrEqual(received)
    lab.until('promoted')
    const { applied } = lab.node('db2')
    expect(applied).toBe(drain.args.to)
    expect(lab.now - drain.t).toBeGreaterThanOrEqual(drain.args.count! * 5000)
  })
})
