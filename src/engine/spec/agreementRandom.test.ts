// Random runs of regions that agree on every write: whatever dies, is cut and returns, nothing that was told OK is thrown away,
// nothing stays open once all is healed, and each run is the same however one gets to an instant.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../index.ts'
import { randomRegions } from './randomRegions.ts'
import { otherwisePlayed } from './sameHowever.ts'

const number = fc.integer({ min: 0, max: 1_000_000 })

function check(engine: Engine): void {
  const { checkers, counters, time } = engine.frame()
  const broken = checkers.filter(({ promised, held }) => promised && !held)
  expect(broken, `seed ${engine.run.seed} at ${time / 1000} ms`).toEqual([])
  expect(checkers.map(({ name }) => name)).toContain('I14')
  const { issued, ok, error, unknown, pending, surviving, atRisk, lost, overwritten, discarded } = counters
  expect(issued).toBe(ok + error + unknown + pending)
  expect(ok).toBe(surviving + atRisk + lost + overwritten + discarded)
  expect([lost, discarded]).toEqual([0, 0])
}

describe('random runs of regions that agree', () => {
  it('[O30] end in agreement once all is healed, with nothing open', () => {
    const happened = new Map<string, number>()
    fc.assert(
      fc.property(number, (seed) => {
        const engine = createEngine(randomRegions(seed, 'mrsc'))
        // Whoever still writes at the end of the scenario comes to an end, too.
        engine.runTo(40_000_000)
        check(engine)
        for (const { kind } of engine.milestones()) happened.set(kind, (happened.get(kind) ?? 0) + 1)
        const { multiMaster, counters } = engine.frame()
        expect(multiMaster!.agreement, `seed ${seed}`).toMatchObject({ agree: 3, keys: [] })
        expect(counters.atRisk).toBe(0)
        for (const { region } of multiMaster!.sites) {
          const { electingSince, waitingForZone, waitingForRegion, isolated, promised } = region!
          expect([electingSince, waitingForZone, waitingForRegion, isolated, promised]).toEqual([-1, 0, 0, false, []])
        }
      }),
      { numRuns: 8, seed: 5 },
    )
    for (const kind of ['leader-elected', 'write-conflicted', 'write-in-doubt', 'write-taken-over', 'region-isolated'])
      expect([kind, happened.get(kind) ?? 0]).not.toEqual([kind, 0])
  })

  it('[O31] keep the invariants, and the books balance at every moment', () => {
    fc.assert(
      fc.property(number, (seed) => {
        const engine = createEngine(randomRegions(seed, 'mrsc'))
        for (let t = 1; t <= 20; t++) {
          engine.runTo(t * 200_000)
          check(engine)
        }
      }),
      { numRuns: 6, seed: 7 },
    )
  })

  it('[O32] are the same twice, after any seek, from any checkpoint, and stepped by XState itself', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 4_000_000 }), (seed, t) => {
        expect(otherwisePlayed(randomRegions(seed, 'mrsc'), t, 1_500_000)).toEqual([])
      }),
      { numRuns: 4, seed: 11 },
    )
  })
})
