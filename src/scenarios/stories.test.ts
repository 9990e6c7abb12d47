/** What the cards and `about` say of the presets, held against the runs themselves. */
import { describe, expect, it } from 'vitest'
import { createEngine, type Fact, type FactKind, type Frame } from '../engine/index.ts'
import { type Run, us, withIntervention } from '../run/index.ts'
import { empty, everyPreset, home, preset } from './index.ts'

/** A run, looked at wherever a test wants to. */
function film(run: Run) {
  const engine = createEngine(run)
  const facts: Fact[] = []
  const frameAt = (ms: number): Frame => {
    engine.runTo(us(ms))
    facts.push(...engine.factsAfter(facts.length))
    return engine.frame()
  }
  const at = (...kinds: FactKind[]) => facts.filter(({ kind }) => kinds.includes(kind))
  return { frameAt, facts, at, kinds: () => engine.milestones().map(({ kind }) => kind) }
}
const filmOf = (id: string) => film(preset(id)!.run)
const behind = (frame: Frame, id: string) =>
  frame.nodes.find((node) => node.id === id)?.lag?.entriesBehind ?? Number.NaN
const last = (run: Run) => run.scenario.untilMs

it.each(everyPreset)('$id breaks no rule and no promise', ({ run }) => {
  const frame = film(run).frameAt(last(run) > 10_000 ? 10_000 : last(run))
  const broken = frame.checkers.filter(({ promised, held }) => promised && !held)
  expect(broken.map(({ name, violation }) => `${name}: ${violation?.text}`)).toEqual([])
})

describe('async-pipeline', () => {
  it('takes each write through every station, one at a time, and says OK before a slave has it', () => {
    const { frameAt, facts } = filmOf('async-pipeline')
    const { counters } = frameAt(60)
    expect(counters.ok).toBeGreaterThanOrEqual(5)
    const when = (kind: FactKind, at: string) =>
      facts.find((f) => f.kind === kind && f.at === at && f.args.from === 3)?.t ?? 0
    const stations = [
      when('entries-logged', 'db1'),
      when('entries-sent', 'db1'),
      when('entries-committed', 'db1'),
      when('write-ok', 'c'),
      when('entries-received', 'db2'),
      when('entries-applied', 'db2'),
    ]
    expect(stations[0]).toBeGreaterThan(0)
    expect(stations).toEqual([...stations].sort((a, b) => a - b))
  })
})

describe('lag-under-load', () => {
  it('falls behind for as long as writes come faster than a slave applies, and catches up afterwards', () => {
    const { frameAt } = filmOf('lag-under-load')
    const [early, late, end] = [frameAt(18), frameAt(38), frameAt(80)].map((frame) => behind(frame, 'db2'))
    expect(late! - early!).toBeGreaterThan(12)
    expect(end).toBeLessThan(6)
  })
})

describe('slow-sql-thread', () => {
  it('receives on both slaves alike and applies late on one, until its thread is made fast', () => {
    const { frameAt } = filmOf('slow-sql-thread')
    const [, db2, db3] = frameAt(59).nodes
    expect(db3!.received).toBe(db2!.received)
    expect(db3!.received - db3!.applied).toBeGreaterThan(6)
    expect(db2!.received - db2!.applied).toBeLessThan(2)
    expect(behind(frameAt(100), 'db3')).toBeLessThan(3)
  })
})

describe('semi-sync', () => {
  it('waits for a slave before every OK, until it stops waiting, and waits again at the end', () => {
    const { frameAt, at, kinds } = filmOf('semi-sync')
    frameAt(200)
    const ok = at('write-ok')
    expect(ok.length).toBeGreaterThan(2)
    // There and back to the nearer slave, before the client hears anything.
    for (const { args } of ok) expect(args.us).toBeGreaterThan(16_000)
    frameAt(499)
    expect(kinds().filter((kind) => kind === 'gate-timed-out')).toHaveLength(1)
    const fallen = at('gate-timed-out')[0]!.t
    const afterwards = at('write-ok').filter(({ t }) => t > fallen)
    expect(afterwards.length).toBeGreaterThan(3)
    for (const { args } of afterwards.slice(1)) expect(args.us).toBeLessThan(16_000)
    const end = frameAt(700)
    expect(kinds()).toContain('gate-recovered')
    expect(end.mode.gate).toBe('on')
    expect(end.counters.lost).toBe(0)
  })
})

