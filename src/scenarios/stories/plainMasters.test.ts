/** Several masters as MySQL has them, without a rule: what stands at the end is what arrived last, or nothing moves. */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import type { Run } from '../../run/index.ts'
import { acted, film, runOf } from '../fixtures/film.ts'

const rows = ({ multiMaster }: Frame, key: string): number[] =>
  multiMaster!.sites.map(({ rows }) => Number(rows.find((row) => row.key === key)?.versions[0]?.value ?? 'NaN'))
const errors = ({ multiMaster }: Frame) =>
  multiMaster!.sites.flatMap(({ channels }) => channels.map(({ error }) => error?.code ?? 0))
const agrees = ({ multiMaster }: Frame): boolean => multiMaster!.agreement.keys.length === 0

const setUp = (run: Run, multiMaster: Partial<Run['scenario']['multiMaster']>): Run => ({
  ...run,
  scenario: { ...run.scenario, multiMaster: { ...run.scenario.multiMaster, ...multiMaster } },
})

describe('swapped-rows', () => {
  it('leaves each with the value of the other and no error, until somebody compares', () => {
    const { frameAt, at } = film(runOf('swapped-rows'))
    const swapped = frameAt(315)
    expect([rows(swapped, 'cart'), errors(swapped), agrees(swapped)]).toEqual([[3, 2], [0, 0], false])
    expect(swapped.nodes.map(({ applier }) => applier.state)).toEqual(['idle', 'idle'])
    expect(at('rows-swapped').map((fact) => [fact.at, fact.args.peer])).toEqual([['db1', 'db2']])
    expect(rows(frameAt(499), 'cart')).toEqual([3, 3])
    const end = frameAt(740)
    expect([rows(end, 'cart'), agrees(end), at('rows-swapped').length]).toEqual([[5, 5], true, 1])
  })

  it('does not where a rule decides', () => {
    const run = acted(runOf('swapped-rows'), { do: 'set', path: 'multiMaster.rule', value: 'wall-clock' }, 0)
    expect(rows(film(run).frameAt(315), 'cart')).toEqual([3, 3])
  })
})

describe('duplicate-key', () => {
  it('stops both appliers and all that follows, and leaves the row different when the entries are skipped', () => {
    const { frameAt, kinds } = film(runOf('duplicate-key'))
    const stopped = frameAt(325)
    expect([errors(stopped), rows(stopped, 'n1'), rows(stopped, 'cart')]).toEqual([
      [1062, 1062],
      [11, 22],
      [2, 1],
    ])
    expect(kinds().filter((kind) => kind === 'applier-failed')).toHaveLength(2)
    const end = frameAt(560)
    expect([errors(end), rows(end, 'n1'), rows(end, 'cart')]).toEqual([
      [0, 0],
      [11, 22],
      [2, 2],
    ])
  })

  it('does not with interleaved keys, but they do not help where a value must be unique', () => {
    const run = setUp(runOf('duplicate-key'), { generatedKeys: 'interleaved' })
    const { interventions } = run
    const end = film({ ...run, interventions: interventions.filter((one) => one.do === 'write') }).frameAt(560)
    expect([errors(end), rows(end, 'n1'), rows(end, 'n2'), agrees(end)]).toEqual([[0, 0], [11, 11], [22, 22], true])
    const same = interventions.flatMap((one) =>
      one.do !== 'write' ? [] : [one.value === 22 ? { ...one, value: 11 } : one],
    )
    const clash = film({ ...run, interventions: same }).frameAt(560)
    expect([errors(clash), clash.multiMaster!.conflicts[0]!.kind]).toEqual([[1062, 1062], 'unique'])
  })
})

describe('lost-increment', () => {
  it('loses one of two as rows, and none as statements', () => {
    const { frameAt } = film(runOf('lost-increment'))
    const lost = frameAt(245)
    expect([rows(lost, 'stock'), errors(lost)]).toEqual([
      [101, 110],
      [0, 0],
    ])
    const end = frameAt(560)
    expect([rows(end, 'stock'), agrees(end)]).toEqual([[111, 111], true])
  })

  it('loses none as statements from the start', () => {
    const run = acted(runOf('lost-increment'), { do: 'set', path: 'multiMaster.ship', value: 'statement' }, 0)
    expect(rows(film(run).frameAt(245), 'stock')).toEqual([111, 111])
  })
})

describe('counters-below-zero', () => {
  it('agrees on a number that should not be, and no rule says a word', () => {
    const { frameAt, kinds } = film(runOf('counters-below-zero'))
    expect(rows(frameAt(150), 'stock')).toEqual([2, 3])
    const end = frameAt(300)
    expect([rows(end, 'stock'), agrees(end), errors(end)]).toEqual([[-5, -5], true, [0, 0]])
    expect(end.multiMaster!.conflicts).toEqual([])
    expect(end.counters).toMatchObject({ ok: 3, discarded: 0, lost: 0 })
    expect(kinds()).toContain('below-zero')
  })

  it('does not where one master sells: the second customer comes to the same', () => {
    const run = runOf('counters-below-zero')
    const atOne = run.interventions.map((one) =>
      one.do === 'write' && one.client === 'c2' ? { ...one, client: 'c1' } : one,
    )
    const { frameAt, at } = film({ ...run, interventions: atOne })
    expect(rows(frameAt(300), 'stock')).toEqual([-5, -5])
    // The database sells on here, too; but it is the master itself that came to it, where a check could refuse.
    expect(at('below-zero')).toEqual([])
  })
})
