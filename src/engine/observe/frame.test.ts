import { expect, test } from 'vitest'
import { parseRun, type Run } from '../../run/index.ts'
import type { Fact } from '../fact.ts'
import { Fold } from '../fold.ts'
import type { Cell, Frame, NodeFrame } from '../frame/index.ts'

/** One master, two slaves at 10 and 30 ms, a client that writes every 20 ms or so. */
function runOf(given: object, interventions: object[] = []): Run {
  const parsed = parseRun({
    scenario: {
      id: 'frame',
      title: 'Frame',
      paceMs: 20,
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }],
      network: {
        jitterMs: 0,
        clientOneWayMs: 1,
        links: [
          { between: ['db1', 'db2'], oneWayMs: 10 },
          { between: ['db1', 'db3'], oneWayMs: 30 },
        ],
      },
      clients: [{ id: 'c1', thinkMs: 15, keys: 4, timeoutMs: 400, retryMs: 100 }],
      failover: { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 30, rerouteMs: 20 },
      ...given,
    },
    interventions,
  })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}
const at = (frame: Frame, id: string): NodeFrame => frame.nodes.find((node) => node.id === id)!
const numbers = (cells: readonly Cell[], fate: Cell['fate']): number[] =>
  cells.filter((cell) => cell.fate === fate).map(({ number }) => number)
const milestone = (engine: Fold, kind: Fact['kind']): Fact => engine.milestones().find((fact) => fact.kind === kind)!

const death = [
  { atMs: 500, do: 'kill', node: 'db1' },
  { atMs: 1500, do: 'restart', node: 'db1' },
]

test('[V1] a cell knows when it was logged, received, applied, told OK and acknowledged', () => {
  const engine = new Fold(runOf({ replication: { mode: 'semi-sync', waitFor: 2, timeoutMs: 5000 } }))
  engine.runTo(450_000)
  const frame = engine.frame()
  const cell = at(frame, 'db1').cells[0]!
  const [copy, far] = [at(frame, 'db2').cells[0]!, at(frame, 'db3').cells[0]!]
  expect(copy).toMatchObject({
    position: 1,
    number: 1,
    epoch: 1,
    origin: 'db1',
    write: cell.write,
    key: cell.key,
    fate: 'kept',
  })
  expect([copy.loggedAt, far.loggedAt]).toEqual([cell.loggedAt, cell.loggedAt])
  expect(copy.receivedAt - cell.loggedAt).toBeGreaterThanOrEqual(10_000)
  expect(far.receivedAt - cell.loggedAt).toBeGreaterThanOrEqual(30_000)
  expect(cell.ackedAt).toHaveLength(2)
  expect(cell.ackedAt[0]! - copy.receivedAt).toBeGreaterThanOrEqual(10_000)
  expect(cell.ackedAt[1]! - far.receivedAt).toBeGreaterThanOrEqual(30_000)
  // AFTER_SYNC: committed after the second acknowledgement, and only then the client hears OK.
  expect(cell.appliedAt!).toBeGreaterThan(cell.ackedAt[1]!)
  expect(cell.okAt!).toBeGreaterThan(cell.appliedAt!)
  expect(copy.ackedAt).toEqual(cell.ackedAt)
})

test('[V2] before the failover the master alone holds what is at risk; after it the same entries are lost, everywhere they are shown', () => {
  const busy = {
    costs: { restartMs: 100 },
    clients: ['c1', 'c2', 'c3'].map((id) => ({ id, thinkMs: 4, timeoutMs: 400, retryMs: 100 })),
  }
  const healthy = new Fold(runOf(busy))
  healthy.runTo(450_000)
  while (at(healthy.frame(), 'db1').onlyHere.length < 3) healthy.runToNextMoment(1_000_000)
  const { time } = healthy
  const killed = [{ atMs: time / 1000, do: 'kill', node: 'db1' }, death[1]!]
  const engine = new Fold(runOf(busy, killed))
  engine.runTo(time)
  const { onlyHere } = at(engine.frame(), 'db1')
  expect(onlyHere).toEqual(at(healthy.frame(), 'db1').onlyHere)
  engine.runTo(time + 10_000)
  const dead = engine.frame()
  expect(at(dead, 'db1')).toMatchObject({ process: 'down', processSince: time + 1, lag: null, onlyHere })
  expect(dead.counters).toMatchObject({ atRisk: onlyHere.length, lost: 0 })
  engine.runTo(1_400_000)
  const after = engine.frame()
  const old = at(after, 'db1')
  expect(after).toMatchObject({ epoch: 2, monitor: { watches: 'db2', choice: { chosen: 'db2' } } })
  expect(numbers(old.cells, 'lost')).toEqual(after.lost.map(({ number }) => number))
  expect(after.lost.length).toBe(after.counters.lost)
  expect(after.lost.length).toBe(dead.counters.atRisk)
  for (const { lostAt, okAt } of after.lost) {
    expect(lostAt).toBe(milestone(engine, 'promoted').t)
    expect(okAt).toBeLessThanOrEqual(time)
  }
  expect(at(after, 'db2')).toMatchObject({ role: 'master', upstream: null, lag: null, epoch: 2 })
  expect(at(after, 'db2').roleSince).toBe(milestone(engine, 'promoted').t)
  expect(at(after, 'db3')).toMatchObject({
    role: 'slave',
    upstream: 'db2',
    receiver: { state: 'streaming', peer: 'db2' },
  })
  // The new master's first entry takes the number of the first lost one.
  expect(milestone(engine, 'promoted').args.from).toBe(after.lost[0]!.number)
  engine.runTo(2_500_000)
  const back = engine.frame()
  expect(at(back, 'db1')).toMatchObject({ role: 'fenced', process: 'up', extraFrom: after.lost[0]!.number })
  expect(back.checkers.find(({ name }) => name === 'noLostOk')).toMatchObject({ promised: false, held: false })
})

