import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FewMasters, nameOf, type Site } from './fewMasters.ts'
import type { MergeFunction, RowHistory } from './resolver.ts'
import { type RowState, sameRow, valuesOf } from './row.ts'
import { RESOLVERS, type RuleName } from './rules.ts'
import { compare, covers } from './vector.ts'
import { compareDots } from './version.ts'

const SITES: Site[] = [
  { offsetUs: 400, priority: 2 },
  { offsetUs: -300, priority: 0 },
  { offsetUs: 0, priority: 2 },
]

/** Which of them do not depend on the order in which values meet. */
const union: MergeFunction = (a, b) => {
  const all = [a, b].flatMap(({ value }) => (value === '' ? [] : (JSON.parse(value) as number[])))
  return JSON.stringify([...new Set(all)].sort((x, y) => x - y))
}
const first: MergeFunction = (a) => a.value

const resolverOf =
  (rule: RuleName, merge = union) =>
  (history: RowHistory) =>
    RESOLVERS[rule].resolver({ ties: 'lowest-id', merge, history })

const PROMISED = (Object.keys(RESOLVERS) as RuleName[]).filter((rule) => RESOLVERS[rule].promisesConvergence)
/** Those that merge by the property that is tested here. */
const MERGING: RuleName[] = [...PROMISED, 'function']

type Act = readonly [kind: 'write' | 'delete' | 'copy' | 'wait', at: number, other: number, value: number]
const acts = fc.array(
  fc.tuple(
    fc.constantFrom('write', 'write', 'delete', 'copy', 'wait'),
    fc.nat(2),
    fc.nat(3),
    fc.nat(9),
  ) as fc.Arbitrary<Act>,
  { minLength: 2, maxLength: 24, size: 'max' },
)

function play(lab: FewMasters, list: readonly Act[]): FewMasters {
  for (const [kind, at, other, value] of list) {
    if (kind === 'copy') lab.copy(at, other % 3)
    else if (kind === 'wait') lab.now += 100 * value
    else lab.write(at, kind === 'delete' ? '' : `[${value}]`, other === 3 ? 'read' : other === 2 ? 'none' : other)
  }
  return lab
}

/** What it keeps, whoever kept it in which order. */
const kept = (row: RowState): [versions: unknown, shown: unknown] => [
  row.versions
    .slice()
    .sort(compareDots)
    .map((version) => [nameOf(version), version.value]),
  valuesOf(row),
]

test('the rules that promise to converge are five', () => {
  expect(PROMISED).toEqual(['wall-clock', 'hybrid-clock', 'version-vectors', 'dotted-version-vectors', 'site-priority'])
})

test.each(MERGING)('[W1] %s: any order and any repetition of what was written ends in the same row', (rule) => {
  const orders = fc.array(fc.nat(10_000), { minLength: 90, maxLength: 90 })
  fc.assert(
    fc.property(acts, orders, (list, order) => {
      const lab = play(new FewMasters(resolverOf(rule), SITES), list)
      let at = 0
      // Every master hears of every write at least once, and of as many again, shuffled.
      const all = SITES.flatMap((_, to) =>
        lab.states.flatMap((_, place) => [[place, to] as const, [place, to] as const]),
      )
      const shuffled = all.map((way) => [order[at++ % order.length]!, way] as const).sort((a, b) => a[0] - b[0])
      for (const [, [place, to]] of shuffled) lab.deliver(place, to)
      expect(kept(lab.rows[1]!)).toEqual(kept(lab.rows[0]!))
      expect(kept(lab.rows[2]!)).toEqual(kept(lab.rows[0]!))
      expect(sameRow(lab.rows[1]!, lab.rows[2]!)).toBe(true)
    }),
    { seed: 51, numRuns: 80, endOnFailure: true },
  )
})

test.each(MERGING)('[W2] %s: merging is commutative, associative and idempotent in what it keeps', (rule) => {
  fc.assert(
    fc.property(acts, fc.nat(), fc.nat(), fc.nat(), (list, x, y, z) => {
      const lab = play(new FewMasters(resolverOf(rule), SITES), list)
      const states = [...lab.rows, ...lab.states.map(({ row }) => row)]
      const [a, b, c] = [x, y, z].map((at) => states[at % states.length]!) as [RowState, RowState, RowState]
      const history: RowHistory = { lastOf: () => null, nextOf: () => null }
      const { merge } = resolverOf(rule)(history)
      const both = (here: RowState, there: RowState): RowState => merge(here, there).row
      expect(kept(both(a, b))).toEqual(kept(both(b, a)))
      expect(kept(both(both(a, b), c))).toEqual(kept(both(a, both(b, c))))
      expect(both(a, a)).toBe(a)
    }),
    { seed: 52, numRuns: 200, endOnFailure: true },
  )
})

