import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Reached } from './reached.ts'

const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('mark' as const), by: fc.integer({ min: -2, max: 6 }), us: fc.nat(9) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('truncate' as const), by: fc.nat(9), us: fc.nat(9) }) },
  ),
)

test('[L3] every position knows when it was reached, after whatever was cut off and written again', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const reached = new Reached()
      const model: number[] = []
      let now = 0
      for (const step of list) {
        now += step.us
        if (step.do === 'mark') {
          const to = model.length + step.by
          reached.mark(to, now)
          while (model.length < to) model.push(now)
        } else {
          model.length = Math.max(0, model.length - step.by)
          reached.truncate(model.length)
        }
        expect(reached.position).toBe(model.length)
        expect(model.map((_, at) => reached.at(at + 1))).toEqual(model)
        expect(reached.at(model.length + 1)).toBeNull()
        for (const at of [0, now - 1, now]) expect(reached.by(at)).toBe(model.filter((time) => time <= at).length)
      }
    }),
    { seed: 7, numRuns: 300 },
  )
})