describe('sync-quorum', () => {
  it('loses one slave without a client noticing, and blocks with the second until it is back', () => {
    const { frameAt, at, kinds } = filmOf('sync-quorum')
    expect(frameAt(399).mode).toMatchObject({ gate: 'on', needed: 2 })
    const before = at('write-ok').map(({ args }) => args.us!)
    expect(before.length).toBeGreaterThan(7)
    expect(Math.max(...before) - Math.min(...before)).toBeLessThan(100)
    const blocked = frameAt(799)
    expect(blocked.mode).toMatchObject({ gate: 'blocked', waiting: 1 })
    expect(blocked.counters).toMatchObject({ ok: before.length, unknown: 0, pending: 1 })
    const end = frameAt(1100)
    expect(kinds()).toContain('gate-unblocked')
    expect(end.mode.gate).toBe('on')
    expect(end.counters).toMatchObject({ lost: 0, unknown: 0, error: 0 })
    expect(end.counters.ok).toBeGreaterThan(before.length + 3)
  })
})

describe('fully-sync', () => {
  it('waits for the slowest slave of all, and with its line silent for ever', () => {
    const { frameAt, at } = filmOf('fully-sync')
    frameAt(600)
    const calm = at('write-ok')
    expect(calm.length).toBeGreaterThan(3)
    // To São Paulo and back, and db3's 20 ms, before the client hears anything.
    for (const { args } of calm) expect(args.us).toBeGreaterThan(135_000)
    for (const { t, args } of calm)
      for (const slave of ['db2', 'db3'])
        expect(at('entries-applied').find((f) => f.at === slave && f.args.to === args.to)!.t).toBeLessThan(t)
    const silent = frameAt(1099)
    expect(silent.mode).toMatchObject({ gate: 'on', waiting: 2, needed: 2 })
    expect(silent.counters.ok).toBe(calm.length)
    const [, db2] = silent.nodes
    expect(db2!.applied).toBe(silent.nodes[0]!.received)
    expect(frameAt(1700).counters.ok).toBeGreaterThan(calm.length + 4)
  })
})

describe('after-commit-phantom', () => {
  it('shows a reader what its writer never hears OK for, and begins an epoch without it', () => {
    const { frameAt, at, kinds } = filmOf('after-commit-phantom')
    const before = frameAt(419)
    const { lastRead } = before.clients.find(({ id }) => id === 'reader')!
    expect(lastRead!.write).toBe(before.counters.issued)
    expect(before.counters).toMatchObject({ pending: 1 })
    const end = frameAt(2000)
    expect(at('phantom-read').map(({ args }) => [args.write, args.value])).toEqual([[lastRead!.write, lastRead!.value]])
    expect(kinds()).toContain('phantom-read')
    expect(end.counters).toMatchObject({ lost: 0, phantomReads: 1 })
    expect(at('write-unknown').map(({ args }) => args.write)).toEqual([lastRead!.write])
    const afterwards = at('read-answered').find(({ args }) => args.epoch === 2)
    expect(afterwards!.args.write).toBe(lastRead!.write - 1)
  })
})

describe('failover-clean', () => {
  it('loses nothing, and fences the old master on its return', () => {
    const { frameAt, kinds } = filmOf('failover-clean')
    expect(frameAt(479).counters.pending).toBe(0)
    const end = frameAt(2900)
    expect(kinds()).toContain('failover-done')
    expect(kinds()).toContain('fenced')
    expect(end.counters.lost).toBe(0)
    expect(end.epoch).toBe(2)
    expect(end.counters.noticed).toBe(1)
  })
})

