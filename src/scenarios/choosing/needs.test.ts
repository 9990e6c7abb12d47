/** Needs in an address: what is written is read back, and nonsense is the default. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyNeeds } from './fixtures/anyNeeds.ts'
import { DEFAULT_NEEDS, NEEDS, readNeeds, writtenNeeds } from './needs.ts'
import { READER_NEEDS } from './readers.ts'

describe('needs', () => {
  it('come back from an address as they were, and defaults are not written', () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const written = new Map(writtenNeeds(needs))
        expect(readNeeds((name) => written.get(name) ?? null)).toEqual(needs)
      }),
      { seed: 1, numRuns: 200 },
    )
    expect(writtenNeeds(DEFAULT_NEEDS)).toEqual([])
  })

  it('are the default where a text is none of theirs', () => {
    for (const text of ['', '-1', '1e3', '99999999', '0.5', 'NaN', '__proto__', '4 '])
      expect(readNeeds((name) => (name === 'places' || name === 'decides' ? text : null))).toEqual(DEFAULT_NEEDS)
  })

  it('have stops that ascend between the ends, with the default and those of the readers among them', () => {
    for (const [name, need] of Object.entries(NEEDS)) {
      if (need.is === 'choice') {
        expect(need.choices).toContain(need.default)
        continue
      }
      const { stops, min, max } = need
      expect([...new Set(stops)].sort((a, b) => a - b)).toEqual([...stops])
      expect([stops[0], stops.at(-1)]).toEqual([min > stops[0]! ? stops[0] : Math.max(min, stops[0]!), max])
      expect(stops).toContain(need.default)
      for (const reader of Object.values(READER_NEEDS)) expect(stops).toContain(reader[name as keyof typeof reader])
    }
  })
})
