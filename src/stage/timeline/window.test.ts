import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Window, windowFor } from './window.ts'

const paceUs = 40_000
const span = 5_200_000
const follow = (times: number[]) => {
  const all: Window[] = []
  for (const time of times) all.push(windowFor(time, time, all[all.length - 1] ?? null, { paceUs }))
  return all
}

describe('the window of the timeline', () => {
  it('begins at zero and lasts 130 wall seconds', () => {
    expect(windowFor(0, 0, null, { paceUs })).toEqual({ from: 0, to: span, time: 0 })
  })

  it('stands still until the playhead nears its right end, then moves with it', () => {
    const frames = follow(Array.from({ length: 1200 }, (_, i) => i * 10_000))
    expect(frames.filter(({ time }) => time <= 0.85 * span).every(({ from }) => from === 0)).toBe(true)
    const last = frames[frames.length - 1]!
    expect((last.time - last.from) / span).toBeCloseTo(0.85, 3)
  })

  it('never moves further in a step of play than the playhead did', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 200 }), (steps) => {
        let time = 0
        const frames = follow([0, ...steps.map((step) => (time += step))])
        frames.forEach((frame, i) => {
          const before = frames[i - 1]
          if (before) expect(Math.abs(frame.from - before.from)).toBeLessThanOrEqual(frame.time - before.time + 1)
        })
      }),
      { seed: 1 },
    )
  })

  it('does not move for a seek to something that is shown', () => {
    const here = { from: 4_000_000, to: 4_000_000 + span, time: 8_000_000 }
    expect(windowFor(4_100_000, 8_000_000, here, { paceUs })).toMatchObject({ from: here.from })
    const right = windowFor(9_100_000, 9_100_000, here, { paceUs })
    expect(right.from).toBe(here.from)
    // Playing on from there, it goes along without a jump.
    const next = windowFor(9_110_000, 9_110_000, right, { paceUs })
    expect(next.from - right.from).toBeCloseTo(10_000, -1)
  })

  it('always contains the time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000_000 }), { minLength: 1, maxLength: 40 }), (times) => {
        for (const { from, to, time } of follow(times)) {
          expect(from).toBeLessThanOrEqual(time)
          expect(to).toBeGreaterThanOrEqual(time)
          expect(from).toBeGreaterThanOrEqual(0)
        }
      }),
      { seed: 2 },
    )
  })

  it('can show the whole run', () => {
    const whole = windowFor(3_000_000, 90_000_000, null, { paceUs, whole: true })
    expect(whole.from).toBe(0)
    expect(whole.to).toBeGreaterThan(90_000_000)
  })
})