test('[V3] a card drains and promotes step by step, and says how long it will take', () => {
  const engine = new Fold(runOf({ costs: { applyMs: 40 } }, death))
  const roles: string[] = []
  let drain: NodeFrame['drain'] = null
  while (engine.runToNextMoment(1_400_000)) {
    const node = at(engine.frame(), 'db2')
    if (roles.at(-1) !== node.role) roles.push(node.role)
    drain ??= node.drain
    if (node.drain) expect(node.drain.left).toBe(node.received - node.applied)
  }
  expect(roles.filter((role) => role !== 'candidate')).toEqual(['slave', 'draining', 'promoting', 'master'])
  const drained = engine.factsAfter(0).find(({ kind }) => kind === 'drained')!
  expect(drain!.left).toBe(drain!.total)
  expect(Math.abs(drained.t - drain!.endsAt)).toBeLessThanOrEqual(2)
})

test('[V4] links, messages and clients are told apart, and what is under way lies on its path', () => {
  const engine = new Fold(runOf({}))
  engine.runTo(300_000)
  const frame = engine.frame()
  const link = frame.links.find(({ id }) => id === 'db1~db2')!
  expect(link).toMatchObject({
    kind: 'replication',
    from: 'db1',
    to: 'db2',
    oneWayUs: 10_000,
    state: 'up',
    connected: true,
  })
  expect(frame.links.find(({ id }) => id === 'db2~db3')).toMatchObject({ connected: false })
  expect(frame.links.find(({ id }) => id === 'c1~db1')).toMatchObject({
    kind: 'client',
    from: 'c1',
    to: 'db1',
    connected: true,
  })
  const entries = frame.messages.filter(({ kind, to }) => kind === 'entries' && to === 'db3')
  expect(entries.length).toBeGreaterThan(0)
  for (const { path, from, origin, held } of entries) {
    expect([from, origin, held]).toEqual(['db1', 'db1', false])
    expect(path.map(([, fraction]) => fraction)).toEqual([0, 1])
    expect(path[1]![0] - path[0]![0]).toBe(30_000)
    expect(path[0]![0] <= frame.time && frame.time < path[1]![0]).toBe(true)
  }
  expect(frame.clients[0]).toMatchObject({ id: 'c1', kind: 'closed-loop', target: 'db1' })
})

test('[V5] a stalled link holds its messages where they are', () => {
  const engine = new Fold(runOf({}, [{ atMs: 300, do: 'stall', between: ['db1', 'db3'] }]))
  engine.runTo(400_000)
  const frame = engine.frame()
  const held = frame.messages.filter(({ held }) => held)
  expect(held.length).toBeGreaterThan(0)
  for (const { link, path } of held) {
    expect(link).toBe('db1~db3')
    expect(path.at(-1)![0]).toBeLessThanOrEqual(frame.time)
    expect(path.at(-1)![1]).toBeLessThan(1)
  }
  expect(frame.links.find(({ id }) => id === 'db1~db3')).toMatchObject({ state: 'stalled', since: 300_001 })
})

test('[V6] the mode says when the gate fell back and when it came back', () => {
  const faults = [
    { atMs: 200, do: 'stop-receiver', node: 'db2' },
    { atMs: 200, do: 'stop-receiver', node: 'db3' },
    { atMs: 900, do: 'start-receiver', node: 'db2' },
  ]
  const engine = new Fold(
    runOf(
      { replication: { mode: 'semi-sync', waitFor: 1, timeoutMs: 150 }, clients: [{ id: 'c1', thinkMs: 80 }] },
      faults,
    ),
  )
  engine.runTo(150_000)
  expect(engine.frame().mode).toMatchObject({ kind: 'semi-sync', waitFor: 1, timeoutUs: 150_000, gate: 'on' })
  engine.runTo(800_000)
  expect(engine.frame().mode).toMatchObject({ gate: 'fallen-back', since: milestone(engine, 'gate-timed-out').t })
  engine.runTo(1_500_000)
  expect(engine.frame().mode).toMatchObject({ gate: 'on', since: milestone(engine, 'gate-recovered').t })
})

test('[V7] a stopped, a connecting and a waiting I/O thread say since when, whatever the relay log does meanwhile', () => {
  const faults = [
    { atMs: 200, do: 'stop-receiver', node: 'db2' },
    { atMs: 400, do: 'start-receiver', node: 'db2' },
  ]
  const engine = new Fold(runOf({}, faults))
  const receiver = (t: number): NodeFrame['receiver'] => {
    engine.runTo(t)
    return at(engine.frame(), 'db2').receiver
  }
  const first = receiver(150_000)
  expect(first).toMatchObject({ state: 'streaming', peer: 'db1' })
  expect(receiver(190_000).since).toBe(first.since)
  expect(receiver(300_000)).toMatchObject({ state: 'stopped', since: 200_001, reason: '' })
  expect(receiver(405_000)).toMatchObject({ state: 'connecting', reason: 'start' })
  expect(receiver(480_000).state).toBe('streaming')
})

test('[V8] recent facts are those of the last two wall seconds at speed 1, oldest first', () => {
  const engine = new Fold(runOf({}))
  engine.runTo(300_000)
  const { recent, time, paceUs, event } = engine.frame()
  expect(recent.at(-1)!.id).toBe(event)
  expect(recent[0]!.t).toBeGreaterThan(time - 2 * paceUs)
  const before = engine.factsAfter(recent[0]!.id - 2)[0]!
  expect(before.t).toBeLessThanOrEqual(time - 2 * paceUs)
  expect(recent.map(({ id }) => id)).toEqual(recent.map((_, i) => recent[0]!.id + i))
})