describe('failover-lost-writes', () => {
  it('promotes the slave that has received most and applied least, after its drain, and loses two promises', () => {
    const { frameAt, at, kinds } = filmOf('failover-lost-writes')
    const [, db2, db3] = frameAt(1400).nodes
    expect(db2!.received).toBeGreaterThan(db3!.received)
    expect(db2!.applied).toBeLessThan(db3!.applied)
    const end = frameAt(3400)
    expect(kinds()).toContain('extra-entries-found')
    expect(at('drain-started')[0]?.args.count).toBeGreaterThan(1)
    expect(end.counters.lost).toBe(2)
    expect(end.nodes[0]).toMatchObject({ role: 'fenced', extraFrom: 19 })
  })
})

describe('silent-partition', () => {
  it('reports no lag while it falls behind, then an unknown one, and loses nothing', () => {
    const { frameAt, at } = filmOf('silent-partition')
    frameAt(395)
    for (const ms of [700, 900, 1050]) {
      const { lag, receiver } = frameAt(ms).nodes[1]!
      expect([receiver.state, lag?.reported]).toEqual(['streaming', 0])
      if (ms > 1000) expect(lag).toMatchObject({ level: 'critical' })
    }
    expect(frameAt(1075).nodes[1]!.lag!.trueUs).toBeGreaterThan(600_000)
    const unknown = frameAt(1300).nodes[1]!
    expect([unknown.receiver.state, unknown.lag?.reported]).toEqual(['connecting', null])
    expect(at('receiver-connecting').at(-1)).toMatchObject({ at: 'db2', args: { reason: 'silence' } })
    const end = frameAt(2000)
    expect(behind(end, 'db2')).toBeLessThan(3)
    expect(end.counters).toMatchObject({ lost: 0, noticed: 0 })
  })
})

describe('heartbeat', () => {
  it('reports 0 on a narrow line while the copy of the dated row grows old, and both agree once it is wide', () => {
    const { frameAt } = filmOf('heartbeat')
    const gauge = (ms: number, node: number) => frameAt(ms).nodes[node]!.lag!
    expect(gauge(690, 1)).toMatchObject({ reported: 0, level: 'ok' })
    for (const ms of [2000, 3000, 4000, 4490]) {
      const { reported, heartbeatUs, entriesToReceive } = gauge(ms, 1)
      expect(reported).toBe(0)
      expect(heartbeatUs!).toBeGreaterThan(500_000)
      expect(entriesToReceive).toBeGreaterThan(3)
    }
    const worst = gauge(4490, 1)
    expect(worst.heartbeatUs!).toBeGreaterThan(1_500_000)
    expect(worst.level).toBe('critical')
    expect(gauge(4490, 2).heartbeatUs!).toBeLessThan(500_000)
    const end = frameAt(6000)
    expect(end.nodes[1]!.lag).toMatchObject({ reported: 0, level: 'ok' })
    expect(end.nodes[1]!.lag!.heartbeatUs!).toBeLessThan(600_000)
    expect(end.counters.issued).toBeLessThan(end.nodes[0]!.received)
  })
})

describe('delayed-slave', () => {
  it('has the mistake on every slave but the one that is late, and that one is stopped in time', () => {
    const engine = createEngine(preset('delayed-slave')!.run)
    engine.runTo(us(590))
    const good = engine.rows('db1', 99)
    engine.runTo(us(670))
    const mistake = engine.factsAfter(0).find(({ kind, at }) => kind === 'write-sent' && at === 'admin')!
    const spoilt = (id: string) => engine.rows(id, 99).filter(({ write }) => write === mistake.args.write).length
    expect([spoilt('db1'), spoilt('db2'), spoilt('db3')]).toEqual([8, 8, 0])
    engine.runTo(us(1090))
    expect(engine.frame().nodes[2]).toMatchObject({ applier: { state: 'delaying' }, lag: { level: 'ok' } })
    engine.runTo(us(2000))
    const db3 = engine.frame().nodes[2]!
    expect(db3.applier.state).toBe('stopped')
    expect(db3.received).toBeGreaterThan(db3.applied + 8)
    expect(spoilt('db3')).toBe(0)
    // What it has is what the master had a while before the mistake.
    const rows = engine.rows('db3', 99)
    expect(rows.length).toBeGreaterThan(1)
    for (const { key, position } of rows)
      expect(good.find((row) => row.key === key)!.position).toBeGreaterThanOrEqual(position)
  })
})

