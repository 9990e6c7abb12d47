import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Table } from './table.ts'

const listed = (table: Table<number>): [number, number][] => {
  const list: [number, number][] = []
  table.forEach((at, value) => {
    list.push([at, value])
  })
  return list
}

const place = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1 << 20, max: (1 << 20) + 40 }))
const step = fc.oneof(
  fc.record({ set: place, value: fc.option(fc.integer(), { nil: undefined }) }),
  fc.constant('snapshot' as const),
  fc.record({ restore: fc.nat() }),
)

describe('a table', () => {
  it('holds what a map holds, and so do its snapshots, whatever is written after them', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 1, max: 5 }), (steps, bits) => {
        const table = new Table<number>(bits)
        let map = new Map<number, number>()
        const kept: { snapshot: ReturnType<typeof table.snapshot>; map: Map<number, number> }[] = []
        for (const one of steps) {
          if (one === 'snapshot') kept.push({ snapshot: table.snapshot(), map: new Map(map) })
          else if ('restore' in one) {
            const back = kept[one.restore % Math.max(1, kept.length)]
            if (back === undefined) continue
            table.restore(back.snapshot)
            map = new Map(back.map)
          } else {
            table.set(one.set, one.value)
            if (one.value === undefined) map.delete(one.set)
            else map.set(one.set, one.value)
          }
          expect(listed(table)).toEqual([...map].sort((a, b) => a[0] - b[0]))
        }
      }),
      { seed: 3, numRuns: 60 },
    )
  })

  it('gives the first values that are wanted, in order', () => {
    const table = new Table<number>(2)
    for (const at of [40, 3, 9, 1, 1 << 20]) table.set(at, at)
    const taken: number[] = []
    table.first(2, (at) => {
      if (at === 1) return false
      taken.push(at)
      return true
    })
    expect(taken).toEqual([3, 9])
  })
})
