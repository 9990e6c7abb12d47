/** What generated runs have found, one test each; the number is the seed of `lab fuzz` that it was found with. */
import { expect, test } from 'vitest'
import { Lab, type Setting } from './lab.ts'

const PROBES = { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 20, rerouteMs: 5 }
const CLIENT = { id: 'c1', kind: 'stream', ratePerSecond: 100 }

test('[F50] who was given up does not take over once a newer epoch has begun; it follows that one (59)', () => {
  // db2 is chosen by its name and drains slowly; then nothing is heard of it any more, and db3 is faster.
  const specs = [{ id: 'db1', role: 'master' }, { id: 'db2', applyMs: 30 }, { id: 'db3' }]
  const lab = new Lab({ specs, clients: [{ ...CLIENT, writes: 60 }], failover: PROBES }).pass(700).kill('db1')
  expect(lab.until('drain-started').at).toBe('db2')
  lab.stall('monitor', 'db2')
  expect(lab.until('promoted')).toMatchObject({ at: 'db3', args: { epoch: 3 } })
  lab.pass(3000)
  expect(lab.facts('drained', 'db2')).toHaveLength(1)
  expect(lab.facts('promoted').map(({ at }) => at)).toEqual(['db3'])
  lab.heal('monitor', 'db2').pass(1000)
  expect(lab.node('db2')).toMatchObject({ role: 'slave', upstream: 'db3', epoch: 3 })
  lab.expectSame('db2', 'db3')
})

test('[T7] nobody is pointed to a node that is taken out of service, though it had answered before (3744)', () => {
  const specs = [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }, { id: 'db4', upstream: 'db3' }]
  const setting: Setting = {
    specs,
    nodes: specs.map(({ id }) => id),
    network: { monitorOneWayMs: 4 },
    failover: PROBES,
  }
  for (const after of ['chosen', 'promoted'] as const) {
    const lab = new Lab(setting).pass(100).kill('db1')
    lab.until(after)
    // Before the monitor has given its orders, or while they are under way.
    lab
      .pass(after === 'promoted' ? 5 : 0)
      .act({ do: 'remove-slave', node: 'db3' })
      .pass(3000)
    expect([after, lab.node('db4').upstream]).toEqual([after, 'db2'])
  }
})

test('[switchover] one that comes to nothing says whom it was about, and the old master goes on (2, 82)', () => {
  const slow = new Lab({ clients: [CLIENT], failover: { ...PROBES, catchUpMs: 0.2 } }).pass(300)
  slow.act({ do: 'switchover', node: 'db3' } as never)
  expect(slow.until('switchover-failed').args).toEqual({ peer: 'db3', reason: 'too-slow' })
  const before = slow.pass(500).frame().counters.ok
  expect(slow.pass(500).frame().counters.ok).toBeGreaterThan(before + 40)
  const dead = new Lab({ clients: [CLIENT], failover: PROBES }).pass(300).stall('monitor', 'db1')
  dead.act({ do: 'switchover', node: 'db3' } as never)
  expect(dead.until('switchover-failed').args).toEqual({ peer: 'db3', reason: 'master-silent' })
})

test('[monotonicReads] a deposed master that has not heard so is not ahead of an entry of a newer epoch (3852)', () => {
  const reader = { id: 'r', kind: 'reader', thinkMs: 3, route: 'wait-for-position', positionTimeoutMs: 30 }
  // The patient probes take db1 for well, long after it has been replaced; it has not heard of that.
  const failover = { ...PROBES, probeEveryMs: 30, probeTimeoutMs: 500, misses: 3 }
  const lab = new Lab({
    clients: [CLIENT, reader],
    failover,
    network: { monitorOneWayMs: 1 },
    costs: { restartMs: 50 },
  })
  lab.kill('db1').restart('db1').act({ do: 'promote', node: 'db1' }).until('promoted')
  lab.stall('monitor', 'db1').stall('db1', 'db2').stall('db1', 'db3').pass(400)
  expect(lab.node('db1').role).toBe('master')
  expect(lab.facts('read-sent', 'r').some(({ args }) => args.peer === 'db1' && args.to !== undefined)).toBe(true)
  expect(lab.facts('read-went-back')).toEqual([])
})

test('[I9] an OK that was on its way since a fallback, while its master lost its lease and got it again, breaks no rule (100236)', () => {
  const write = { do: 'write', client: 'c1' } as const
  const lab = new Lab({
    clients: [{ ...CLIENT, ratePerSecond: 0 }],
    replication: { mode: 'semi-sync', timeoutMs: 20 },
    failover: { ...PROBES, fence: 'lease', leaseMs: 150, misses: 50 },
    network: { clientOneWayMs: 2 },
  }).pass(300)
  lab.stall('db1', 'db2').stall('db1', 'db3').act(write).until('gate-timed-out')
  // This one passes a gate that waits for nobody, and its answer is held.
  lab.act(write).until('entries-committed')
  expect(lab.until('entries-committed').args).toMatchObject({ write: 2 })
  lab.stall('c1', 'db1').stall('monitor', 'db1').until('made-read-only')
  lab.heal('monitor', 'db1').until('made-writable')
  lab.heal('c1', 'db1').pass(20)
  expect(lab.facts('write-ok').map(({ args }) => args.write)).toEqual([1, 2])
  expect(lab.frame().checkers.find(({ name }) => name === 'I9')).toMatchObject({ held: true })
})

test('[noLostOk] a mode that waits for all promises nothing about what was told OK before, also when the only slave takes over (9867)', () => {
  const lab = new Lab({
    specs: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
    nodes: ['db1', 'db2'],
    clients: [{ ...CLIENT, thinkMs: 2, kind: 'closed-loop' }],
    network: { links: [{ between: ['db1', 'db2'], kilobytesPerSecond: 90 }] },
    costs: { entryBytes: 3000 },
    failover: PROBES,
  })
  lab.pass(600).act({ do: 'set', path: 'replication.mode', value: 'all' }).pass(300).kill('db1')
  expect(lab.until('writes-lost').args.count).toBeGreaterThan(10)
  expect(lab.frame().checkers.find(({ name }) => name === 'noLostOk')).toMatchObject({ promised: false })
})

test('[I9] an OK that is on its way while its master is rewound was right when it was given (20540)', () => {
  const lab = new Lab({
    clients: [CLIENT],
    failover: { ...PROBES, oldMaster: 'rewind', oldConnections: 'keep' },
    network: { clientOneWayMs: 150 },
    costs: { applyMs: 0.05 },
  })
  const ways = ['monitor', 'db2', 'db3']
  lab.pass(600)
  for (const other of ways) lab.cut('db1', other)
  lab.until('promoted')
  for (const other of ways) lab.heal('db1', other)
  const { t, args } = lab.until('rewound', 'db1')
  lab.pass(400)
  // It was heard of writes that their master no longer had.
  const late = lab.facts('write-ok').filter((fact) => fact.t > t && fact.args.peer === 'db1')
  expect(late.some(({ args: { to } }) => to! >= args.from! && to! <= args.to!)).toBe(true)
})