describe('purged-log', () => {
  it('refuses the slave that was away too long for good, builds it anew, and sends it the rest only', () => {
    const { frameAt, at, kinds } = filmOf('purged-log')
    const away = frameAt(1490)
    const [db1, , db3] = away.nodes
    expect(db1!.purgedTo).toBeGreaterThan(db3!.received)
    expect(frameAt(1890).nodes[2]!.receiver).toMatchObject({ state: 'refused', reason: 'purged' })
    expect(frameAt(2100).nodes[2]!.receiver.state).toBe('copying')
    const end = frameAt(2900)
    expect(kinds()).toEqual([
      'link-cut',
      'link-healed',
      'receiver-refused',
      'alert-raised',
      'rebuild-asked',
      'copy-done',
    ])
    const [done] = at('copy-done')
    const first = at('entries-received').find(({ at: node, t }) => node === 'db3' && t > done!.t)
    expect(first!.args.from).toBe(done!.args.to! + 1)
    expect(behind(end, 'db3')).toBeLessThan(4)
    expect(end.counters).toMatchObject({ lost: 0, noticed: 0 })
  })
})

describe('reseed', () => {
  it('copies from a slave at shared speed, and asks the master for what came after the copy began', () => {
    const { frameAt, at } = filmOf('reseed')
    frameAt(2700)
    const [one, two] = at('copy-done')
    expect([one!.at, two!.at]).toEqual(['db3', 'db4'])
    // A second of work each: the first half of one alone, then shared until it is whole, then the rest of the other alone.
    for (const { args } of [one!, two!]) expect(Math.abs(args.us! - 1_500_000)).toBeLessThan(10)
    for (const { at: node, args, t } of [one!, two!]) {
      const fetched = at('entries-received').filter((fact) => fact.at === node)
      expect(fetched[0]!.args).toMatchObject({ peer: 'db1', from: args.to! + 1 })
      expect(fetched.every((fact) => fact.t > t)).toBe(true)
    }
    expect(at('entries-sent').every(({ at: node }) => node === 'db1')).toBe(true)
    const end = frameAt(2700)
    for (const id of ['db2', 'db3', 'db4']) expect(behind(end, id)).toBeLessThan(4)
  })
})

describe('two-tier', () => {
  it('feeds those below the middle through it alone, and sends them to the master when it is dead', () => {
    const { frameAt, at, kinds } = filmOf('two-tier')
    const before = frameAt(599)
    expect(before.nodes.map(({ upstream }) => upstream)).toEqual([null, 'db1', 'db1', 'db2', 'db2', 'db3'])
    expect(before.nodes.every(({ received }) => received > 3)).toBe(true)
    const orphaned = frameAt(950)
    expect(behind(orphaned, 'db4')).toBeGreaterThan(2)
    expect(behind(orphaned, 'db6')).toBeLessThan(3)
    const adopted = frameAt(1490)
    expect(at('orphaned').map(({ args }) => args.peer)).toEqual(['db4', 'db5'])
    expect(adopted.nodes.slice(3).map(({ upstream }) => upstream)).toEqual(['db1', 'db1', 'db3'])
    expect(behind(adopted, 'db4')).toBeLessThan(3)
    const end = frameAt(2300)
    expect(end.nodes.map(({ upstream }) => upstream)).toEqual([null, 'db1', 'db1', 'db1', 'db1', 'db3'])
    expect(behind(end, 'db2')).toBeLessThan(3)
    expect(kinds()).not.toContain('suspected')
    expect(end.counters).toMatchObject({ lost: 0, error: 0, unknown: 0, noticed: 0 })
  })
})

