import { expect, test } from 'vitest'
import { createEngine, type Fact } from '../index.ts'
import { Lab, runOf } from './lab.ts'

const lag = { warnEntries: 4, criticalEntries: 1000, warnMs: 200, criticalMs: 600, dwellMs: 100, noDataMs: 1000 }
const clients = [{ id: 'c1', kind: 'closed-loop', thinkMs: 20 }]
const quiet = { failover: { monitor: false }, lag: { ...lag, warnEntries: 1000 }, clients }
const raised = (lab: Lab, reason: string, at = 'db2') =>
  lab.facts('alert-raised', at).filter(({ args }) => args.reason === reason)
const factOf = (lab: Lab, id: number): Fact | undefined => lab.every().find((fact) => fact.id === id)

test('[M11] a slave over a threshold for the dwell time is an alert, at the very instant at which it is due', () => {
  const lab = new Lab(quiet).pass(500).stall('db1', 'db2').pass(1_000)
  const oldest = lab.facts('entries-logged').find(({ t }) => t > 500_000 - 5_000)
  const [warn, critical] = raised(lab, 'seconds')
  expect(warn?.args.path).toBe('warn')
  expect(critical?.args.path).toBe('critical')
  expect(critical!.t - warn!.t).toBe(400_000)
  expect(warn!.args.us).toBe(300_000)
  expect(warn!.t - oldest!.t).toBeLessThan(330_000)
})

test('[M11] a wave that is over before the dwell time has passed is none', () => {
  const lab = new Lab(quiet).pass(500).stall('db1', 'db2').pass(250).heal('db1', 'db2').pass(1_000)
  expect(lab.facts('alert-raised')).toEqual([])
})

test('[M11] entries alone are an alert, too', () => {
  const lab = new Lab({ ...quiet, lag: { ...lag, warnMs: 60_000, criticalMs: 60_000 } })
  lab.pass(500).stall('db1', 'db2').pass(1_000)
  const [fact] = raised(lab, 'entries')
  expect(fact?.args).toMatchObject({ path: 'warn', value: 4 })
  expect(fact!.args.count).toBeGreaterThanOrEqual(4)
})

test('[M12] an alert stands until the slave is below the threshold, and is cleared in that instant', () => {
  const lab = new Lab(quiet).pass(500).stall('db1', 'db2').pass(1_000)
  expect(lab.frame().alerts.find(({ reason }) => reason === 'seconds')).toMatchObject({ level: 'critical', to: null })
  const cleared = lab.heal('db1', 'db2').until('alert-cleared', 'db2')
  const alert = lab.frame().alerts.find(({ reason }) => reason === 'seconds')!
  expect(alert).toMatchObject({ node: 'db2', level: 'critical', to: cleared.t })
  expect(cleared.args.us).toBe(cleared.t - alert.from)
  expect(lab.node('db2').lag!.trueUs).toBeLessThan(200_000)
})

