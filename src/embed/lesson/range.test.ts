import { describe, expect, it } from 'vitest'
import { rangeOf } from './range.ts'

const asked = (step: number | null, steps: readonly [number, number] | null, of = 9) => {
  const warnings: string[] = []
  return { ...rangeOf(of, step, steps, (sentence) => warnings.push(sentence)), warnings }
}

describe('which steps a figure shows', () => {
  it.each([
    ['all of them', null, null, { from: 0, to: 8, at: 0 }],
    ['all, from the one that is asked for', 3, null, { from: 0, to: 8, at: 2 }],
    ['a range, from its first', null, [3, 6], { from: 2, to: 5, at: 2 }],
    ['a range, from one within', 5, [3, 6], { from: 2, to: 5, at: 4 }],
    ['a single one', null, [9, 9], { from: 8, to: 8, at: 8 }],
  ] as const)('%s', (_, step, steps, range) => {
    expect(asked(step, steps)).toEqual({ ...range, warnings: [] })
  })

  it.each([
    ['a step beyond the last', 10, null, { from: 0, to: 8, at: 0 }, ['step=10']],
    ['a step before the range', 2, [3, 6], { from: 2, to: 5, at: 2 }, ['step=2']],
    ['a range beyond the last', 4, [3, 12], { from: 0, to: 8, at: 3 }, ['steps=3-12']],
    ['both', 40, [30, 50], { from: 0, to: 8, at: 0 }, ['steps=30-50', 'step=40']],
  ] as const)('%s is as if unasked, and told', (_, step, steps, range, told) => {
    const { warnings, ...found } = asked(step, steps)
    expect(found).toEqual(range)
    expect(warnings).toEqual(told.map((text) => expect.stringContaining(text)))
  })
})
