/** SPEC T1 to T8: slaves of slaves, and nodes that come, go and change whom they copy from. */
import { describe, expect, test } from 'vitest'
import { type Action, parseRun } from '../../run/index.ts'
import { createEngine, type Frame } from '../index.ts'
import { Lab, type Setting } from './lab.ts'

const CLIENT = { id: 'c1', kind: 'stream', ratePerSecond: 100, startMs: 100 }
const PROBES = { probeEveryMs: 100, probeTimeoutMs: 50, misses: 3 }

/** db2 in the middle, db3 below it, db4 beside it. */
const tiers = (more: Setting = {}) =>
  new Lab({
    nodes: ['db1', 'db2', 'db3', 'db4'],
    specs: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', upstream: 'db2' }, { id: 'db4' }],
    clients: [CLIENT],
    failover: PROBES,
    ...more,
  })
const upstreams = ({ nodes }: Frame) => Object.fromEntries(nodes.map(({ id, upstream }) => [id, upstream]))

describe('tiers', () => {
  test('[T1] a slave in the middle passes on what it has applied, and entries keep number, epoch and origin', () => {
    const lab = tiers({ costs: { applyMs: 3 } }).pass(1000)
    for (const sent of lab.facts('entries-sent', 'db2')) {
      const applied = lab.facts('entries-applied', 'db2').filter(({ t }) => t < sent.t)
      expect(applied.at(-1)?.args.to).toBeGreaterThanOrEqual(sent.args.to!)
    }
    expect(lab.facts('entries-received', 'db3').length).toBeGreaterThan(20)
    expect(lab.facts('entries-received', 'db3').every(({ args }) => args.peer === 'db2')).toBe(true)
    const [middle, leaf] = [lab.node('db2'), lab.node('db3')]
    expect(leaf.received).toBeLessThanOrEqual(middle.applied)
    const cell = leaf.cells.at(-1)
    const same = lab.node('db1').cells.find(({ position }) => position === cell!.position)
    expect([cell!.epoch, cell!.origin, cell!.write]).toEqual([same!.epoch, same!.origin, same!.write])
    const link = lab.frame().links.find(({ id }) => id === 'db2~db3')
    expect(link).toMatchObject({ from: 'db2', to: 'db3', connected: true })
  })

  test('[T2] a leaf is behind the surviving history, not behind its upstream', () => {
    const lab = tiers().pass(1000).act({ do: 'stop-applier', node: 'db2' }).pass(500)
    const { lag, received } = lab.node('db3')
    expect(lag?.entriesToReceive).toBe(lab.node('db1').received - received)
    expect(lag!.entriesToReceive).toBeGreaterThan(40)
    expect(lag?.reported).toBe(0)
    expect(lab.node('db2').receiver.state).toBe('streaming')
  })

  test('[T3] only slaves of the master acknowledge, and only theirs are waited for', () => {
    const lab = tiers({ replication: { mode: 'semi-sync', waitFor: 1 } }).pass(1000)
    expect(new Set(lab.facts('ack-arrived').map(({ args }) => args.peer))).toEqual(new Set(['db2', 'db4']))
    expect(lab.facts('ack-arrived').every(({ at }) => at === 'db1')).toBe(true)
    const all = tiers({ replication: { mode: 'all' } }).pass(500)
    expect(all.frame().mode.needed).toBe(2)
    expect(all.frame().counters.ok).toBeGreaterThan(20)
  })

  test('[T4] a middle node dies: after as many misses as a master gets, its orphans copy from the master', () => {
    const lab = tiers().pass(1000).kill('db2')
    const orphaned = lab.until('orphaned')
    expect(orphaned).toMatchObject({ at: 'monitor', args: { peer: 'db3', upstream: 'db2' } })
    const died = lab.facts('killed')[0]!.t
    expect(orphaned.t - died).toBeGreaterThan(PROBES.misses * 100_000 - 150_000)
    expect(orphaned.t - died).toBeLessThan((PROBES.misses + 1) * 100_000)
    lab.pass(1000)
    expect(upstreams(lab.frame())).toMatchObject({ db3: 'db1', db4: 'db1' })
    expect(lab.node('db3')).toMatchObject({ placedUnder: 'db2', receiver: { state: 'streaming' } })
    expect(lab.facts('suspected')).toEqual([])
    // It stays there when its old upstream is back.
    lab.restart('db2').pass(2000).act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(500)
    expect(upstreams(lab.frame())).toMatchObject({ db2: 'db1', db3: 'db1' })
    lab.expectSame('db1', 'db2', 'db3', 'db4')
  })

  test('[T4] whoever still copies from it is left alone: a probe says something about the monitor’s own link', () => {
    const lab = tiers().pass(1000).cut('monitor', 'db2').pass(2000)
    expect(lab.facts('probe-missed').length).toBeGreaterThan(5)
    expect(lab.facts('orphaned')).toEqual([])
    expect(upstreams(lab.frame())['db3']).toBe('db2')
  })

  test('[T4] without a monitor an orphan waits until somebody repoints it', () => {
    const lab = tiers({ failover: { monitor: false } })
      .pass(1000)
      .kill('db2')
      .pass(5000)
    expect(lab.node('db3')).toMatchObject({ upstream: 'db2', receiver: { state: 'waiting' } })
    lab.act({ do: 'repoint', node: 'db3', upstream: 'db1' }).pass(1000)
    expect(lab.node('db3')).toMatchObject({ upstream: 'db1', placedUnder: 'db1', receiver: { state: 'streaming' } })
  })

  test('[T5] the master dies: slaves of slaves prove nothing, all are weighed, and a leaf stays under its middle node', () => {
    const lab = tiers({ oneWayMs: { db2: 9, db4: 4 } })
      .pass(1006)
      .kill('db1')
    lab.until('failover-done')
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(1000)
    expect(lab.facts('candidate-weighed').map(({ args }) => args.peer)).toEqual(['db2', 'db3', 'db4'])
    expect(lab.node('db4').role).toBe('master')
    expect(upstreams(lab.frame())).toMatchObject({ db2: 'db4', db3: 'db2', db4: null })
    expect(lab.node('db3')).toMatchObject({ epoch: 2, receiver: { state: 'streaming' } })
    lab.expectSame('db4', 'db2', 'db3')
  })

  test('[T5] a middle node that becomes master keeps its slaves', () => {
    const lab = tiers({ oneWayMs: { db2: 4, db4: 9 } })
      .pass(1000)
      .kill('db1')
    lab.until('failover-done')
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(1000)
    expect(upstreams(lab.frame())).toMatchObject({ db2: null, db3: 'db2', db4: 'db2' })
    lab.expectSame('db2', 'db3', 'db4')
  })
})

