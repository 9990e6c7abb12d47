import { describe, expect, it } from 'vitest'
import { createEngine, type Fact, type FactArgs, type FactKind } from '../engine/index.ts'
import { preset } from '../scenarios/index.ts'
import { failoversOf } from './failovers.ts'

const facts = (...told: [t: number, kind: FactKind, args?: FactArgs][]): Fact[] =>
  told.map(([t, kind, args = {}], i) => ({ id: i + 1, t, at: 'monitor', kind, args, cause: 0 }))
const db1 = { peer: 'db1' }
const whole = [
  [100, 'probe-missed', { ...db1, count: 1 }],
  [200, 'probe-missed', { ...db1, count: 2 }],
  [200, 'suspected', db1],
  [230, 'confirmed', db1],
  [260, 'chosen', { peer: 'db2' }],
  [300, 'drained', {}],
  [350, 'promoted', {}],
  [360, 'repointed', {}],
  [380, 'repointed', {}],
  [400, 'rerouted', {}],
  [400, 'failover-done', {}],
] as const satisfies [number, FactKind, FactArgs][]

describe('the phases of a failover', () => {
  it('follow each other without a gap, from the first missed probe to the reroute', () => {
    expect(failoversOf(facts(...whole))).toEqual([
      {
        suspect: { start: 100, end: 200 },
        confirm: { start: 200, end: 230 },
        choose: { start: 230, end: 260 },
        drain: { start: 260, end: 300 },
        promote: { start: 300, end: 350 },
        repoint: { start: 350, end: 380 },
        reroute: { start: 380, end: 400 },
      },
    ])
  })

  it('stay open where the run ends, and are absent where it never came', () => {
    const [only] = failoversOf(facts(...whole.slice(0, 6)))
    expect(only).toMatchObject({ drain: { start: 260, end: 300 }, promote: { start: 300, end: null }, reroute: null })
  })

  it('are not there for a suspicion that was dropped', () => {
    const dropped = facts(whole[0], whole[2], [220, 'suspicion-dropped', db1])
    expect(failoversOf(dropped)).toEqual([])
  })

  it('are told apart when there are two failovers', () => {
    const again = whole.map(([t, kind, args]) => [t + 1000, kind, args] as [number, FactKind, FactArgs])
    const found = failoversOf(facts(...whole, ...again))
    expect(found.map(({ suspect, reroute }) => [suspect?.start, reroute?.end])).toEqual([
      [100, 400],
      [1100, 1400],
    ])
  })

  it('of monitors that vote begin with the first that misses probes, and end what they agree on with the elected one', () => {
    const m = (t: number, at: string, kind: FactKind, args: FactArgs = {}): Fact => ({
      id: t,
      t,
      at,
      kind,
      args,
      cause: 0,
    })
    const story = [
      m(100, 'm2', 'probe-missed', { ...db1, count: 1 }),
      m(110, 'm1', 'probe-missed', { ...db1, count: 1 }),
      m(200, 'm2', 'down-for-me', db1),
      m(210, 'm1', 'down-for-me', db1),
      m(215, 'm2', 'suspicion-dropped', db1),
      m(240, 'm1', 'elected', { count: 2, epoch: 2 }),
      m(260, 'm1', 'chosen', { peer: 'db2' }),
      m(300, 'db2', 'drained'),
      m(350, 'db2', 'promoted'),
      m(360, 'db3', 'repointed'),
      m(400, 'm1', 'rerouted'),
      m(401, 'm1', 'failover-done'),
    ]
    expect(failoversOf(story)).toEqual([
      {
        suspect: { start: 100, end: 200 },
        confirm: { start: 200, end: 240 },
        choose: { start: 240, end: 260 },
        drain: { start: 260, end: 300 },
        promote: { start: 300, end: 350 },
        repoint: { start: 350, end: 360 },
        reroute: { start: 360, end: 400 },
      },
    ])
    const dropped = [...story.slice(0, 5), m(216, 'm1', 'suspicion-dropped', db1)]
    expect(failoversOf(dropped)).toEqual([])
  })

  it('are found in a run whose monitors vote: one failover, and the monitor that was cut off before it counts for none', () => {
    const { run } = preset('three-monitors')!
    const engine = createEngine(run)
    engine.runTo(run.scenario.untilMs * 1000)
    const found = failoversOf(engine.factsAfter(0))
    expect(found).toHaveLength(1)
    for (const span of Object.values(found[0]!)) expect(span?.end).toBeGreaterThanOrEqual(span!.start)
    expect(found[0]!.reroute).not.toBeNull()
  })

  it('begin with the choice when somebody promotes by hand', () => {
    const [only] = failoversOf(facts(...whole.slice(4)))
    expect(only).toMatchObject({ suspect: null, confirm: null, drain: { start: 260, end: 300 }, reroute: { end: 400 } })
  })
})
