import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from './lanes.ts'
import { markExtent } from './markGlyph.ts'
import { merged } from './merge.ts'

const px = 120 / 1_000_000
const at = (is: Mark['is'], ...times: number[]): Mark[] => times.map((t, i) => ({ t, is, count: 1, fact: i + 1 }))

describe('marks', () => {
  it('stand where they happened while there is room', () => {
    expect(merged(at('ack', 1_000_000, 1_200_000), px).map(({ t, count }) => [t, count])).toEqual([
      [1_000_000, 1],
      [1_200_000, 1],
    ])
  })

  it('closer than 3 px become one with a count, which seeks to the first', () => {
    const [one, ...others] = merged(at('write', 1_000_000, 1_010_000, 1_012_000), px)
    expect(others).toEqual([])
    expect(one).toMatchObject({ count: 3, seek: 1_000_000, fact: 1 })
  })

  const kinds = fc.constantFrom<Mark['is']>('write', 'ack', 'probe', 'lost', 'timeout', 'death')
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 1, maxLength: 300 })

  it('are all counted, in order, and do not cover each other', () => {
    fc.assert(
      fc.property(kinds, times, (is, list) => {
        const marks = at(is, ...list.sort((a, b) => a - b))
        const placed = merged(marks, px)
        expect(placed.reduce((sum, { count }) => sum + count, 0)).toBe(marks.length)
        placed.slice(1).forEach((mark, i) => {
          const apart = (mark.t - placed[i]!.t) * px
          const wide = markExtent(is, 1) > 3
          // A plate that takes in a neighbour may have grown by a digit since its next one was placed.
          expect(apart).toBeGreaterThanOrEqual(wide ? 12 - 1e-6 : 3 - 1e-6)
        })
      }),
      { seed: 4, numRuns: 300 },
    )
  })

  it('in a crowd keep their places while the window moves', () => {
    const marks = at('write', ...Array.from({ length: 400 }, (_, i) => i * 7_000))
    const all = merged(marks, px)
    const later = merged(marks.slice(37), px)
    // All but the stretch that the edge cuts through.
    expect(later.slice(1)).toEqual(all.slice(all.length - later.length + 1))
  })
})