describe('nodes that come and go', () => {
  const busy = () => new Lab({ clients: [CLIENT], failover: PROBES }).pass(1000)

  test('[T6] a new slave has an empty log and copies everything, from a master or from a slave', () => {
    const lab = busy().act({ do: 'add-slave', node: 'db4', upstream: 'db2' })
    expect(lab.node('db4')).toMatchObject({ received: 0, upstream: 'db2', placedUnder: 'db2', joinedAt: 1_000_001 })
    expect(lab.facts('slave-added')[0]).toMatchObject({ at: 'db4', args: { peer: 'db2' } })
    lab.act({ do: 'set', path: 'nodes.db4.applyMs', value: 2 }).pass(1000)
    expect(lab.frame().settings['nodes.db4.applyMs']).toBe(2)
    expect(lab.frame().monitor?.probes.map(({ node }) => node)).toContain('db4')
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(500).expectSame('db1', 'db2', 'db4')
  })

  test('[T6] with all it is waited for; with a failover it is weighed', () => {
    const lab = busy().act({ do: 'set', path: 'replication.mode', value: 'all' })
    lab.act({ do: 'add-slave', node: 'db4', upstream: 'db1' }).pass(500)
    expect(lab.frame().mode.needed).toBe(3)
    lab.kill('db1').until('failover-done')
    expect(lab.facts('candidate-weighed').map(({ args }) => args.peer)).toEqual(['db2', 'db3', 'db4'])
  })

  test('[T7] its fact says where it stood', () => {
    const specs = [
      { id: 'db1', role: 'master', dataCenter: 'east' },
      { id: 'db2', dataCenter: 'west' },
      { id: 'db3', dataCenter: 'west' },
    ]
    const lab = new Lab({ specs, failover: { monitor: false } }).pass(300).act({ do: 'remove-slave', node: 'db3' })
    expect(lab.facts('slave-removed')[0]!.args).toEqual({ peer: 'db1', reason: 'west' })
  })

  test('[T7] a slave that is removed is in no picture; its slaves copy from its upstream, and nobody waits for it', () => {
    const lab = tiers({ replication: { mode: 'all' } })
      .pass(1000)
      .act({ do: 'remove-slave', node: 'db2' })
    const { nodes, links, messages, monitor, mode } = lab.frame()
    expect(nodes.map(({ id }) => id)).toEqual(['db1', 'db3', 'db4'])
    expect([...links, ...messages].filter(({ from, to }) => from === 'db2' || to === 'db2')).toEqual([])
    expect(monitor?.probes.map(({ node }) => node)).toEqual(['db1', 'db3', 'db4'])
    expect(mode.needed).toBe(2)
    expect(lab.facts('slave-removed')[0]).toMatchObject({ at: 'db2', args: { peer: 'db1' } })
    expect(Object.keys(lab.frame().settings).filter((path) => path.startsWith('nodes.db2'))).toEqual([])
    lab.pass(1000)
    expect(lab.node('db3')).toMatchObject({ upstream: 'db1', placedUnder: 'db1', receiver: { state: 'streaming' } })
    expect(lab.frame().counters.pending).toBeLessThan(3)
  })

  test('[T7] a commit that waits for it waits no longer', () => {
    const lab = busy().act({ do: 'set', path: 'replication.mode', value: 'all' }).kill('db3').pass(1000)
    expect(lab.frame().mode.gate).toBe('blocked')
    lab.act({ do: 'remove-slave', node: 'db3' }).pass(200)
    expect(lab.frame().mode).toMatchObject({ gate: 'on', needed: 1 })
    expect(lab.facts('write-ok').at(-1)!.t).toBeGreaterThan(lab.now - 50_000)
  })

  test('[T7] a master stays; a former one may go, and the tree is hung up elsewhere', () => {
    const lab = busy().kill('db1').pass(100)
    lab.act({ do: 'remove-slave', node: 'db1' })
    expect(lab.node('db1').process).toBe('down')
    lab.until('failover-done')
    lab.act({ do: 'remove-slave', node: 'db1' }).pass(1000)
    expect(lab.frame().nodes.map(({ id, upstream, placedUnder }) => [id, upstream, placedUnder])).toEqual([
      ['db2', null, null],
      ['db3', 'db2', 'db2'],
    ])
  })

  test('[T7] a chosen candidate that leaves is replaced', () => {
    const lab = busy().act({ do: 'set', path: 'failover.promoteMs', value: 500 }).kill('db1')
    const chosen = lab.until('chosen').args.peer!
    lab.pass(100).act({ do: 'remove-slave', node: chosen })
    lab.until('failover-done')
    expect(lab.frame().nodes.find(({ role, process }) => role === 'master' && process === 'up')?.id).not.toBe(chosen)
    expect(lab.frame().epoch).toBeGreaterThan(1)
  })

  test('[T8] repointed, a slave goes on where it was; one that is further than its new upstream waits for it', () => {
    const lab = busy().act({ do: 'stop-applier', node: 'db2' }).pass(300)
    lab.act({ do: 'repoint', node: 'db3', upstream: 'db2' }).pass(500)
    const held = lab.node('db3')
    expect(held).toMatchObject({ upstream: 'db2', placedUnder: 'db2', receiver: { state: 'streaming' } })
    expect(held.received).toBeGreaterThan(lab.node('db2').applied)
    lab.act({ do: 'start-applier', node: 'db2' }).pass(500)
    lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 }).pass(500).expectSame('db1', 'db2', 'db3')
    const taken = lab.facts('entries-received', 'db3').flatMap(({ args }) => [args.from!, args.to!])
    expect(taken).toEqual([...taken].sort((a, b) => a - b))
  })

  test('[T8] nobody is repointed into a ring, whatever a failover has made of the tree', () => {
    const lab = tiers({ oneWayMs: { db2: 9, db4: 4 } })
      .pass(1006)
      .kill('db1')
    lab.until('failover-done')
    lab
      .pass(100)
      .act({ do: 'repoint', node: 'db2', upstream: 'db3' })
      .act({ do: 'repoint', node: 'db4', upstream: 'db3' })
    expect(upstreams(lab.frame())).toMatchObject({ db2: 'db4', db3: 'db2', db4: null })
    expect(lab.facts('repoint-asked')).toEqual([])
  })

  test('[T9] what a frame says does not hang on how a node came: from the start or later', () => {
    const actions: Action[] = [{ do: 'add-slave', node: 'db4', upstream: 'db1' }]
    const lab = busy()
    for (const action of actions) lab.act(action)
    lab.pass(100)
    expect(structuredClone(lab.frame())).toEqual(lab.frame())
    expect(Object.keys(lab.node('db4'))).toEqual(Object.keys(lab.node('db3')))
  })
})

