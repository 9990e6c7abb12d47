import { describe, expect, it } from 'vitest'
import type { Fact, FactArgs, FactKind } from '../engine/index.ts'
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

  it('begin with the choice when somebody promotes by hand', () => {
    const [only] = failoversOf(facts(...whole.slice(4)))
    expect(only).toMatchObject({ suspect: null, confirm: null, drain: { start: 260, end: 300 }, reroute: { end: 400 } })
  })
})
