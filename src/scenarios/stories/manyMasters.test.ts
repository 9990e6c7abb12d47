/** Several masters: what the clocks, the vectors and a function make of rows that two have changed. */
import { describe, expect, it } from 'vitest'
import type { ConflictFrame, Frame } from '../../engine/index.ts'
import type { Run } from '../../run/index.ts'
import { acted, film, runOf } from '../fixtures/film.ts'

/** What a row holds at each master: one value, several siblings, or nothing. */
const rows = ({ multiMaster }: Frame, key = 'cart'): unknown[][] =>
  multiMaster!.sites.map(({ rows }) =>
    (rows.find((row) => row.key === key)?.versions ?? []).map(({ value }) =>
      value === null ? null : (JSON.parse(value) as unknown),
    ),
  )
const conflicts = ({ multiMaster }: Frame): ConflictFrame[] => multiMaster!.conflicts
const agrees = ({ multiMaster }: Frame): boolean => multiMaster!.agreement.keys.length === 0

/** The same run with another setting from the beginning. */
const withSetting = (run: Run, path: string, value: string | number): Run => acted(run, { do: 'set', path, value }, 0)
/** The same run as if it had been set up so. */
const setUp = (run: Run, multiMaster: Partial<Run['scenario']['multiMaster']>): Run => ({
  ...run,
  scenario: { ...run.scenario, multiMaster: { ...run.scenario.multiMaster, ...multiMaster } },
})

describe('two-masters-lww', () => {
  it('throws away a write that was told OK, and after a cut another one', () => {
    const { frameAt, at } = film(runOf('two-masters-lww'))
    expect(rows(frameAt(119))).toEqual([[1], [1]])
    const met = frameAt(250)
    expect([rows(met), agrees(met)]).toEqual([[[3], [3]], true])
    expect(met.counters.discarded).toBe(1)
    expect(at('write-discarded')[0]!.args).toMatchObject({ entry: 'db1:2', other: 'db2:1', reason: 'told-ok' })
    expect(rows(frameAt(489))).toEqual([[4], [5]])
    const end = frameAt(720)
    expect([rows(end), rows(end, 'stock'), agrees(end)]).toEqual([[[5], [5]], [[6], [6]], true])
    expect(end.counters).toMatchObject({ ok: 6, discarded: 2, lost: 0 })
    const told = at('write-discarded').filter(({ args }) => args.reason === 'told-ok')
    expect(new Set(told.map(({ args }) => args.entry))).toEqual(new Set(['db1:2', 'db1:3']))
  })

  it('throws nothing away where the second one had heard of the first', () => {
    const run = runOf('two-masters-lww')
    const later = run.interventions.flatMap((one) =>
      one.do === 'cut' || one.do === 'heal' ? [] : [one.atMs === 145 ? { ...one, atMs: 220 } : one],
    )
    const end = film({ ...run, interventions: later }).frameAt(720)
    expect([conflicts(end), end.counters.discarded]).toEqual([[], 0])
  })
})

describe('lww-clock-skew', () => {
  it('lets the later write lose, and even one that had read what it loses to, until the clocks are hybrid', () => {
    const { frameAt } = film(runOf('lww-clock-skew'))
    const first = frameAt(220)
    expect(rows(first)).toEqual([[3], [3], [3]])
    expect(conflicts(first)[0]).toMatchObject({ relation: 'concurrent', discarded: { origin: 'db2', sequence: 1 } })
    const second = frameAt(320)
    expect(rows(second)).toEqual([[3], [3], [3]])
    expect(conflicts(second).at(-1)).toMatchObject({ relation: 'before', discarded: { origin: 'db3', sequence: 1 } })
    expect(second.counters.discarded).toBe(2)
    expect(rows(frameAt(540))).toEqual([[8], [8], [8]])
    const end = frameAt(780)
    expect([rows(end), end.counters.discarded]).toEqual([[[9], [9], [9]], 3])
  })

  it('does not, with a clock that is right; and hybrid clocks from the start save what had read, but not the 5', () => {
    const right = film(withSetting(runOf('lww-clock-skew'), 'nodes.db1.clockOffsetMs', 0))
    expect(rows(right.frameAt(220))).toEqual([[5], [5], [5]])
    expect(rows(right.frameAt(329))[2]).toEqual([7])
    const hybrid = film(withSetting(runOf('lww-clock-skew'), 'multiMaster.rule', 'hybrid-clock'))
    expect(rows(hybrid.frameAt(220))).toEqual([[3], [3], [3]])
    const end = hybrid.frameAt(545)
    expect([rows(end), end.counters.discarded]).toEqual([[[8], [8], [8]], 1])
  })
})

describe('vector-clock-siblings', () => {
  it('keeps both carts until somebody who has seen both writes one', () => {
    const { frameAt, at, kinds } = film(runOf('vector-clock-siblings'))
    expect(conflicts(frameAt(180))).toEqual([])
    const both = frameAt(330)
    expect(rows(both)).toEqual([
      [
        [1, 2, 3],
        [1, 2, 4],
      ],
      [
        [1, 2, 3],
        [1, 2, 4],
      ],
    ])
    expect(at('siblings-joined')).toEqual([])
    const end = frameAt(500)
    expect(rows(end)).toEqual([[[1, 2, 3, 4, 5]], [[1, 2, 3, 4, 5]]])
    expect(end.counters).toMatchObject({ discarded: 0, overwritten: 4 })
    expect(kinds()).toContain('siblings-joined')
  })

  it('loses an item by the clock', () => {
    const end = film(withSetting(runOf('vector-clock-siblings'), 'multiMaster.rule', 'wall-clock')).frameAt(500)
    expect(rows(end)).toEqual([[[1, 2, 4, 5]], [[1, 2, 4, 5]]])
    expect(end.counters.discarded).toBe(1)
  })
})

