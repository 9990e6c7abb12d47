import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { preset } from '../scenarios/index.ts'
import { createCheckpoints } from './checkpoints.ts'
import { withSpan } from './hurried.ts'
import { Lookahead } from './lookahead.ts'
import { factorAt } from './pace.ts'
import { Playhead } from './playhead.ts'
import { LONGEST_TICK, stride } from './stride.ts'
import { firstTake } from './take.ts'

const instant = fc.integer({ min: 0, max: 1e12 })
const speed = fc.double({ min: 1, max: 1e7, noNaN: true })

describe('the factor of auto pace', () => {
  it('lies between 1 and 1,000, and is 1 where something is under way', () => {
    fc.assert(
      fc.property(instant, instant, instant, speed, (a, b, c, unit) => {
        const [from, t, to] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
        const factor = factorAt(t, { from, to }, unit)
        expect(factor).toBeGreaterThanOrEqual(1)
        expect(factor).toBeLessThanOrEqual(1000)
        expect(factorAt(t, null, unit)).toBe(1)
        expect(factorAt(from, { from, to }, unit)).toBe(1)
        expect(factorAt(to, { from, to }, unit)).toBe(1)
      }),
      { seed: 1 },
    )
  })

  it('never falls when what is ahead is farther away', () => {
    fc.assert(
      fc.property(instant, instant, instant, instant, speed, (a, b, c, d, unit) => {
        const [from, t, near, far] = [a, b, c, d].sort((x, y) => x - y) as [number, number, number, number]
        expect(factorAt(t, { from, to: far }, unit)).toBeGreaterThanOrEqual(factorAt(t, { from, to: near }, unit))
      }),
      { seed: 2 },
    )
  })
})

describe('a stride', () => {
  it('is as long as the tick, however its rests fall, and never longer than the longest tick', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 200, noNaN: true }), { maxLength: 60 }), speed, (ticks, unit) => {
        let [t, rest, wall] = [0, 0, 0]
        for (const ms of ticks) {
          const gone = stride(t, rest, ms, unit, null)
          expect(Number.isInteger(gone.to)).toBe(true)
          ;[t, rest] = [gone.to, gone.rest]
          wall += Math.min(ms, LONGEST_TICK)
        }
        expect(t + rest).toBeCloseTo((wall * unit) / 1000, 3)
      }),
      { seed: 3 },
    )
  })

  it('arrives at the end of a silence at the pace itself, having sped up and slowed down step by step', () => {
    const unit = 40_000
    const quiet = { from: 0, to: 60_000_000 }
    const factors: number[] = []
    let [t, rest] = [0, 0]
    for (let i = 0; i < 2000 && t < quiet.to; i++) {
      const gone = stride(t, rest, 16, unit, quiet)
      ;[t, rest] = [gone.to, gone.rest]
      factors.push(gone.factor)
    }
    expect(t).toBeGreaterThanOrEqual(quiet.to)
    expect(t).toBeLessThan(quiet.to + unit * 0.016)
    const top = factors.indexOf(Math.max(...factors))
    expect(factors[top]).toBeGreaterThan(500)
    for (let i = 1; i < factors.length; i++) {
      // No more than a tenth faster or slower from one picture to the next.
      expect(factors[i]! / factors[i - 1]!).toBeLessThan(1.1)
      expect(factors[i]! / factors[i - 1]!).toBeGreaterThan(0.9)
      if (i < top) expect(factors[i]).toBeGreaterThanOrEqual(factors[i - 1]!)
    }
    expect(factors.at(-1)).toBeLessThan(1.1)
  })
})

describe('the lookahead', () => {
  it('finds the same end of a silence from every place in it, and disturbs nothing', () => {
    const { run } = preset('failover-clean')!
    const engine = createEngine(run)
    const checkpoints = createCheckpoints()
    const playhead = new Playhead(createEngine, checkpoints, firstTake(run, engine, checkpoints), engine)
    // The master is dead, its clients wait, the monitor still counts.
    const ends = [520_000, 560_000, 600_000, 640_000].map((t) => {
      playhead.goTo(t)
      const before = engine.digest()
      const quiet = new Lookahead(createEngine).stretch(playhead, engine.frame(), 10_000)
      expect(engine.digest()).toBe(before)
      expect(quiet?.from).toBe(t)
      return quiet?.to
    })
    expect(new Set(ends).size).toBe(1)
    const twin = createEngine(run)
    twin.runTo(ends[0]! - 1)
    expect(twin.frame().messages.every(({ kind }) => ['probe', 'answer', 'heartbeat'].includes(kind))).toBe(true)
    const known = twin.event
    twin.runTo(ends[0]!)
    expect(twin.factsAfter(known).length).toBeGreaterThan(0)
  })
})

describe('hurried spans', () => {
  it('touching one another become one, and stay in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 2, max: 9 })),
        ),
        (spans) => {
          const all = spans.reduce<ReturnType<typeof withSpan>>(
            (sum, [from, length, factor]) => withSpan(sum, [from, from + length, factor]),
            [],
          )
          for (let i = 1; i < all.length; i++) expect(all[i]![0]).toBeGreaterThan(all[i - 1]![1])
          for (let t = 0; t < 121; t++) {
            const inside = ([from, to]: readonly [number, number, ...unknown[]]) => from <= t && t < to
            expect(all.some(inside)).toBe(spans.some(([from, length]) => from <= t && t < from + length))
          }
        },
      ),
      { seed: 4 },
    )
    const once = withSpan([], [1, 5, 3])
    expect(withSpan(once, [2, 4, 2])).toBe(once)
  })
})
