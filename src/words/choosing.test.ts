/** Sentences of a choice: made of figures, in any vocabulary, one and many told apart. */
import { afterEach, describe, expect, it } from 'vitest'
import {
  acceptWords,
  candidateWords,
  decidedWords,
  findingSaid,
  headline,
  reasonWords,
  trialWords,
} from './choosing.ts'
import { speak } from './terms.ts'

afterEach(() => speak('master-slave'))

const MEASURES = ['lost', 'discarded', 'handed', 'without', 'stale', 'latency'] as const
const TRIALS = ['calm', 'death', 'cut', 'same-row'] as const
const CANDIDATES = ['async', 'semi-sync', 'quorum', 'later-wins', 'merging', 'mrec', 'mrsc'] as const
const finding = (measure: (typeof MEASURES)[number], value: number, limit: number | null, holds = true) => ({
  measure,
  value,
  limit,
  holds,
  trial: 'cut' as const,
})

/** Every sentence that any figures could lead to. */
const everything = (): string[] => [
  ...CANDIDATES.flatMap((one) => [
    candidateWords(one).is,
    ...TRIALS.flatMap((trial) =>
      [1, 3].map((places) => trialWords(one, trial, { places, apart: 40, writes: 8, reads: 12 }).about),
    ),
    ...(['machines', 'writeMs', 'readMs'] as const).map((by) => decidedWords({ by, mine: 3, theirs: 9 }, one, 0)),
  ]),
  ...MEASURES.flatMap((measure) =>
    [0, 1, measure === 'latency' ? Number.POSITIVE_INFINITY : 7].flatMap((value) => {
      const mine = finding(measure, value, 10)
      const { says, other } = reasonWords(mine, { candidate: 'async', finding: finding(measure, 5, 0, false) }, 2, 6, 2)
      return [says, other, acceptWords(mine, 1), acceptWords(finding(measure, value, 0, false), 2)]
    }),
  ),
  ...[0, 1, 4].map((broken) => headline(broken, 5, 4)),
]

describe('sentences of a choice', () => {
  it('are sentences, in every vocabulary, and short enough for a run', () => {
    for (const terms of ['master-slave', 'primary-replica', 'source-replica'] as const) {
      speak(terms)
      for (const text of everything()) {
        expect(text).toMatch(/^[A-Z0-9][^!]*\.$/)
        expect(text).not.toMatch(/undefined|null|NaN|Infinity| {2}/)
        expect(text.length).toBeLessThan(1000)
        if (terms !== 'master-slave') expect(text).not.toMatch(/\b(master|slave)s?\b/i)
      }
    }
  })

  it('tell one from many, what is allowed from what is too much, and who else', () => {
    expect(acceptWords(finding('lost', 1, 5), 2)).toBe(
      '1 promised write is lost when the first place is cut off, of 5 that you allow.',
    )
    expect(acceptWords(finding('without', 4600, 500, false), 1)).toBe(
      'Somebody is without service for 4.6 s when the first machine is cut off from the others, and you allow 0.5 s.',
    )
    const rival = { candidate: 'async' as const, finding: finding('lost', 14, 0, false) }
    expect(reasonWords(finding('lost', 0, 0), rival, 2, 6, 2)).toEqual({
      says: 'No promised write is lost.',
      other:
        'With one master, asynchronous: 14 promised writes are lost when the first place is cut off; two of six others break this limit.',
    })
    expect(reasonWords(finding('lost', 0, 0), rival, 6, 6, 2).other).toMatch(/all six others break this limit\.$/)
    expect(findingSaid(finding('stale', 3, null), 2)).toBe(
      'Old reads: 3, worst in the trial “A place is cut off”; you set no limit',
    )
  })
})