describe('custom-merge', () => {
  const union = (source: string) => (a: { value: string }, b: { value: string }) => {
    expect(source).toContain('new Set')
    const items = [a, b].flatMap(({ value }) => (value === '' ? [] : (JSON.parse(value) as number[])))
    return JSON.stringify([...new Set(items)].sort((x, y) => x - y))
  }

  it('ends with all items at all masters, and with those that somebody had taken out', () => {
    const { frameAt } = film(runOf('custom-merge'), { merge: union })
    const added = frameAt(390)
    expect(rows(added)).toEqual([[[1, 2, 3, 4]], [[1, 2, 3, 4]], [[1, 2, 3, 4]]])
    expect(conflicts(added).every(({ outcome, error }) => outcome === 'merged' && error === null)).toBe(true)
    const end = frameAt(640)
    expect(rows(end)).toEqual([[[1, 2, 3, 4, 5]], [[1, 2, 3, 4, 5]], [[1, 2, 3, 4, 5]]])
    expect([agrees(end), end.counters.discarded]).toEqual([true, 1])
    expect(conflicts(end).at(-1)).toMatchObject({ kind: 'update-delete' })
  })

  it('keeps one cart only where the later one wins', () => {
    const end = film(withSetting(runOf('custom-merge'), 'multiMaster.rule', 'wall-clock')).frameAt(390)
    expect(rows(end)).toEqual([[[1, 4]], [[1, 4]], [[1, 4]]])
    expect(end.counters.discarded).toBe(2)
  })
})

describe('ring-of-three', () => {
  it('makes everybody behind a dead master wait, and all get everything in the end', () => {
    const { frameAt, at, kinds } = film(runOf('ring-of-three'))
    expect(rows(frameAt(249))).toEqual([[1], [1], [1]])
    expect(at('entry-dropped').map((fact) => [fact.at, fact.args.reason])).toEqual([['db1', 'own']])
    const broken = frameAt(469)
    expect([rows(broken), rows(broken, 'stock')]).toEqual([
      [[2], [1], [1]],
      [[5], [], [5]],
    ])
    const end = frameAt(900)
    expect([rows(end), rows(end, 'stock'), agrees(end)]).toEqual([[[2], [2], [2]], [[5], [5], [5]], true])
    expect(kinds().at(-1)).toBe('masters-agree')
  })

  it('lets db3 hear of it where all copy from all', () => {
    expect(rows(film(setUp(runOf('ring-of-three'), { topology: 'all-to-all' })).frameAt(469))).toEqual([[2], [1], [2]])
  })
})

describe('immortal-entry', () => {
  it('goes round and puts its value back, until masters drop what they have applied', () => {
    const { frameAt, at, kinds } = film(runOf('immortal-entry'))
    const before = frameAt(580)
    expect([rows(before), before.multiMaster!.counts.appliedAgain]).toEqual([[[7], [9]], 1])
    const back = frameAt(865)
    expect(rows(back)).toEqual([[7], [7]])
    // A single copy of it is under way, from one to the other.
    expect(at('applied-again').map((fact) => [fact.at, fact.args.count])).toEqual([
      ['db2', 2],
      ['db3', 2],
      ['db2', 3],
      ['db3', 3],
      ['db2', 4],
    ])
    const end = frameAt(1150)
    expect([rows(end), end.multiMaster!.counts.appliedAgain]).toEqual([[[9], [9]], 5])
    expect(kinds().slice(-2)).toEqual(['entry-dropped', 'masters-agree'])
  })

  it('is mortal where a master knows what it has seen', () => {
    const { frameAt } = film(setUp(runOf('immortal-entry'), { loops: 'seen' }))
    const end = frameAt(860)
    expect([rows(end), end.multiMaster!.counts.appliedAgain]).toEqual([[[9], [9]], 0])
  })
})

describe('tombstone-zombie', () => {
  it('has the deleted row back everywhere', () => {
    const { frameAt, at } = film(runOf('tombstone-zombie'))
    expect(rows(frameAt(300))).toEqual([[null], [null], [1]])
    const forgotten = frameAt(429)
    expect([rows(forgotten), forgotten.multiMaster!.counts.collected]).toEqual([[[], [], [1]], 2])
    const end = frameAt(1450)
    expect(rows(end)).toEqual([[1], [1], [1]])
    expect(at('row-resurrected').map((fact) => [fact.at, fact.args.peer])).toEqual([
      ['db1', 'db3'],
      ['db2', 'db3'],
    ])
  })

  it('does not where tombstones wait for everyone', () => {
    const { frameAt } = film(setUp(runOf('tombstone-zombie'), { tombstones: 'everyone' }))
    const waiting = frameAt(730)
    expect([rows(waiting), waiting.multiMaster!.counts.collected]).toEqual([[[null], [null], [1]], 0])
    const end = frameAt(1450)
    expect(
      rows(end)
        .flat()
        .every((value) => value === null),
    ).toBe(true)
    expect(end.multiMaster!.counts.resurrected).toBe(0)
  })
})