test.each(MERGING)('[W3] %s: what was known here comes again without a conflict, a discard or a change', (rule) => {
  fc.assert(
    fc.property(acts, fc.nat(2), fc.nat(), (list, at, which) => {
      const lab = play(new FewMasters(resolverOf(rule), SITES), list)
      fc.pre(lab.states.length > 0)
      const place = which % lab.states.length
      lab.deliver(place, at)
      const before = lab.rows[at]!
      const met = lab.deliver(place, at)
      expect(met).toMatchObject({ conflict: false, pair: null, discarded: [], relation: 'equal', outcome: 'none' })
      expect(met.row).toBe(before)
    }),
    { seed: 53, numRuns: 100, endOnFailure: true },
  )
})

test.each(PROMISED)('[W4] %s: nothing is discarded that somebody had seen who wrote what stands', (rule) => {
  let discards = 0
  fc.assert(
    fc.property(acts, (list) => {
      const lab = play(new FewMasters(resolverOf(rule), SITES), list)
      for (const { discarded, row } of lab.met)
        for (const version of discarded) {
          discards++
          for (const shown of row.shown) expect(lab.past.get(nameOf(shown))!.has(nameOf(version))).toBe(false)
        }
    }),
    { seed: 54, numRuns: 300, endOnFailure: true },
  )
  if (rule.endsWith('vectors')) expect(discards).toBe(0)
  else expect(discards).toBeGreaterThan(100)
})

test('[W5] a function that returns its first argument leaves masters with the same versions and different values', () => {
  const lab = new FewMasters(resolverOf('function', first), SITES)
  lab.write(0, '[1]')
  lab.write(1, '[2]')
  lab.copy(0, 1)
  lab.copy(1, 0)
  lab.copy(0, 1)
  expect(valuesOf(lab.rows[0]!)).toEqual(['[1]'])
  expect(valuesOf(lab.rows[1]!)).toEqual(['[2]'])
  expect(compare(lab.rows[0]!.context, lab.rows[1]!.context)).toBe('equal')
  expect(sameRow(lab.rows[0]!, lab.rows[1]!)).toBe(false)
})

test('[W6] whatever rule was there before: once it is changed, copies that meet converge by the new one', () => {
  const rules = fc.tuple(fc.constantFrom(...MERGING), fc.constantFrom(...MERGING))
  fc.assert(
    fc.property(acts, rules, (list, [before, after]) => {
      const lab = play(new FewMasters(resolverOf(before), SITES), list)
      const { merge } = resolverOf(after)({ lastOf: () => null, nextOf: () => null })
      const rows = [...lab.rows]
      const meet = (to: number, from: number): void => {
        rows[to] = merge(rows[to]!, rows[from]!).row
      }
      for (const [to, from] of [
        [0, 1],
        [1, 2],
        [2, 0],
        [0, 1],
        [1, 0],
        [2, 1],
        [0, 2],
      ] as const)
        meet(to, from)
      // What a function shows of versions that were hidden before is settled by the next write.
      const held = (row: RowState) => (after === 'function' ? kept(row)[0] : kept(row))
      expect(held(rows[1]!)).toEqual(held(rows[0]!))
      expect(held(rows[2]!)).toEqual(held(rows[0]!))
      if (!after.endsWith('vectors')) expect(rows[0]!.shown.length).toBeLessThanOrEqual(1)
    }),
    { seed: 56, numRuns: 300, endOnFailure: true },
  )
})

test('[W7] what a row has seen covers every version that was ever there', () => {
  fc.assert(
    fc.property(acts, fc.constantFrom(...MERGING), (list, rule) => {
      const lab = play(new FewMasters(resolverOf(rule), SITES), list)
      for (const version of lab.written)
        for (const [at, row] of lab.rows.entries())
          if (lab.known[at]!.has(nameOf(version))) expect(covers(row.context, version)).toBe(true)
    }),
    { seed: 57, numRuns: 100, endOnFailure: true },
  )
})