test('[M13] the cause is what broke: the silent link, the dead process, the stopped thread, the lock', () => {
  const causeOf = (lab: Lab, reason: string, at = 'db2') => factOf(lab, raised(lab, reason, at)[0]!.cause)
  expect(causeOf(new Lab(quiet).pass(500).stall('db1', 'db2').pass(1_000), 'seconds')?.kind).toBe('link-stalled')
  expect(causeOf(new Lab(quiet).pass(500).cut('db1', 'db2').pass(1_000), 'seconds')?.kind).toBe('link-cut')
  const stopped = new Lab(quiet).pass(500).act({ do: 'stop-applier', node: 'db2' }).pass(1_200)
  expect(causeOf(stopped, 'seconds')?.kind).toBe('applier-stopped')
  const locked = new Lab(quiet).pass(500).act({ do: 'lock-rows', node: 'db2' }).pass(1_000)
  expect(causeOf(locked, 'seconds')?.kind).toBe('rows-locked')
  expect(causeOf(new Lab(quiet).pass(500).kill('db2').pass(2_000), 'no-data')?.kind).toBe('killed')
  const deep = { ...quiet, specs: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', upstream: 'db2' }] }
  const orphan = new Lab(deep).pass(500).stall('db1', 'db2').pass(1_000)
  expect(causeOf(orphan, 'seconds', 'db3')).toMatchObject({ kind: 'link-stalled', at: 'db1~db2' })
})

test('[M13] where nothing broke it is the setting that was changed, or the work itself', () => {
  const lab = new Lab(quiet).pass(500).act({ do: 'set', path: 'nodes.db2.applyMs', value: 80 }).pass(3_000)
  expect(factOf(lab, raised(lab, 'seconds')[0]!.cause)).toMatchObject({ kind: 'setting-changed' })
  const slow = [
    { id: 'db1', role: 'master' },
    { id: 'db2', applyMs: 80 },
  ]
  const work = new Lab({ ...quiet, specs: slow }).pass(3_000)
  expect(factOf(work, raised(work, 'seconds')[0]!.cause)).toMatchObject({ kind: 'apply-started', at: 'db2' })
})

test('[M14] no data is an alert of its own: a slave that is down, and one that says NULL', () => {
  const lab = new Lab(quiet).pass(500).kill('db2').pass(2_000)
  const [down] = raised(lab, 'no-data')
  expect(down).toMatchObject({ t: 500_001 + 1_000_000, args: { path: 'critical', us: 1_000_000 } })
  const stopped = new Lab(quiet).pass(500).act({ do: 'stop-receiver', node: 'db2' }).pass(2_000)
  expect(stopped.node('db2').lag!.reported).toBeNull()
  expect(raised(stopped, 'no-data')).toHaveLength(1)
})

test('[M14] a silent line is not NULL: the slave says 0 and the alert about its age comes all the same', () => {
  const lab = new Lab(quiet).pass(500).stall('db1', 'db2').pass(2_000)
  expect(lab.node('db2').lag!.reported).toBe(0)
  expect(raised(lab, 'no-data')).toEqual([])
  expect(raised(lab, 'seconds')).not.toEqual([])
})

test('[M15] an entry that stands in too few logs for the dwell time is an alert of the master', () => {
  const two = { ...quiet, nodes: ['db1', 'db2'] }
  const lab = new Lab(two).pass(500)
  expect(lab.frame().copies).toMatchObject({ needed: 2 })
  lab.cut('db1', 'db2').pass(1_000)
  const [fact] = raised(lab, 'copies', 'db1')
  expect(fact?.args).toMatchObject({ path: 'warn', count: 1, value: 2, us: 100_000 })
  expect(lab.frame().copies).toMatchObject({ complete: 1, needed: 2 })
  lab.heal('db1', 'db2').until('alert-cleared', 'db1')
  expect(
    lab
      .pass(0.001)
      .frame()
      .alerts.every(({ reason, to }) => reason !== 'copies' || to !== null),
  ).toBe(true)
})

test('[M15] with one slave that has everything there are copies enough, however far the other one is', () => {
  const lab = new Lab(quiet).pass(500).stall('db1', 'db2').pass(2_000)
  expect(raised(lab, 'copies', 'db1')).toEqual([])
})

test('[M16] the first moment a user could have noticed is that of a stale read, also before the alert', () => {
  const reader = { id: 'r1', kind: 'reader', thinkMs: 20, route: 'random', keys: 1 }
  const specs = ['db1', 'db2']
  const lab = new Lab({ ...quiet, nodes: specs, clients: [{ ...clients[0], keys: 1 }, reader] })
  lab.pass(500).stall('db1', 'db2').pass(1_500)
  const alert = lab.frame().alerts.find(({ reason }) => reason === 'seconds')!
  const seen = factOf(lab, alert.noticedBy!)!
  expect(seen.args.peer).toBe('db2')
  expect(seen.t).toBe(alert.noticedAt)
  expect(alert.noticedAt!).toBeLessThan(alert.from)
  expect(alert.noticedAt!).toBeGreaterThan(500_000)
})

test('[M16] where nobody reads from a slave nobody could notice', () => {
  const lab = new Lab(quiet).pass(500).stall('db1', 'db2').pass(1_500)
  expect(lab.frame().alerts.find(({ reason }) => reason === 'seconds')).toMatchObject({ noticedAt: null })
})

test('[M16] in semi-sync a wait of over a second is noticed', () => {
  const waits = { mode: 'semi-sync', waitFor: 2, timeoutMs: 1_500 }
  const lab = new Lab({ ...quiet, replication: waits, lag: { ...lag, warnEntries: 1 } })
  lab.pass(500).stall('db1', 'db2').pass(3_000)
  const alert = lab.frame().alerts.find(({ node }) => node === 'db2')!
  expect(factOf(lab, alert.noticedBy!)).toMatchObject({ kind: 'write-ok', at: 'c1' })
})

test('[M17] thresholds change while the run goes on: a lower one raises, a higher one clears', () => {
  const lab = new Lab({ ...quiet, lag: { ...lag, warnMs: 60_000, criticalMs: 60_000, warnEntries: 1000 } })
  lab.pass(500).stall('db1', 'db2').pass(1_000)
  expect(lab.facts('alert-raised')).toEqual([])
  lab.act({ do: 'set', path: 'lag.warnMs', value: 300 }).pass(200)
  expect(raised(lab, 'seconds')).toHaveLength(1)
  lab.act({ do: 'set', path: 'lag.warnMs', value: 50_000 }).pass(1)
  expect(lab.frame().alerts.at(-1)!.to).not.toBeNull()
  const inRun = [{ atMs: 900, do: 'set' as const, path: 'lag.dwellMs', value: 0 }]
  // Also as a run has it: the check of interventions knows them.
  expect(runOf({ ...quiet, interventions: inRun }).interventions).toEqual(inRun)
})

test('[M18] alerts are the same however the run is gone through, and from any checkpoint', () => {
  const interventions = [
    { atMs: 500, do: 'stall' as const, between: ['db1', 'db2'] as [string, string] },
    { atMs: 2_500, do: 'heal' as const, between: ['db1', 'db2'] as [string, string] },
    { atMs: 3_000, do: 'kill' as const, node: 'db3' },
  ]
  const run = runOf({ ...quiet, interventions })
  const whole = createEngine(run)
  whole.runTo(6_000_000)
  const steps = createEngine(run)
  for (let t = 0; t <= 6_000_000; t += 37_000) {
    steps.runTo(t)
    steps.frame()
    steps.restore(steps.checkpoint())
  }
  steps.runTo(6_000_000)
  expect(steps.frame().alerts).toEqual(whole.frame().alerts)
  expect(steps.frame().alerts.length).toBeGreaterThan(1)
  expect(steps.digest()).toBe(whole.digest())
})