describe('old-master-returns', () => {
  it('says OK for an epoch that is over, is fenced, refuses, and has what nobody else has', () => {
    const { frameAt, at, kinds } = filmOf('old-master-returns')
    const both = frameAt(1890)
    expect(both.nodes.map(({ role }) => role)).toEqual(['master', 'master', 'slave'])
    const fenced = frameAt(2700)
    expect(fenced.nodes[0]).toMatchObject({ role: 'fenced' })
    expect(fenced.nodes[0]!.extraFrom).not.toBeNull()
    expect(at('write-error').filter(({ args }) => args.reason === 'fenced').length).toBeGreaterThan(0)
    expect(at('writes-lost').map(({ args }) => args.reason)).toContain('late')
    const [named] = at('extra-entries-found')
    expect(named!.args.count).toBe(fenced.nodes[0]!.received - named!.args.from! + 1)
    // What was told OK is lost; the rest of what it has beyond was heard of by nobody.
    expect(fenced.counters.lost).toBeGreaterThan(4)
    expect(fenced.counters.lost).toBeLessThanOrEqual(named!.args.count!)
    const end = frameAt(3800)
    expect(kinds()).toEqual(expect.arrayContaining(['failover-done', 'fenced', 'slave-removed', 'slave-added']))
    expect(end.nodes.map(({ id }) => id)).toEqual(['db2', 'db3', 'db4'])
    expect(behind(end, 'db4')).toBeLessThan(3)
    expect(end.nodes[2]!.cells.length).toBeGreaterThan(5)
  })
})

describe('rewind-old-master', () => {
  const node = (frame: Frame, id: string) => frame.nodes.find((one) => one.id === id)!

  it('is refused as it is, is a slave again after a rewind, and the next one after it is built anew', () => {
    const { frameAt, at, kinds } = filmOf('rewind-old-master')
    const fenced = frameAt(1990)
    const { errant, received } = node(fenced, 'db1')
    expect(errant).toEqual({ set: `db1:${received - errant!.count + 1}-${received}`, count: errant!.count })
    expect(errant!.count).toBeGreaterThan(5)
    expect(node(frameAt(2300), 'db1')).toMatchObject({ role: 'slave', receiver: { state: 'refused' }, errant })
    expect(node(frameAt(2460), 'db1').role).toBe('rewinding')
    const { lost } = fenced.counters
    const back = frameAt(3100)
    expect(node(back, 'db1')).toMatchObject({ role: 'slave', errant: null, extraFrom: null })
    expect([behind(back, 'db1') < 3, back.counters.lost]).toEqual([true, lost])
    const again = frameAt(4400)
    expect([node(again, 'db1').role, node(again, 'db2').role]).toEqual(['master', 'fenced'])
    expect(node(again, 'db2').errant!.set).toMatch(/^db2:/)
    const end = frameAt(5600)
    expect(at('rejoined').map(({ at }) => at)).toEqual(['db1', 'db2'])
    expect(kinds()).toEqual(expect.arrayContaining(['receiver-refused', 'rewound', 'copy-done']))
    for (const id of ['db2', 'db3']) expect(behind(end, id)).toBeLessThan(3)
    expect(end.counters.lost).toBe(again.counters.lost)
  })

  it('lets every way be tried from the moment of the fence', () => {
    const { run } = preset('rewind-old-master')!
    const until = { ...run, interventions: run.interventions.filter(({ atMs }) => atMs < 2000) }
    const tried = (action: Parameters<typeof withIntervention>[1]) => {
      const answer = withIntervention(until, action, us(2000))
      if ('problem' in answer) throw new Error(answer.problem)
      const { frameAt, at } = film(answer.run)
      const { counters, nodes } = frameAt(3500)
      const [db1] = nodes
      return { lost: counters.lost, state: db1!.receiver.state, errant: db1!.errant, us: at('rejoined')[0]?.t ?? null }
    }
    const rejoin = tried({ do: 'rejoin', node: 'db1' })
    const rewind = tried({ do: 'rewind', node: 'db1' })
    const rebuild = tried({ do: 'rebuild', node: 'db1', from: 'db3' })
    expect([rejoin.state, rejoin.us]).toEqual(['refused', null])
    for (const way of [rewind, rebuild]) expect(way).toMatchObject({ state: 'streaming', errant: null })
    expect(rewind.us!).toBeLessThan(rebuild.us!)
    expect(new Set([rejoin.lost, rewind.lost, rebuild.lost]).size).toBe(1)
  })
})

