// Random runs with several masters: they agree in the end where their rule promises it, invariants hold in all of them, and
// each is the same however one gets to an instant.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../index.ts'
import { randomMasters } from '../observe/randomMasters.ts'
import { otherwisePlayed } from './sameHowever.ts'

const number = fc.integer({ min: 0, max: 1_000_000 })

function check(engine: Engine): void {
  const { checkers, counters, time } = engine.frame()
  const broken = checkers.filter(({ promised, held }) => promised && !held)
  expect(broken, `seed ${engine.run.seed} at ${time / 1000} ms`).toEqual([])
  const { issued, ok, error, unknown, pending, surviving, atRisk, lost, overwritten, discarded } = counters
  expect(issued).toBe(ok + error + unknown + pending)
  expect(ok).toBe(surviving + atRisk + lost + overwritten + discarded)
  expect(Math.min(surviving, atRisk, lost, overwritten, discarded)).toBeGreaterThanOrEqual(0)
}

describe('random runs with several masters', () => {
  it('[U50] end in agreement by every rule that promises it, once all is healed', () => {
    let promised = 0
    fc.assert(
      fc.property(number, (seed) => {
        const engine = createEngine(randomMasters(seed))
        engine.runTo(engine.run.scenario.untilMs * 1000)
        check(engine)
        const { checkers, multiMaster } = engine.frame()
        if (!checkers.find(({ name }) => name === 'converged')!.promised) return
        promised++
        expect(multiMaster!.agreement, `seed ${seed}`).toMatchObject({ agree: multiMaster!.sites.length, keys: [] })
      }),
      { numRuns: 16, seed: 5 },
    )
    expect(promised).toBeGreaterThan(9)
  })

  it('[U51] of any rule keep the invariants, and the books balance at every moment', () => {
    fc.assert(
      fc.property(number, (seed) => {
        const engine = createEngine(randomMasters(seed, true))
        for (let t = 1; t <= 20; t++) {
          engine.runTo(t * 400_000)
          check(engine)
        }
      }),
      { numRuns: 8, seed: 7 },
    )
  })

  it('[U52] are the same twice, after any seek, from any checkpoint, and stepped by XState itself', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 3_000_000 }), (seed, t) => {
        expect(otherwisePlayed(randomMasters(seed, true), t, 1_000_000)).toEqual([])
      }),
      { numRuns: 4, seed: 11 },
    )
  })
})
