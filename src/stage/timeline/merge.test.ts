import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSign } from './apart.ts'
import type { Mark } from './lanes.ts'
import { markExtent } from './markGlyph.ts'
import { merged, placedMarks } from './merge.ts'

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

  it('of different kinds that nearly coincide stand side by side, near their time, and none is forgotten', () => {
    const kinds = fc.constantFrom<Mark['is']>('ack', 'fault', 'healed', 'death', 'timeout', 'chosen', 'lost', 'setting')
    const some = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 1_500_000 })), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(some, (list) => {
        const marks = list.map(([is, t], i) => ({ t, is, count: 1, fact: i + 1 })).sort((a, b) => a.t - b.t)
        const signs = placedMarks(marks, px).filter(isSign)
        expect(signs.reduce((sum, { count, more }) => sum + count + more, 0)).toBe(marks.length)
        const places = signs
          .map(({ t, dx, is, count }) => ({ x: t * px + dx, dx, half: markExtent(is, count) }))
          .sort((a, b) => a.x - b.x)
        places.slice(1).forEach(({ x, half }, i) => {
          expect(x - places[i]!.x).toBeGreaterThan(half + places[i]!.half - 0.01)
        })
        for (const { dx } of places) expect(Math.abs(dx)).toBeLessThanOrEqual(14.01)
      }),
      { seed: 3, numRuns: 400 },
    )
  })

  it('a death stays where it was; an acknowledgement gives way to it', () => {
    const marks: Mark[] = [...at('ack', 1_000_000), { t: 1_020_000, is: 'death', count: 1, fact: 9 }]
    const [ack, death] = placedMarks(marks, px)
    expect(death!.dx).toBeLessThan(1)
    expect(ack!.dx).toBeLessThan(-10)
  })

  it('do not regroup while the window moves', () => {
    const marks: Mark[] = [...at('ack', 1_000_000, 1_150_000), ...at('fault', 1_010_000), ...at('death', 1_160_000)]
    const later = marks.map((mark) => ({ ...mark, t: mark.t + 260_000_000 }))
    const shape = (some: Mark[]) =>
      placedMarks(some, px).map(({ is, count, more, dx }) => [is, count, more, dx.toFixed(3)])
    expect(shape(later)).toEqual(shape(marks))
  })
})