describe('stale-reads', () => {
  it('shows a user on one slave what was just bought, and on the other not', () => {
    const { frameAt, at, kinds } = filmOf('stale-reads')
    const { counters, clients } = frameAt(1500)
    expect(kinds()).toContain('own-write-missing')
    expect(counters).toMatchObject({ lost: 0, error: 0, unknown: 0 })
    const missed = at('own-write-missing')
    expect(missed.length).toBeGreaterThan(3)
    expect(counters.reads).toBeGreaterThan(missed.length + 3)
    expect(new Set(missed.map(({ args }) => args.peer))).toEqual(new Set(['db3']))
    expect(clients[0]!.reads).toMatchObject({ ownMissing: missed.length, answered: counters.reads })
    // Within a few seconds of play, without any hurry.
    expect(missed[0]!.t / us(preset('stale-reads')!.run.scenario.paceMs)).toBeLessThan(20)
  })

  it.each(['leader', 'wait-for-position', 'leader-after-write'])('is cured by the route %s', (value) => {
    const { run } = preset('stale-reads')!
    const cured = withIntervention(run, { do: 'set', path: 'clients.user.route', value }, us(500)) as { run: Run }
    const { frameAt, at } = film(cured.run)
    frameAt(3000)
    expect(at('own-write-missing').filter(({ t }) => t > us(600))).toEqual([])
  })
})

describe('read-your-writes', () => {
  it('misses own writes at first, and none with each of the three cures', () => {
    const { frameAt, at, kinds } = filmOf('read-your-writes')
    const { checkers } = frameAt(3000)
    const times = at('own-write-missing').map(({ t }) => t)
    expect(times.filter((t) => t < us(800)).length).toBeGreaterThan(1)
    expect(times.filter((t) => t > us(900))).toEqual([])
    expect(kinds().filter((kind) => kind === 'setting-changed')).toHaveLength(3)
    const askedIn = (from: number, to: number) =>
      new Set(at('read-sent').flatMap(({ t, args }) => (t > us(from) && t < us(to) ? [args.peer] : [])))
    expect(askedIn(900, 1600)).toContain('db1')
    expect(askedIn(1700, 2400)).toEqual(new Set(['db2', 'db3']))
    expect(at('read-held').filter(({ t }) => t > us(1600)).length).toBeGreaterThan(0)
    expect(askedIn(2500, 3000)).toEqual(new Set(['db1']))
    expect(checkers.find(({ name }) => name === 'ownReads')).toMatchObject({ promised: true, held: true })
  })
})

describe('went-back', () => {
  it('takes a reader of both slaves back in time, spares one that keeps to a slave, until that dies', () => {
    const { frameAt, at } = filmOf('went-back')
    frameAt(2800)
    const back = at('read-went-back').map(({ t, args }) => ({ t, ...args }))
    expect(back.filter(({ t }) => t < us(900)).length).toBeGreaterThan(1)
    const kept = at('read-sent').filter(({ t, at: client }) => client === 'reader' && t > us(1000) && t < us(1840))
    expect(new Set(kept.map(({ args }) => args.peer))).toEqual(new Set(['db2']))
    expect(back.filter(({ t }) => t > us(960) && t < us(1840))).toEqual([])
    const later = back.filter(({ t }) => t > us(1840))
    expect(later.length).toBeGreaterThan(0)
    expect(later[0]!.peer).toBe('db3')
  })
})

describe('drain-skipped', () => {
  it('throws away what was received and not applied, and waiting instead would have lost nothing', () => {
    const { frameAt, at } = filmOf('drain-skipped')
    const [, db2] = frameAt(904).nodes
    expect(db2!.received - db2!.applied).toBeGreaterThan(3)
    expect(frameAt(906).nodes[0]!.onlyHere).toEqual([])
    const end = frameAt(3200)
    const [thrown] = at('relay-log-skipped')
    expect(thrown).toMatchObject({ at: 'db2' })
    expect(end.counters.lost).toBe(thrown!.args.count)
    expect(end.nodes[2]).toMatchObject({ upstream: 'db2', receiver: { state: 'streaming' } })
    const { run } = preset('drain-skipped')!
    const patient = film(
      (withIntervention(run, { do: 'set', path: 'failover.drain', value: 'wait' }, 0) as { run: Run }).run,
    )
    expect(patient.frameAt(3200).counters.lost).toBe(0)
    expect(patient.at('failover-done')[0]!.args.us).toBeGreaterThan(at('failover-done')[0]!.args.us! + 200_000)
  })
})

