import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRun } from './fixtures/any-run.ts'
import { type Action, cutAfter, ms, parseRun, type Run, us, withIntervention } from './index.ts'

const story = (
  parseRun({
    scenario: { nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }] },
    interventions: [
      { atMs: 10, do: 'kill', node: 'db1' },
      { atMs: 10, do: 'restart', node: 'db1' },
      { atMs: 20, do: 'kill', node: 'db2' },
    ],
  }) as { run: Run }
).run
const heal: Action = { do: 'heal', between: ['db1', 'db2'] }
const kinds = (run: Run) => run.interventions.map((one) => one.do)

describe('editing a run', () => {
  it('adds an intervention after everything of its own instant', () => {
    const answer = withIntervention(story, heal, 10_000)
    expect('run' in answer && kinds(answer.run)).toEqual(['kill', 'restart', 'heal', 'kill'])
    expect(kinds(story)).toEqual(['kill', 'restart', 'kill'])
  })

  it('says what is wrong with an action instead of adding it', () => {
    expect(withIntervention(story, { do: 'kill', node: 'db9' }, 0)).toEqual({
      problem: 'action.node is "db9", but known are db1, db2.',
    })
    expect(withIntervention(story, { do: 'set', path: 'costs.applyMs', value: 0 }, 0)).toHaveProperty('problem')
  })

  it('cuts what comes after an instant, and keeps what is at it', () => {
    expect(kinds(cutAfter(story, 10_000))).toEqual(['kill', 'restart'])
    expect(kinds(cutAfter(story, 9_999))).toEqual([])
  })

  it('survives 5,000 odd actions: each gives a sentence or a valid run', () => {
    const odd = fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.constantFrom('db1', 'db2', null, Number.NaN))
    const action = fc.record(
      {
        do: fc.constantFrom('kill', 'cut', 'set', 'write', 'promote', 'x'),
        node: odd,
        between: fc.oneof(odd, fc.tuple(odd, odd)),
        path: fc.constantFrom('failover.misses', 'nodes.db2.applyMs', 'x', ''),
        value: odd,
      },
      { requiredKeys: ['do'] },
    )
    fc.assert(
      fc.property(action, fc.nat(100_000_000_000), (one, t) => {
        const answer = withIntervention(story, one as Action, t)
        if ('problem' in answer) expect(answer.problem).toMatch(/^[^\n]{10,}[.?]$/)
        else expect(parseRun(answer.run)).toEqual(answer)
      }),
      { seed: 6, numRuns: 5_000 },
    )
  })

  it('adds nothing and loses nothing when the added part is cut again', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(10_000_000), (run, t) => {
        const before = cutAfter(run, t)
        const more = withIntervention(before, { do: 'restart', node: 'db1' }, t + 1) as { run: Run }
        expect(cutAfter(more.run, t)).toEqual(before)
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})

describe('time', () => {
  it('goes from milliseconds to microseconds and back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000_000 }), (t) => {
        expect(us(ms(t))).toBe(t)
        expect(us(Number(`${Math.floor(t / 1000)}.${String(t % 1000).padStart(3, '0')}`))).toBe(t)
      }),
      { seed: 8, numRuns: 5_000 },
    )
  })
})