test('[T8] who was put under whom is never a ring, though the monitor has pointed an orphan elsewhere (fuzz 2062)', () => {
  const lab = tiers().pass(100).kill('db2')
  lab.until('orphaned')
  lab.pass(50).act({ do: 'repoint', node: 'db2', upstream: 'db3' })
  const placed = Object.fromEntries(lab.frame().nodes.map(({ id, placedUnder }) => [id, placedUnder]))
  expect(placed).toEqual({ db1: null, db2: 'db3', db3: 'db1', db4: 'db1' })
})

test('[T8] a slave in the middle that went another way refuses the one that waited for it', () => {
  // db3 has more of the first epoch than db2, which follows the new master without it; then db3 is put under db2.
  const lab = new Lab({
    nodes: ['db1', 'db2', 'db3', 'db4'],
    clients: [CLIENT],
    oneWayMs: { db2: 30, db3: 2, db4: 40 },
    failover: { ...PROBES, choose: 'by-hand' },
  })
    .pass(1000)
    .act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 0 })
    .kill('db1')
  lab.until('waiting-for-choice')
  lab.act({ do: 'promote', node: 'db2' }).until('failover-done')
  lab.pass(500).act({ do: 'repoint', node: 'db3', upstream: 'db4' }).pass(500)
  expect(lab.node('db3').received).toBeGreaterThan(lab.node('db4').received)
  expect(lab.node('db3').receiver.state).toBe('streaming')
  lab.act({ do: 'set', path: 'clients.c1.ratePerSecond', value: 100 }).pass(2000)
  expect(lab.node('db3')).toMatchObject({ upstream: 'db4', receiver: { state: 'refused' } })
  expect(lab.node('db3').extraFrom).not.toBeNull()
  expect(lab.node('db4').receiver.state).toBe('streaming')
})

