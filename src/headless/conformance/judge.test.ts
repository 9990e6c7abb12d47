import { describe, expect, it } from 'vitest'
import { FACTS } from '../../engine/index.ts'
import type { Expectation } from './caseFile.ts'
import { readCase } from './caseFile.ts'
import { hold, judge, median } from './judge.ts'
import { tableOf } from './table.ts'

const expectation = (change: Partial<Expectation>): Expectation => ({
  measure: 'a',
  op: 'eq',
  value: 10,
  factor: 1,
  of: null,
  tolerance: null,
  ratio: null,
  ...change,
})
const holds = (a: number | null | undefined, change: Partial<Expectation>, b: number | null = 10) =>
  hold(
    expectation(change),
    new Map([
      ['a', a],
      ['b', b],
    ]),
  ).holds

describe('an expectation', () => {
  it.each<[number | null | undefined, Partial<Expectation>, boolean]>([
    [10, {}, true],
    [10 + 1e-12, {}, true],
    [10.1, {}, false],
    [10.1, { op: 'ne' }, true],
    [9, { op: 'lt' }, true],
    [10, { op: 'lt' }, false],
    [10, { op: 'le' }, true],
    [10, { op: 'gt' }, false],
    [10, { op: 'ge' }, true],
    [12, { op: 'within', tolerance: 2 }, true],
    [12.1, { op: 'within', tolerance: 2 }, false],
    [8, { op: 'within', ratio: 0.2 }, true],
    [7.9, { op: 'within', ratio: 0.2 }, false],
    [5, { op: 'within', ratio: 2 }, true],
    [20, { op: 'within', ratio: 2 }, true],
    [4.9, { op: 'within', ratio: 2 }, false],
    [20.1, { op: 'within', ratio: 2 }, false],
    [11, { op: 'within', ratio: 2, tolerance: 0.5 }, false],
    [null, { op: 'eq', value: null }, true],
    [null, { op: 'le' }, false],
    [null, { op: 'ge' }, false],
    [undefined, { op: 'ne' }, false],
    [20, { of: 'b', factor: 2, value: null }, true],
    [19, { of: 'b', factor: 2, value: null }, false],
  ])('%s, %j: %s', (ours, change, expected) => expect(holds(ours, change)).toBe(expected))

  it('says what it is held against', () => {
    const medians = new Map([
      ['a', 5],
      ['b', 10],
    ])
    expect(hold(expectation({ op: 'within', ratio: 0.2, factor: 0.5, of: 'b', value: null }), medians).text).toBe(
      'within 20% of 5 (0.5 x b)',
    )
    expect(hold(expectation({ op: 'ge', value: 1 / 3 }), medians).text).toBe('at least 0.333')
  })
})

describe('the median over runs', () => {
  it('takes a run in which it never came as infinitely late, and leaves out runs that are not meant', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([3, 1])).toBe(2)
    expect(median([1, null, 2])).toBe(2)
    expect(median([1, null, null])).toBeNull()
    expect(median([undefined, 4, undefined])).toBe(4)
    expect(median([undefined])).toBeUndefined()
  })
})

const played = (change: object) => {
  const text = JSON.stringify({
    id: 'tiny',
    source: 'by hand',
    runs: [
      {
        scenario: {
          untilMs: 200,
          nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
          clients: [{ id: 'c1', thinkMs: 10 }],
        },
      },
    ],
    measures: {
      behind: 'max(lag(db2).entries)',
      visible: 'p50(delay(write-sent, entries-applied(db2)))',
      same: 'same(db1, db2)',
    },
    expect: [{ measure: 'visible', op: 'within', value: 7, tolerance: 2 }],
    ...change,
  })
  const read = readCase('tiny.json', text, Object.keys(FACTS))
  if ('problem' in read) throw new Error(read.problem)
  return judge(read.case)
}

describe('a case that is played', () => {
  it('holds or does not, with our numbers beside theirs', () => {
    const good = played({})
    expect(good).toMatchObject({ id: 'tiny', holds: true, ours: [{ measure: 'visible', value: expect.any(Number) }] })
    expect(tableOf(good)).toMatch(/^holds +tiny\n +visible +\d\.\d+ +within 2 of 7\n$/)
    const bad = played({
      expect: [
        { measure: 'behind', op: 'eq', value: 0 },
        { measure: 'visible', op: 'gt', value: 1 },
      ],
    })
    expect(bad.holds).toBe(false)
    expect(tableOf(bad)).toMatch(/^DOES NOT HOLD +tiny\n {2}! behind/)
  })

  it('takes the median over its runs', () => {
    const three = played({
      seeds: [1, 2, 3],
      measures: { n: 'count(write-ok)' },
      expect: [{ measure: 'n', op: 'gt', value: 5 }],
    })
    expect(three.holds).toBe(true)
  })
})
