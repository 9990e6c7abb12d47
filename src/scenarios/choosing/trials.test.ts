/** For any needs every candidate can be tried, is asked the same, and keeps what it promises. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, serviceOf } from '../../engine/index.ts'
import { linkHash, parseRun, sameRequests, us } from '../../run/index.ts'
import { candidatesFor } from './candidates.ts'
import { anyNeeds } from './fixtures/anyNeeds.ts'
import { measured } from './fixtures/measured.ts'
import { DEFAULT_NEEDS, NEEDS } from './needs.ts'
import { TRIALS, trialRun } from './trials.ts'
import { verdictOf } from './verdict.ts'

const EXTREMES = Object.entries(NEEDS).flatMap(([name, need]) =>
  (need.is === 'choice' ? need.choices : [need.min, need.max]).map((value) => ({ ...DEFAULT_NEEDS, [name]: value })),
)

describe('trials', () => {
  it('are runs like any other, with the same requests for all candidates, and fit into a link, two at a time', () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        for (const trial of TRIALS) {
          const runs = candidatesFor(needs).map((candidate) => trialRun(candidate, trial, needs))
          for (const run of runs) {
            expect(parseRun(run)).toEqual({ run })
            expect(sameRequests(run, runs[0]!)).toBe(true)
            expect(linkHash(run, 0, runs[0]!)).toHaveProperty('hash')
          }
        }
      }),
      { seed: 1, numRuns: 12, examples: EXTREMES.map((needs) => [needs]) },
    )
  })

  it('keep what their configuration promises, and one of them is recommended', () => {
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        const { tried, broken } = measured({ ...needs, writes: Math.min(needs.writes, 12), reads: needs.reads % 16 })
        expect(broken).toEqual([])
        expect(verdictOf(tried, needs).ranking).toHaveLength(candidatesFor(needs).length)
      }),
      { seed: 3, numRuns: 3 },
    )
  })

  it('throw away increments as they throw away values: the page may draw one as the other', () => {
    const needs = { ...DEFAULT_NEEDS, hot: 50 }
    const discarded = ['put', 'increment'].map((operation) => {
      const { scenario, ...rest } = trialRun('later-wins', 'same-row', needs)
      const engine = createEngine({
        ...rest,
        scenario: { ...scenario, clients: scenario.clients.map((one) => ({ ...one, operation }) as typeof one) },
      })
      engine.runTo(us(scenario.untilMs))
      return engine.measured(serviceOf).discarded
    })
    expect(discarded[0]!.count).toBeGreaterThan(3)
    expect(discarded[1]).toEqual(discarded[0])
  })
})
