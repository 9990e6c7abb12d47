/** The ranking as a function of figures, whatever these are; and what three readers get from those of the engine. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CANDIDATES } from './candidates.ts'
import { type Figures, MEASURES } from './figures.ts'
import { anyNeeds } from './fixtures/anyNeeds.ts'
import { measured } from './fixtures/measured.ts'
import { DEFAULT_NEEDS } from './needs.ts'
import { READER_NEEDS } from './readers.ts'
import { TRIALS } from './trials.ts'
import { type Tried, verdictOf } from './verdict.ts'

const figure = fc.record({ value: fc.nat({ max: 60 }), at: fc.constant(null) })
const figures = fc.record({
  ...Object.fromEntries(MEASURES.map((measure) => [measure, figure])),
  writeMs: fc.nat({ max: 3 }),
  readMs: fc.nat({ max: 3 }),
}) as unknown as fc.Arbitrary<Figures>
const anyTried = fc
  .record({
    candidates: fc.subarray([...CANDIDATES], { minLength: 1 }),
    figures: fc.array(fc.tuple(figures, figures, figures, figures), { minLength: 7, maxLength: 7 }),
    machines: fc.array(fc.constantFrom(3, 9), { minLength: 7, maxLength: 7 }),
  })
  .map(({ candidates, figures: all, machines }): Tried[] =>
    candidates.map((candidate, at) => ({
      candidate,
      machines: machines[at]!,
      figures: Object.fromEntries(TRIALS.map((trial, i) => [trial, all[at]![i]])) as Tried['figures'],
    })),
  )

describe('a verdict', () => {
  it('ranks everybody, the same whatever the order they come in', () => {
    fc.assert(
      fc.property(anyTried, anyNeeds, (tried, needs) => {
        const { ranking } = verdictOf(tried, needs)
        expect(ranking.map(({ candidate }) => candidate).sort()).toEqual(tried.map(({ candidate }) => candidate).sort())
        expect(verdictOf([...tried].reverse(), needs)).toEqual(verdictOf(tried, needs))
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('never recommends one that lost something where nothing may be lost and another lost nothing', () => {
    let told = 0
    fc.assert(
      fc.property(anyTried, anyNeeds, (tried, any) => {
        const lost = (one: Tried) => Math.max(...TRIALS.map((trial) => one.figures[trial].lost.value))
        // Often enough somebody has lost nothing.
        const mild = tried.map((one, at) =>
          at % 2 === 0
            ? one
            : {
                ...one,
                figures: Object.fromEntries(
                  TRIALS.map((trial) => [trial, { ...one.figures[trial], lost: { value: 0, at: null } }]),
                ) as Tried['figures'],
              },
        )
        const { ranking } = verdictOf(mild, { ...any, lose: 0 })
        if (!mild.some((one) => lost(one) === 0)) return
        told++
        expect(lost(mild.find(({ candidate }) => candidate === ranking[0]!.candidate)!)).toBe(0)
      }),
      { seed: 2, numRuns: 300 },
    )
    expect(told).toBeGreaterThan(100)
  })

  it('recommends nobody who breaks a limit where another breaks none, and gives reasons only for limits that hold', () => {
    fc.assert(
      fc.property(anyTried, anyNeeds, (tried, needs) => {
        const { ranking, reasons, accepts } = verdictOf(tried, needs)
        const best = ranking[0]!
        if (ranking.some(({ broken }) => broken === 0)) expect(best.broken).toBe(0)
        for (const { mine, rival, breaking } of reasons) {
          expect(mine.holds).toBe(true)
          expect(best.findings[mine.measure]).toBe(mine)
          expect(rival === null).toBe(breaking === 0)
          if (rival) expect(rival.finding.value).toBeGreaterThan(mine.limit!)
        }
        expect(best.findings[accepts.measure]).toBe(accepts)
        if (best.broken > 0) expect(accepts.holds).toBe(false)
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})

describe('three readers', () => {
  const verdict = (reader: keyof typeof READER_NEEDS) =>
    verdictOf(measured(READER_NEEDS[reader]).tried, READER_NEEDS[reader])

  it('a shop in one place: OK once a slave has it, however long that takes; it accepts a wait', () => {
    const { ranking, reasons, accepts } = verdict('shop')
    expect([ranking[0]!.candidate, ranking[0]!.broken]).toEqual(['quorum', 0])
    const of = (name: string) => ranking.find(({ candidate }) => candidate === name)!.findings
    // Semi-sync gives up waiting when the master is cut off, and loses like async from then on.
    for (const name of ['async', 'semi-sync']) expect(of(name).lost).toMatchObject({ trial: 'cut', holds: false })
    expect(reasons[0]).toMatchObject({ mine: { measure: 'lost', value: 0 }, breaking: 2 })
    expect(accepts).toMatchObject({ measure: 'without', holds: true })
    expect(accepts.value).toBeGreaterThan(1_000)
  })

  it('a document in two regions: a master in each, and the application is handed what met', () => {
    const { ranking, accepts } = verdict('editor')
    expect([ranking[0]!.candidate, ranking[0]!.broken]).toEqual(['merging', 0])
    const { findings } = ranking[0]!
    expect(findings.without.value).toBeLessThan(500)
    expect(findings.latency.value).toBeLessThan(READER_NEEDS.editor.apart)
    expect(accepts).toMatchObject({ measure: 'handed', limit: null })
    expect(accepts.value).toBeGreaterThan(5)
  })

  it('a bank in three places: regions that agree first; a master that is cut off still shows what was', () => {
    const { ranking, accepts } = verdict('bank')
    expect([ranking[0]!.candidate, ranking[0]!.broken]).toEqual(['mrsc', 0])
    const quorum = ranking.find(({ candidate }) => candidate === 'quorum')!
    expect(quorum.findings.stale).toMatchObject({ trial: 'cut', holds: false })
    expect(quorum.broken).toBe(1)
    expect(accepts).toMatchObject({ measure: 'without', holds: true })
    expect(accepts.value).toBeGreaterThan(2_000)
  })

  it('begin with needs that somebody meets', () => {
    const { ranking, decided } = verdictOf(measured(DEFAULT_NEEDS).tried, DEFAULT_NEEDS)
    expect([ranking[0]!.candidate, ranking[0]!.broken]).toEqual(['quorum', 0])
    // Two stay within all limits, and what one takes is counted.
    expect([ranking[1]!.candidate, ranking[1]!.broken]).toEqual(['mrsc', 0])
    expect(decided).toEqual({ by: 'machines', mine: 3, theirs: 9 })
  })
})