test('[T1] a scenario with tiers survives a link and plays the same', () => {
  const scenario = {
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', upstream: 'db2' }],
    clients: [{ id: 'c' }],
  }
  const parsed = parseRun({ scenario })
  if ('problem' in parsed) throw new Error(parsed.problem)
  const engine = createEngine(parsed.run)
  engine.runTo(1_000_000)
  expect(engine.frame().nodes.map(({ placedUnder }) => placedUnder)).toEqual([null, 'db1', 'db2'])
})

test('[F50] a candidate that was given up and took over all the same is recognised when it answers', () => {
  const failover = { ...PROBES, promoteMs: 500 }
  const lab = new Lab({ nodes: ['db1', 'db2'], clients: [{ id: 'c1', thinkMs: 20 }], failover }).pass(500).kill('db1')
  lab.until('drained')
  lab.cut('monitor', 'db2').until('failover-failed')
  lab.pass(1000)
  expect(lab.node('db2')).toMatchObject({ role: 'master', epoch: 2 })
  expect(lab.client('c1').target).toBe('db1')
  lab.heal('monitor', 'db2').until('failover-done')
  lab.pass(2000)
  expect(lab.client('c1')).toMatchObject({ target: 'db2', failingSince: null })
  expect(lab.frame().monitor).toMatchObject({ watches: 'db2', state: 'watching' })
})

test('[F51] a command that was lost is given again: nobody stays a candidate, and the chosen one hears of it', () => {
  const links = [
    { between: ['monitor', 'db2'], lossPercent: 20 },
    { between: ['monitor', 'db3'], lossPercent: 20 },
  ]
  for (let seed = 1; seed <= 12; seed++) {
    const clients = [{ id: 'c1', thinkMs: 20 }]
    const failover = { probeEveryMs: 50, probeTimeoutMs: 40, misses: 8 }
    const lab = new Lab({ seed, clients, failover, network: { links } }).pass(500).kill('db1')
    lab.until('failover-done')
    lab.pass(5000)
    const [, ...others] = lab.frame().nodes
    expect([seed, others.map(({ role }) => role).sort()]).toEqual([seed, ['master', 'slave']])
    expect([seed, others.find(({ role }) => role === 'slave')!.receiver.state]).toEqual([seed, 'streaming'])
  }
})
