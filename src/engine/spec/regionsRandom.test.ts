// Random runs with regions: whatever dies and returns, all regions agree once it is healed, what was decided stays, and each
// run is the same however one gets to an instant.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../index.ts'
import { randomRegions } from './randomRegions.ts'
import { otherwisePlayed } from './sameHowever.ts'

const number = fc.integer({ min: 0, max: 1_000_000 })

function check(engine: Engine): void {
  const { checkers, counters, time, multiMaster } = engine.frame()
  const broken = checkers.filter(({ promised, held }) => promised && !held)
  expect(broken, `seed ${engine.run.seed} at ${time / 1000} ms`).toEqual([])
  expect(checkers.map(({ name }) => name)).toContain('I13')
  const { issued, ok, error, unknown, pending, surviving, atRisk, lost, overwritten, discarded } = counters
  expect(issued).toBe(ok + error + unknown + pending)
  expect(ok).toBe(surviving + atRisk + lost + overwritten + discarded)
  for (const { region } of multiMaster!.sites)
    expect(region!.replicas.filter(({ state }) => state === 'leader')).toHaveLength(region!.electingSince < 0 ? 1 : 0)
}

describe('random runs with regions', () => {
  it('[Y30] end in agreement once all is healed, with every replica as far as its leader', () => {
    let elections = 0
    fc.assert(
      fc.property(number, (seed) => {
        const engine = createEngine(randomRegions(seed))
        engine.runTo(engine.run.scenario.untilMs * 1000)
        check(engine)
        const { multiMaster } = engine.frame()
        elections += engine.milestones().filter(({ kind }) => kind === 'leader-elected').length
        expect(multiMaster!.agreement, `seed ${seed}`).toMatchObject({ agree: multiMaster!.sites.length, keys: [] })
        for (const { region } of multiMaster!.sites) {
          const { replicas, electingSince, waitingForZone, latency } = region!
          expect([electingSince, waitingForZone]).toEqual([-1, 0])
          expect(new Set(replicas.flatMap(({ persisted, applied }) => [persisted, applied])).size).toBe(1)
          expect(latency.map(({ pending }) => pending)).toEqual(latency.map(() => 0))
        }
      }),
      { numRuns: 20, seed: 5 },
    )
    expect(elections).toBeGreaterThan(20)
  })

  it('[Y31] keep the invariants, and the books balance at every moment', () => {
    fc.assert(
      fc.property(number, (seed) => {
        const engine = createEngine(randomRegions(seed))
        for (let t = 1; t <= 25; t++) {
          engine.runTo(t * 200_000)
          check(engine)
        }
      }),
      { numRuns: 10, seed: 7 },
    )
  })

  it('[Y32] are the same twice, after any seek, from any checkpoint, and stepped by XState itself', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 4_000_000 }), (seed, t) => {
        expect(otherwisePlayed(randomRegions(seed), t, 1_500_000)).toEqual([])
      }),
      { numRuns: 6, seed: 11 },
    )
  })
})
