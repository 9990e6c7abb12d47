import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FewMasters, type Site } from './fewMasters.ts'
import { compareHybrid, HYBRID_START, type Hybrid, hybridReceive, hybridTick } from './hybrid.ts'
import { hybridClock } from './hybridClock.ts'
import type { Ties } from './resolver.ts'
import { sitePriority } from './sitePriority.ts'
import { wallClock } from './wallClock.ts'

const ms = 1000
const values = (lab: FewMasters, at: number): string[] => lab.rows[at]!.shown.map(({ value }) => value)

/** Two masters; the clock of the first is ahead. It writes, then the second `laterUs` after it, unseen; both copy. */
function twoWrites(skewUs: number, laterUs: number, resolver = wallClock('lowest-id')): FewMasters {
  const sites: Site[] = [skewUs, 0].map((offsetUs) => ({ offsetUs, priority: 0 }))
  const lab = new FewMasters(() => resolver, sites)
  lab.write(0, '"earlier"')
  lab.now += laterUs
  lab.write(1, '"later"')
  lab.copy(0, 1)
  lab.copy(1, 0)
  return lab
}

test('[W8] a clock that is 500 ms ahead: the write 400 ms later is lost, the one 600 ms later is kept', () => {
  for (const at of [0, 1]) {
    expect(values(twoWrites(500 * ms, 400 * ms), at)).toEqual(['"earlier"'])
    expect(values(twoWrites(500 * ms, 600 * ms), at)).toEqual(['"later"'])
  }
})

test('[W8] what is lost was later, and whoever wrote what it lost to had not seen it', () => {
  const lab = twoWrites(500 * ms, 400 * ms)
  const [earlier, later] = lab.written
  const loss = lab.met.find(({ conflict }) => conflict)
  expect(loss).toMatchObject({ relation: 'concurrent', outcome: 'kept-there', discarded: [later] })
  expect(loss?.pair).toEqual({ here: later, there: earlier })
})

test('[W9] always lost where the skew is larger than the distance in time, never where it is smaller', () => {
  const us = fc.integer({ min: 0, max: 2_000_000 })
  fc.assert(
    fc.property(us, us, (skew, later) => {
      fc.pre(skew !== later)
      expect(values(twoWrites(skew, later), 0)).toEqual([skew > later ? '"earlier"' : '"later"'])
    }),
    { seed: 11, numRuns: 300 },
  )
})

test.each<[Ties, string]>([
  ['lowest-id', '"earlier"'],
  ['highest-id', '"later"'],
])('[W10] equal stamps: %s wins, at every master', (ties, winner) => {
  for (const rule of [wallClock, hybridClock, sitePriority]) {
    const lab = twoWrites(0, 0, rule(ties))
    expect([values(lab, 0), values(lab, 1)]).toEqual([[winner], [winner]])
  }
})

/** The second master has read what the first wrote, and writes 100 ms later by a clock that is 500 ms behind. */
function readThenWrite(resolver = wallClock('lowest-id')): FewMasters {
  const lab = new FewMasters(
    () => resolver,
    [500 * ms, 0].map((offsetUs) => ({ offsetUs, priority: 0 })),
  )
  lab.write(0, '"read"')
  lab.copy(0, 1)
  lab.now += 100 * ms
  lab.write(1, '"answer"')
  lab.copy(1, 0)
  return lab
}

test('[W11] wall clocks throw away even a write whose client had read what it loses to, at once and at its own master', () => {
  const lab = readThenWrite()
  expect([values(lab, 0), values(lab, 1)]).toEqual([['"read"'], ['"read"']])
  expect(lab.met[2]).toMatchObject({
    conflict: true,
    relation: 'before',
    outcome: 'kept-here',
    discarded: [{ value: '"answer"' }],
  })
})

test('[W12] hybrid clocks never do', () => {
  const lab = readThenWrite(hybridClock('lowest-id'))
  expect([values(lab, 0), values(lab, 1)]).toEqual([['"answer"'], ['"answer"']])
  expect(lab.met.filter(({ conflict }) => conflict)).toEqual([])
  const acts = fc.array(fc.tuple(fc.boolean(), fc.nat(2), fc.nat(2), fc.nat(800)), { maxLength: 30 })
  fc.assert(
    fc.property(acts, (list) => {
      const sites = [-300, 500, 0].map((offset) => ({ offsetUs: offset * ms, priority: 0 }))
      const few = new FewMasters(() => hybridClock('lowest-id'), sites)
      for (const [copies, at, to, wait] of list) {
        few.now += wait * ms
        if (copies) few.copy(at, to)
        else few.write(at, `${wait}`)
      }
      for (const met of few.met) if (met.conflict) expect(met.relation).toBe('concurrent')
    }),
    { seed: 14, numRuns: 200 },
  )
})

test('[W12] but of two that had not seen each other the later one is lost to a fast clock all the same', () => {
  expect(values(twoWrites(500 * ms, 400 * ms, hybridClock('lowest-id')), 1)).toEqual(['"earlier"'])
})

