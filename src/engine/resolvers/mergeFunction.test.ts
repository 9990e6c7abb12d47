import { expect, test } from 'vitest'
import { FewMasters, type Site } from './fewMasters.ts'
import { mergeFunction } from './mergeFunction.ts'
import type { MergeFunction } from './resolver.ts'
import { seenIn, valuesOf } from './row.ts'

const SITES: Site[] = [0, 0, 0].map((offsetUs) => ({ offsetUs, priority: 0 }))
const masters = (merge: MergeFunction): FewMasters => new FewMasters((history) => mergeFunction(merge, history), SITES)

/** A counter, three-way: what each has added to what both had seen. */
const count: MergeFunction = (a, b, base) =>
  String(Number(a.value) + Number(b.value) - (base === null ? 0 : Number(base.value)))

/** Two masters with the same row; each client adds to what it reads there. */
function counters(): FewMasters {
  const lab = masters(count)
  lab.write(0, '100')
  lab.copy(0, 1)
  lab.copy(0, 2)
  return lab
}
const add = (lab: FewMasters, at: number, amount: number): void => {
  lab.write(at, String(Number(valuesOf(lab.rows[at]!)[0]) + amount))
}
const exchange = (lab: FewMasters): void => {
  for (const from of [0, 1, 2]) for (const to of [0, 1, 2]) if (to !== from) lab.copy(from, to)
}

test('[W22] the function gets both versions and what both had seen, and its result is shown with its sources', () => {
  const calls: unknown[] = []
  const lab = masters((a, b, base) => {
    calls.push([a.value, b.value, base])
    return '"both"'
  })
  lab.write(0, '"base"')
  lab.copy(0, 1)
  const a = lab.write(0, '"a"')
  const b = lab.write(1, '"b"')
  const met = lab.copy(1, 0)
  expect(calls).toEqual([
    ['"a"', '"b"', { value: '"base"', sources: [expect.objectContaining({ origin: 0, sequence: 1 })] }],
  ])
  expect(met).toMatchObject({ conflict: true, relation: 'concurrent', outcome: 'merged', discarded: [], error: null })
  expect(met.row.shown).toMatchObject([{ value: '"both"', sources: [a, b], context: [1] }])
  expect(seenIn(met.row)).toEqual({ value: '"both"', sources: [a, b] })
})

test('[W22] a version whose writer had seen the other is no question to the function', () => {
  const lab = masters(() => {
    throw new Error('never called')
  })
  lab.write(0, '1')
  lab.copy(0, 1)
  lab.write(1, '2')
  expect(lab.copy(1, 0)).toMatchObject({ conflict: false, error: null })
  expect(valuesOf(lab.rows[0]!)).toEqual(['2'])
})

test('[W23] a counter that is merged three-way keeps every increment, round after round and at three masters', () => {
  const lab = counters()
  let sum = 100
  for (let round = 1; round <= 6; round++) {
    for (const at of [0, 1, 2]) {
      for (let i = 0; i <= (round + at) % 3; i++) {
        add(lab, at, round * 10 + at)
        sum += round * 10 + at
      }
    }
    exchange(lab)
    for (const at of [0, 1, 2]) expect(valuesOf(lab.rows[at]!)).toEqual([String(sum)])
  }
})

test('[W23] without the base the same function counts the base again', () => {
  const lab = masters((a, b) => String(Number(a.value) + Number(b.value)))
  lab.write(0, '100')
  lab.copy(0, 1)
  add(lab, 0, 1)
  add(lab, 1, 2)
  lab.copy(0, 1)
  expect(valuesOf(lab.rows[1]!)).toEqual(['203'])
})

test('[W24] who returns one of two different values has discarded the other', () => {
  const lab = masters((a, b) => (Number(a.value) > Number(b.value) ? a.value : b.value))
  const five = lab.write(0, '5')
  const three = lab.write(1, '3')
  expect(lab.copy(1, 0)).toMatchObject({ conflict: true, outcome: 'kept-here', discarded: [three] })
  expect(lab.copy(0, 1)).toMatchObject({ conflict: true, outcome: 'kept-there', discarded: [three] })
  expect(lab.rows.slice(0, 2).map(({ shown }) => shown)).toEqual([[five], [five]])
})

test('[W24] two equal values are merged; nobody loses', () => {
  const lab = masters((a) => a.value)
  lab.write(0, '5')
  lab.write(1, '5')
  expect(lab.copy(1, 0)).toMatchObject({ outcome: 'merged', discarded: [] })
})

test.each<[string, MergeFunction, RegExp]>([
  [
    'throws',
    () => {
      throw new Error('x is not defined (line 1, column 8)')
    },
    /^x is not defined \(line 1, column 8\)$/,
  ],
  ['returns no text', (() => 7) as unknown as MergeFunction, /no text/],
  ['returns no JSON', () => '{', /no JSON/],
  ['returns too much', () => `"${'x'.repeat(4095)}"`, /4097 characters; at most 4096/],
])('[W25] a function that %s is reported; the later version stands, at every master', (_, merge, message) => {
  const lab = masters(merge)
  lab.write(0, '1')
  lab.now += 1000
  lab.write(1, '2')
  const met = lab.copy(1, 0)
  lab.copy(0, 1)
  expect(met.error).toMatch(message)
  expect(met).toMatchObject({ conflict: true, outcome: 'kept-there', discarded: [{ value: '1' }] })
  expect(lab.rows.slice(0, 2).map(valuesOf)).toEqual([['2'], ['2']])
})

test('[W26] a function may delete, and is asked about deletes', () => {
  const lab = masters((a, b) => (a.value === '' || b.value === '' ? '' : a.value))
  lab.write(0, '1')
  lab.copy(0, 1)
  const deleted = lab.write(0, '')
  lab.write(1, '2')
  expect(lab.copy(1, 0)).toMatchObject({ conflict: true, outcome: 'kept-here', discarded: [{ value: '2' }] })
  expect(lab.rows[0]!.shown).toEqual([deleted])
  expect(valuesOf(lab.rows[0]!)).toEqual([])
})

test('[W27] three versions are merged in the order in which they came', () => {
  const calls: string[] = []
  const lab = masters((a, b) => {
    calls.push(`${a.value}+${b.value}`)
    return JSON.stringify(JSON.parse(a.value) + JSON.parse(b.value))
  })
  for (const at of [0, 1, 2]) lab.write(at, `"${at}"`)
  lab.copy(2, 0)
  lab.copy(1, 0)
  expect(calls).toEqual(['"0"+"2"', '"02"+"1"'])
  expect(valuesOf(lab.rows[0]!)).toEqual(['"021"'])
})

test('[W22] what was merged has seen what the writers of its parts had seen', () => {
  const lab = masters(() => '"both"')
  lab.write(2, '"of the third"')
  lab.copy(2, 1)
  lab.write(0, '"a"')
  lab.write(1, '"b"')
  lab.copy(1, 0)
  expect(lab.rows[0]!.shown).toMatchObject([{ value: '"both"', context: [0, 0, 1] }])
  expect(lab.copy(2, 0)).toMatchObject({ conflict: false, outcome: 'none' })
})