describe('switchover', () => {
  it('changes masters there and back, and breaks no promise', () => {
    const { frameAt, at, kinds } = filmOf('switchover')
    expect(frameAt(1200).nodes.map(({ role }) => role)).toEqual(['slave', 'master', 'slave'])
    const end = frameAt(2200)
    expect(end.nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(kinds().filter((kind) => kind === 'switchover-done')).toHaveLength(2)
    expect(end.outages.map(({ reason }) => reason)).toEqual(['switchover', 'switchover'])
    for (const { args } of at('switchover-done')) expect(args.us).toBeLessThan(200_000)
    expect(end.counters).toMatchObject({ lost: 0, unknown: 0 })
    expect(end.counters.error).toBeGreaterThan(0)
  })
})

describe('old-connections-kept', () => {
  it('has two masters that say OK, and loses all that the old one promised since the cut', () => {
    const { frameAt, at } = filmOf('old-connections-kept')
    const both = frameAt(3090)
    expect(both.nodes.map(({ role }) => role)).toEqual(['master', 'master', 'slave'])
    const since = at('client-rerouted')[0]!
    expect(since).toMatchObject({ at: 'pool', args: { reason: 'kept' } })
    const said = (peer: string) => at('write-ok').filter(({ t, args }) => t > since.t && args.peer === peer).length
    expect(said('db1')).toBeGreaterThan(8)
    expect(said('db2')).toBeGreaterThan(5)
    const end = frameAt(4300)
    expect(at('fenced').map((fact) => fact.at)).toEqual(['db1'])
    expect(end.counters.lost).toBeGreaterThan(said('db1') - 1)
    expect(
      at('write-ok')
        .filter((fact) => fact.at === 'pool')
        .at(-1)?.args.peer,
    ).toBe('db2')
  })
})

describe('lease-fencing', () => {
  it('has no two masters at any time, and an end of what the old one could promise', () => {
    const { frameAt, at } = filmOf('lease-fencing')
    for (let ms = 100; ms <= 4000; ms += 50) {
      const masters = frameAt(ms).nodes.filter(({ role }) => role === 'master')
      expect([ms, masters.length < 2]).toEqual([ms, true])
    }
    const [lost, promoted] = [at('lease-lost')[0]!, at('promoted')[0]!]
    expect(lost.at).toBe('db1')
    expect(lost.t).toBeGreaterThan(us(1300))
    expect(lost.t).toBeLessThan(us(1600))
    expect(promoted.t).toBeGreaterThan(lost.t)
    const end = frameAt(4000)
    expect(end.checkers.find(({ name }) => name === 'oneWriter')).toMatchObject({ promised: true, held: true })
    expect(end.counters.lost).toBeGreaterThan(1)
    expect(at('write-error').some(({ args }) => args.reason === 'read-only')).toBe(true)
  })
})

describe('two-data-centers', () => {
  it('ends with two histories, and within one data centre with one', () => {
    const { frameAt, at, kinds } = filmOf('two-data-centers')
    const parted = frameAt(2740)
    expect(parted.nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'master'])
    expect(parted.dataCenters).toMatchObject([{ id: 'east', cut: true }, { id: 'west' }])
    const since = at('client-rerouted')[0]!.t
    const said = (peer: string) => at('write-ok').filter(({ t, args }) => t > since && args.peer === peer).length
    expect(said('db1')).toBeGreaterThan(5)
    expect(said('db3')).toBeGreaterThan(3)
    const end = frameAt(4200)
    expect(kinds()).toEqual(expect.arrayContaining(['data-center-cut', 'data-center-healed', 'fenced', 'writes-lost']))
    expect(end.counters.lost).toBeGreaterThan(5)
    expect(end.clients.map(({ target }) => target)).toEqual(['db3', 'db3'])
    const { run } = preset('two-data-centers')!
    const set = { do: 'set', path: 'failover.promoteWithin', value: 'same-data-center' } as const
    const cured = film((withIntervention(run, set, 0) as { run: Run }).run)
    const whole = cured.frameAt(4200)
    expect(whole.counters.lost).toBe(0)
    expect(whole.nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(cured.kinds()).toContain('failover-blocked')
  })
})

describe('home', () => {
  it('opens on seven promised writes, two of them only on the master', () => {
    const [db1, db2, db3] = film(home.run).frameAt(245).nodes
    expect(film(home.run).frameAt(245).counters).toMatchObject({ issued: 7, ok: 7 })
    expect(db1).toMatchObject({ role: 'master', received: 7, onlyHere: [6, 7] })
    expect(db2).toMatchObject({ received: 5, applied: 4 })
    expect(db3).toMatchObject({ received: 4, applied: 2 })
    expect([db2?.lag?.level, db3?.lag?.level]).toEqual(['ok', 'warn'])
    expect([db2?.lag?.entriesBehind, db3?.lag?.entriesBehind]).toEqual([3, 5])
  })

  it('loses these two when the visitor kills the master, and the failover goes through', () => {
    const killed = withIntervention(home.run, { do: 'kill', node: 'db1' }, home.at) as { run: Run }
    const { frameAt, kinds } = film(killed.run)
    const end = frameAt(2500)
    expect(kinds()).toContain('failover-done')
    expect(end.counters.lost).toBe(2)
    expect(end.lost.map(({ number }) => number)).toEqual([6, 7])
    // Without any hurrying of auto pace, the count of the lost is on the screen within half a minute.
    const told = film(killed.run)
    told.frameAt(2500)
    expect((told.at('writes-lost')[0]!.t - home.at) / us(home.run.scenario.paceMs)).toBeLessThan(30)
  })
})

describe('empty', () => {
  it('writes nothing by itself, and one write when told to', () => {
    expect(film(empty.run).frameAt(10_000).counters.issued).toBe(0)
    const told = withIntervention(empty.run, { do: 'write', client: 'c' }, us(100)) as { run: Run }
    const end = film(told.run).frameAt(10_000)
    expect(end.counters).toMatchObject({ issued: 1, ok: 1 })
    expect(end.nodes.map(({ applied }) => applied)).toEqual([1, 1, 1])
  })
})

describe('three-monitors', () => {
  it('takes no notice of one that is cut off, and elects one when the master dies', () => {
    const { frameAt, at } = filmOf('three-monitors')
    const before = frameAt(3200)
    expect(before.counters.lost).toBe(0)
    expect(before.epoch).toBe(1)
    const [blocked] = at('failover-blocked')
    expect(blocked).toMatchObject({ at: 'm3', args: { reason: 'no-quorum' } })
    expect(blocked!.t).toBeLessThan(us(2400))
    const end = frameAt(7000)
    const elected = at('elected')
    expect(elected).toHaveLength(1)
    expect(elected[0]!.t).toBeGreaterThan(us(3200))
    expect(at('failover-done').map((fact) => fact.at)).toEqual([elected[0]!.at])
    expect(end.epoch).toBe(2)
    expect(new Set(end.monitors.map(({ watches }) => watches)).size).toBe(1)
    expect(end.monitors.map(({ verdict }) => verdict)).toEqual(['up', 'up', 'up'])
  })
})

describe('no-majority', () => {
  it('leaves a dead master dead until two monitors can act together', () => {
    const { frameAt, at } = filmOf('no-majority')
    const waiting = frameAt(4000)
    expect(waiting.monitors.find(({ id }) => id === 'm1')).toMatchObject({ verdict: 'down-for-me', leads: false })
    expect(at('failover-blocked').some((fact) => fact.at === 'm1' && fact.args.reason === 'no-quorum')).toBe(true)
    expect(waiting.nodes.every(({ id, role }) => id === 'db1' || role !== 'master')).toBe(true)
    frameAt(12_000)
    const [promoted] = at('promoted')
    expect(promoted!.t).toBeGreaterThan(us(4000))
    expect(at('promoted')).toHaveLength(1)
  })
})