test('[W13] 3,000 events on 4 nodes: no effect is stamped before its cause, and no stamp is further ahead than the clocks differ', () => {
  const offsets = [-300, 500, 0, 120].map((offset) => offset * ms)
  const spread = 800 * ms
  let worst = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(60)), { minLength: 3000, maxLength: 3000 }),
      (events) => {
        const clocks: Hybrid[] = offsets.map(() => HYBRID_START)
        const sent: { stamp: Hybrid; to: number; arrives: number }[] = []
        let now = 1_000_000_000
        for (const [at, to, wait] of events) {
          now += wait * ms
          const wallUs = now + offsets[at]!
          const before = clocks[at]!
          const letter = sent.findIndex((one) => one.to === at && one.arrives <= now)
          if (letter >= 0) {
            const [{ stamp }] = sent.splice(letter, 1) as [(typeof sent)[number]]
            clocks[at] = hybridReceive(before, stamp, wallUs)
            expect(compareHybrid(stamp, clocks[at]!)).toBeLessThan(0)
          } else {
            clocks[at] = hybridTick(before, wallUs)
            if (to !== at) sent.push({ stamp: clocks[at]!, to, arrives: now + 20 * ms })
          }
          expect(compareHybrid(before, clocks[at]!)).toBeLessThan(0)
          expect(clocks[at]!.us).toBeGreaterThanOrEqual(wallUs)
          worst = Math.max(worst, clocks[at]!.us - wallUs)
        }
      },
    ),
    { seed: 15, numRuns: 1, endOnFailure: true },
  )
  expect(worst).toBeLessThanOrEqual(spread)
  expect(worst).toBeGreaterThan(spread / 2)
})

test('[W13] the count follows the rule on every kind of tie', () => {
  expect(hybridTick({ us: 5, count: 3 }, 4)).toEqual({ us: 5, count: 4 })
  expect(hybridTick({ us: 5, count: 3 }, 5)).toEqual({ us: 5, count: 4 })
  expect(hybridTick({ us: 5, count: 3 }, 6)).toEqual({ us: 6, count: 0 })
  expect(hybridReceive({ us: 5, count: 3 }, { us: 5, count: 7 }, 4)).toEqual({ us: 5, count: 8 })
  expect(hybridReceive({ us: 5, count: 3 }, { us: 4, count: 7 }, 4)).toEqual({ us: 5, count: 4 })
  expect(hybridReceive({ us: 5, count: 3 }, { us: 6, count: 7 }, 4)).toEqual({ us: 6, count: 8 })
  expect(hybridReceive({ us: 5, count: 3 }, { us: 6, count: 7 }, 8)).toEqual({ us: 8, count: 0 })
})

test('[W14] site priority: of two that had not seen each other the higher site stands, however late the other', () => {
  const lab = new FewMasters(
    () => sitePriority('lowest-id'),
    [
      { offsetUs: 0, priority: 1 },
      { offsetUs: 0, priority: 9 },
    ],
  )
  const high = lab.write(1, '"high"')
  lab.now += 1000 * ms
  const low = lab.write(0, '"low"')
  expect(lab.copy(1, 0)).toMatchObject({
    conflict: true,
    outcome: 'kept-there',
    discarded: [low],
    pair: { there: high },
  })
  expect(lab.copy(0, 1)).toMatchObject({ conflict: true, outcome: 'kept-here', discarded: [low] })
  expect([values(lab, 0), values(lab, 1)]).toEqual([['"high"'], ['"high"']])
})

test('[W15] who has read the row overwrites it from any site', () => {
  const lab = new FewMasters(
    () => sitePriority('lowest-id'),
    [
      { offsetUs: 0, priority: 1 },
      { offsetUs: 0, priority: 9 },
    ],
  )
  lab.write(1, '"high"')
  lab.copy(1, 0)
  lab.write(0, '"low"')
  expect(lab.copy(0, 1)).toMatchObject({ conflict: false, discarded: [] })
  expect(values(lab, 1)).toEqual(['"low"'])
})

test('[W14] a client at the lower site that has not read the row loses to what stands there', () => {
  const sites = [1, 9].map((priority) => ({ offsetUs: 0, priority }))
  const lab = new FewMasters(() => sitePriority('lowest-id'), sites)
  lab.write(1, '"high"')
  lab.copy(1, 0)
  const blind = lab.write(0, '"blind"', 'none')
  expect(values(lab, 0)).toEqual(['"high"'])
  expect(lab.met.at(-1)).toMatchObject({ conflict: true, outcome: 'kept-here', discarded: [blind] })
})

test('[W10] of two writes in the same microsecond at one master the second stands', () => {
  for (const ties of ['lowest-id', 'highest-id'] as const) {
    const lab = new FewMasters(() => wallClock(ties), [{ offsetUs: 0, priority: 0 }])
    lab.write(0, '1')
    lab.write(0, '2')
    expect(values(lab, 0)).toEqual(['2'])
  }
})
