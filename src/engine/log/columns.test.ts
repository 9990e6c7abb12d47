import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Column, type ColumnSnapshot } from './columns.ts'

const contents = (column: Column): number[] => Array.from({ length: column.length }, (_, at) => column.get(at))

const acts = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: fc.record({ do: fc.constant('push' as const), value: fc.nat(3), times: fc.nat(6) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('set' as const), at: fc.nat(99), value: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('truncate' as const), to: fc.nat(99) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('keep' as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('back' as const), which: fc.nat(9) }) },
  ),
  { maxLength: 120 },
)

test('[L1] whatever is appended, changed, cut off and set back, no checkpoint ever sees what another branch wrote', () => {
  fc.assert(
    fc.property(acts, fc.boolean(), (list, floats) => {
      // Two columns share the checkpoints, as two playbacks of one run would.
      const columns = [floats ? Column.floats(2) : Column.ints(2), floats ? Column.floats(2) : Column.ints(2)]
      const models: number[][] = [[], []]
      const kept: { snapshot: ColumnSnapshot; model: number[] }[] = []
      list.forEach((act, turn) => {
        const which = turn % 5 === 0 ? 1 : 0
        const column = columns[which]!
        const model = models[which]!
        if (act.do === 'push') {
          for (let i = 0; i < act.times; i++) {
            column.push(act.value + (i % 2))
            model.push(act.value + (i % 2))
          }
        } else if (act.do === 'set' && model.length > 0) {
          column.set(act.at % model.length, act.value)
          model[act.at % model.length] = act.value
        } else if (act.do === 'truncate') {
          column.truncate(act.to % (model.length + 1))
          model.length = act.to % (model.length + 1)
        } else if (act.do === 'keep') {
          kept.push({ snapshot: column.snapshot(), model: model.slice() })
        } else if (act.do === 'back' && kept.length > 0) {
          const from = kept[act.which % kept.length]!
          column.restore(from.snapshot)
          models[which] = from.model.slice()
        }
        columns.forEach((each, at) => {
          expect(contents(each)).toEqual(models[at])
        })
      })
      const reader = Column.floats(2)
      for (const { snapshot, model } of kept) {
        reader.restore(snapshot)
        expect(contents(reader)).toEqual(model)
      }
    }),
    { numRuns: 400, seed: 4 },
  )
})

test('[L1] checkpoints share chunks, and playing the same again copies none', () => {
  const column = Column.floats(4)
  const play = (from: number, to: number): void => {
    for (let i = from; i < to; i++) column.push(i * 7)
  }
  play(0, 40)
  const early = column.snapshot()
  play(40, 48)
  const late = column.snapshot()
  column.restore(early)
  play(40, 48)
  const again = column.snapshot()
  expect(again.chunks.map((chunk, at) => chunk === late.chunks[at])).toEqual([true, true, true])
  column.restore(early)
  column.push(-1)
  const fork = column.snapshot()
  expect(fork.chunks.map((chunk, at) => chunk === late.chunks[at])).toEqual([true, true, false])
})

test('[L1] upTo finds the place in a column that never falls', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30)), fc.nat(32), (values, wanted) => {
      const rising = values.sort((a, b) => a - b)
      const column = Column.ints(2)
      for (const value of rising) column.push(value)
      expect(column.upTo(wanted)).toBe(rising.filter((value) => value <= wanted).length)
    }),
    { seed: 5 },
  )
})

test('[L1] times beyond 32 bits survive in a column of floats', () => {
  const column = Column.floats()
  column.push(2 ** 53 - 1)
  expect(column.get(0)).toBe(2 ** 53 - 1)
})
