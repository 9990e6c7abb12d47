import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Checkpoint } from '../engine/index.ts'
import { createCheckpoints } from './checkpoints.ts'

const at = (time: number, work = time, bytes = 1): Checkpoint => ({ time, work, event: work, bytes })

describe('a trail', () => {
  it('finds the last checkpoint at or before a moment, in whatever order they came', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 220 }),
        (times, t) => {
          const trail = createCheckpoints().trail(at(0))
          for (const time of times) trail.add(at(time))
          expect(trail.nearest(t).time).toBe(Math.max(0, ...times.filter((time) => time <= t)))
        },
      ),
      { seed: 1 },
    )
  })

  it('keeps one checkpoint an instant', () => {
    const checkpoints = createCheckpoints()
    const trail = checkpoints.trail(at(0))
    trail.add(at(5))
    trail.add(at(5))
    expect(trail.list).toHaveLength(2)
    expect(checkpoints.bytes).toBe(2)
  })
})

describe('the budget', () => {
  it('counts what branches share once, and gives back what nobody holds', () => {
    const checkpoints = createCheckpoints()
    const trail = checkpoints.trail(at(0, 0, 10))
    for (const t of [1, 2, 3]) trail.add(at(t, t, 10))
    const fork = trail.fork(2)
    expect(fork.list.map(({ time }) => time)).toEqual([0, 1, 2])
    expect(checkpoints.bytes).toBe(40)
    trail.release()
    expect(checkpoints.bytes).toBe(30)
    expect(fork.nearest(9).time).toBe(2)
    fork.release()
    expect(checkpoints.bytes).toBe(0)
  })

  it('is kept over all branches: those nobody stands on pay first', () => {
    const checkpoints = createCheckpoints(100)
    const old = checkpoints.trail(at(0))
    for (let t = 1; t <= 60; t++) old.add(at(t))
    const present = old.fork(20)
    for (let t = 21; t <= 80; t++) present.add(at(t))
    expect(checkpoints.bytes).toBe(121)
    checkpoints.occupy({}, present)
    checkpoints.thin()
    expect(checkpoints.bytes).toBeLessThanOrEqual(100)
    expect(present.list).toHaveLength(81)
    expect(old.list.length).toBeLessThan(61)
    // What it shares with the present one is still there to start from.
    expect(old.nearest(60).time).toBeGreaterThanOrEqual(20)
  })

  it('spares both trails while two branches are compared, and takes from each when nothing else is left', () => {
    const checkpoints = createCheckpoints(100)
    const [me, beside] = [{}, {}]
    const here = checkpoints.trail(at(0))
    const there = here.fork(0)
    const left = here.fork(0)
    checkpoints.occupy(me, here)
    checkpoints.occupy(beside, there)
    for (let t = 1; t <= 40; t++) for (const trail of [here, there, left]) trail.add(at(t))
    checkpoints.thin()
    expect(checkpoints.bytes).toBeLessThanOrEqual(100)
    expect([here.list.length, there.list.length]).toEqual([41, 41])
    for (let t = 41; t <= 80; t++) for (const trail of [here, there]) trail.add(at(t))
    checkpoints.thin()
    expect(checkpoints.bytes).toBeLessThanOrEqual(100)
    for (const { list } of [here, there]) {
      expect(list.length).toBeGreaterThan(30)
      expect(list[list.length - 1]!.time).toBe(80)
    }
    // Once the comparison ends, its trail is one of those that nobody stands on.
    checkpoints.occupy(beside, null)
    for (let t = 81; t <= 130; t++) here.add(at(t))
    checkpoints.thin()
    expect(there.list.length).toBeLessThan(30)
  })

  it('thins evenly by work, and never loses the start or the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 150, maxLength: 300 }), (gaps) => {
        const checkpoints = createCheckpoints(100)
        const trail = checkpoints.trail(at(0))
        checkpoints.occupy({}, trail)
        let work = 0
        for (const gap of gaps) {
          work += gap
          trail.add(at(work))
          checkpoints.thin()
          expect(checkpoints.bytes).toBeLessThanOrEqual(100)
        }
        expect(trail.list[0]!.work).toBe(0)
        expect(trail.nearest(Number.POSITIVE_INFINITY).work).toBe(work)
        const widest = Math.max(...trail.list.slice(1).map((checkpoint, i) => checkpoint.work - trail.list[i]!.work))
        // With 90 to 100 left, none is far wider than its share.
        expect(widest).toBeLessThan(8 * (work / 90) + 100)
      }),
      { seed: 2, numRuns: 30 },
    )
  })
})
