import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRun } from './fixtures/any-run.ts'
import {
  asStrategy,
  hasManyMasters,
  mirrored,
  openRequests,
  type Pair,
  pairOf,
  parseRun,
  type Run,
  sameRequests,
  strategyOf,
} from './index.ts'

function run(spec: object, interventions: object[] = []): Run {
  const parsed = parseRun({ scenario: spec, interventions })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}
function sure<T extends object>(answer: T | { problem: string }): T {
  if ('problem' in answer) throw new Error(answer.problem)
  return answer
}

/** Three data centres with a stream and a reader each, one master, and somebody who watches. */
const places = ['eu', 'us', 'asia']
const far = {
  nodes: places.map((dataCenter, at) => ({ id: `db${at + 1}`, role: at === 0 ? 'master' : 'slave', dataCenter })),
  clients: places.flatMap((dataCenter) => [
    { id: `w-${dataCenter}`, kind: 'stream', dataCenter },
    { id: `r-${dataCenter}`, kind: 'reader', readsPerSecond: 5, dataCenter, route: 'nearest' },
  ]),
  failover: { monitors: ['m1', 'm2', 'm3'].map((id) => ({ id })), antiFlapMs: 5 },
  replication: { mode: 'semi-sync' },
  network: {
    links: [
      { between: ['db1', 'm1'], oneWayMs: 3 },
      { between: ['db1', 'db2'], oneWayMs: 9 },
    ],
  },
}
const faults = [
  { atMs: 5, do: 'kill', node: 'db1' },
  { atMs: 6, do: 'promote', node: 'db2' },
  { atMs: 7, do: 'write', client: 'w-eu', key: 'k1', value: 7 },
  { atMs: 8, do: 'set', path: 'failover.misses', value: 9 },
  { atMs: 9, do: 'cut-data-center', dataCenter: 'us' },
]

describe('the same run by another strategy', () => {
  const twin = sure(asStrategy(run(far, faults), 'several-masters'))

  it('has the same nodes in the same places, all of them masters, and clients at home', () => {
    const { nodes, clients, failover, replication, network } = twin.run.scenario
    expect(nodes.map(({ id, role, dataCenter }) => [id, role, dataCenter])).toEqual(
      places.map((place, at) => [`db${at + 1}`, 'master', place]),
    )
    expect(clients.map(({ node }) => node)).toEqual(['db1', 'db1', 'db2', 'db2', 'db3', 'db3'])
    expect([failover.monitor, failover.monitors, replication.mode]).toEqual([false, [], 'async'])
    expect(network.links.map(({ between }) => between)).toEqual([['db1', 'db2']])
    expect(strategyOf(twin.run.scenario)).toBe('several-masters')
  })

  it('suffers the same faults, and is told what could not be done to it', () => {
    expect(twin.run.interventions.map(({ do: what }) => what)).toEqual(['kill', 'write', 'cut-data-center'])
    expect(twin.left.map(({ do: what }) => what)).toEqual(['promote', 'set'])
  })

  it('comes back to one master that somebody watches, with readers that read where they stand', () => {
    const { run: back } = sure(asStrategy(twin.run, 'one-master'))
    expect(back.scenario.nodes.map(({ role }) => role)).toEqual(['master', 'slave', 'slave'])
    expect(back.scenario.clients.map(({ node, route }) => [node, route])).toEqual(
      back.scenario.clients.map(() => [undefined, 'nearest']),
    )
    expect(back.scenario.failover.monitor).toBe(true)
    expect(sameRequests(back, run(far, faults))).toBe(true)
  })

  it('is the run itself by its own strategy', () => {
    const one = run(far)
    expect(asStrategy(one, 'one-master')).toEqual({ run: one, left: [] })
  })

  it('needs two nodes', () => {
    const lonely = run({ nodes: [{ id: 'db1', role: 'master' }] })
    expect(asStrategy(lonely, 'several-masters')).toEqual({
      problem: 'This run has one node, and several masters need 2 at least.',
    })
  })

  it('takes over what is done later, and keeps what only it knows', () => {
    const one = run(far, [...faults, { atMs: 20, do: 'restart', node: 'db1' }])
    const several = { ...twin.run, interventions: [{ atMs: 3, do: 'repair', node: 'db2', from: 'db3' } as const] }
    const { run: after } = mirrored(one, several)
    expect(after.interventions.map(({ do: what }) => what)).toEqual([
      'repair',
      'kill',
      'write',
      'cut-data-center',
      'restart',
    ])
    expect(mirrored(one, after).run).toEqual(after)
  })
})

describe('requests', () => {
  it('of whoever waits for answers become a stream at about the same rate, and that is told', () => {
    const { scenario } = run({
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
      clients: [
        { id: 'c1', thinkMs: 20 },
        { id: 'c2', kind: 'read-write', thinkMs: 50, readsPerWrite: 3 },
        { id: 'c3', kind: 'reader', thinkMs: 4 },
        { id: 'c4', kind: 'stream', entriesPerWrite: 5 },
        { id: 'c5', kind: 'stream', ratePerSecond: 3 },
      ],
    })
    const { scenario: open, opened } = openRequests(scenario)
    expect(opened).toEqual([
      { client: 'c1', what: 'rate' },
      { client: 'c2', what: 'reads' },
      { client: 'c3', what: 'rate' },
      { client: 'c4', what: 'entries' },
    ])
    const rates = open.clients.map(({ kind, ratePerSecond, readsPerSecond }) =>
      kind === 'reader' ? readsPerSecond : ratePerSecond,
    )
    expect(rates).toEqual([50, 5, 250, 5, 3])
    expect(openRequests(open)).toEqual({ scenario: open, opened: [] })
  })

  it('are the same where only the answers can differ, and not where a client asks otherwise', () => {
    const one = run(far)
    const change = (patch: object): Run =>
      run({ ...far, clients: far.clients.map((client, at) => (at === 0 ? { ...client, ...patch } : client)) })
    expect(sameRequests(one, change({ retryMs: 5 }))).toBe(true)
    expect(sameRequests(one, change({ keys: 5 }))).toBe(false)
    expect(sameRequests(one, { ...one, seed: 5 })).toBe(false)
    expect(sameRequests(one, run(far, [{ atMs: 7, do: 'write', client: 'w-eu' }]))).toBe(false)
    const waits = change({ kind: 'closed-loop' })
    expect(sameRequests(waits, waits)).toBe(false)
  })
})

describe('a pair', () => {
  it('of any run with two nodes asks for the same on both sides, and both can be sent as links', () => {
    fc.assert(
      fc.property(anyRun, (one) => {
        const pair = pairOf(one)
        if (one.scenario.nodes.length < 2) {
          expect(pair).toHaveProperty('problem')
          return
        }
        const { here, there } = pair as Pair
        expect(sameRequests(here, there)).toBe(true)
        expect(hasManyMasters(there.scenario)).toBe(!hasManyMasters(here.scenario))
        for (const side of [here, there]) expect(parseRun(side)).toEqual({ run: side })
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})
